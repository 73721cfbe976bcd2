# Leitong: make demo and make test do all their set-up; make help lists the rest.

PREFIX ?= /usr/local
SWIFT ?= swift
CHECKED := --explicit-target-dependency-import-check error

.PHONY: help demo test test-browser test-office test-release check-library docs build setup install uninstall lint format imports fuzz benchmark benchmark-check benchmark-page peers corpus background clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-15s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: build ## Set up, build, and find the copies in corpus/
	@.build/release/leitong find corpus

# Tests that run side by side: as many as there are processors. Without a limit hundreds wait for one another, each with
# threads of its own, and take more than twice as long.
export SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH ?= $(shell getconf _NPROCESSORS_ONLN)

test: setup ## Set up and run all tests (debug)
	$(SWIFT) build --build-tests $(CHECKED)
	$(SWIFT) test --skip-build

test-browser: build ## Set up Chromium, and try the HTML report in it
	@command -v chromium >/dev/null || Scripts/setup-browser.sh
	LEITONG=.build/release/leitong Tests/Browser/report_test.py

test-office: build ## Save texts by LibreOffice, and find each as a whole copy: TEXTS="a.txt b.txt"
	LEITONG=.build/release/leitong Tests/Office/office_test.py $(TEXTS)

test-release: setup ## Run all tests as optimised code
	$(SWIFT) build -c release --build-tests -Xswiftc -enable-testing $(CHECKED) --scratch-path .build-release-tests
	$(SWIFT) test -c release --skip-build -Xswiftc -enable-testing --scratch-path .build-release-tests

check-library: setup ## Build and run a program outside the project that imports Leitong alone; check the docs' examples
	SWIFT="$(SWIFT)" Scripts/check-library.sh

docs: build ## Make pages of the library's documentation by DocC, in .build/docs
	SWIFT="$(SWIFT)" Scripts/docs.sh

build: setup ## Set up and build .build/release/leitong
	$(SWIFT) build -c release --product leitong $(CHECKED)

setup: ## Install the libraries the build needs (apt-get or brew)
	@Scripts/setup.sh

# On Linux the installed program carries Swift's libraries, so that it runs where there is no toolchain.
INSTALLED := $(if $(filter Linux,$(shell uname -s)),--static-swift-stdlib --scratch-path .build-static)
INSTALLED_BUILD := $(if $(INSTALLED),.build-static,.build)

install: setup ## Install to PREFIX (default /usr/local), with completions for bash, zsh and fish
	$(SWIFT) build -c release --product leitong $(INSTALLED)
	install -d $(DESTDIR)$(PREFIX)/bin
	install -s -m 755 $(INSTALLED_BUILD)/release/leitong $(DESTDIR)$(PREFIX)/bin/leitong
	install -d $(DESTDIR)$(PREFIX)/share/bash-completion/completions \
		$(DESTDIR)$(PREFIX)/share/zsh/site-functions $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
	$(INSTALLED_BUILD)/release/leitong --generate-completion-script bash \
		> $(DESTDIR)$(PREFIX)/share/bash-completion/completions/leitong
	$(INSTALLED_BUILD)/release/leitong --generate-completion-script zsh \
		> $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_leitong
	$(INSTALLED_BUILD)/release/leitong --generate-completion-script fish \
		> $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/leitong.fish

uninstall: ## Remove what install put under PREFIX
	rm -f $(DESTDIR)$(PREFIX)/bin/leitong \
		$(DESTDIR)$(PREFIX)/share/bash-completion/completions/leitong \
		$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_leitong \
		$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/leitong.fish

lint: ## Check the style of all Swift sources
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Benchmarks Benchmarks/Sources \
		Fuzzing/Package.swift Fuzzing/Sources/FuzzSupport Fuzzing/Fuzzers

format: ## Bring all Swift sources into that style
	$(SWIFT) format --in-place --recursive Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Benchmarks Benchmarks/Sources \
		Fuzzing/Package.swift Fuzzing/Sources/FuzzSupport Fuzzing/Fuzzers

# Modules whose folders need one another in no circle: all.
WITHOUT_CIRCLES := $(notdir $(wildcard Sources/Leitong*))

imports: setup ## Check that imports are declared, that Core needs no Foundation, and folders no circle
	$(SWIFT) build $(CHECKED)
	@! grep -rnE '^[a-z ]*import (Foundation|Dispatch|Glibc|Darwin)' Sources/LeitongCore \
		|| { echo "LeitongCore imports the standard library and its C modules only" >&2; exit 1; }
	@Scripts/check-folders.py $(addprefix Sources/,$(WITHOUT_CIRCLES))

# Seconds for each of PARSERS, as run.sh names them.
SECONDS_EACH ?= 600
PARSERS ?=
fuzz: setup ## Fuzz the parsers, 10 minutes each: SECONDS_EACH=60 PARSERS="HTML RTF"
	Fuzzing/run.sh $(SECONDS_EACH) $(PARSERS)

benchmark: setup ## Measure the hot path: ns per shingle, paragraphs a second
	Benchmarks/run.sh

benchmark-check: setup ## Hold instruction counts of the hot paths against those recorded (RECORD=1 records)
	Benchmarks/check.py $(if $(RECORD),--record)

benchmark-page: build ## Measure the HTML report of 500 documents: size, loading, clicks
	@command -v chromium >/dev/null || Scripts/setup-browser.sh
	LEITONG=.build/release/leitong Benchmarks/page.py

# Sizes as 10k, 100k, 1m.
SIZES ?= 10k 100k
REPEATS ?= 3
THREADS ?= 1
peers: build ## Run other tools on the same work beside Leitong: SIZES="10k 100k"
	Benchmarks/peers/compare.py $(SIZES) --repeats $(REPEATS) --threads $(THREADS)

corpus: build ## Make corpus/ anew from its recipes
	.build/release/leitong corpus plant

# A folder with the collections of official prose that Scripts/background-model.py names, with weights and parts kept out.
CORPORA ?=
background: build ## Make the background model anew from CORPORA=FOLDER
	@test -d "$(CORPORA)" || { echo 'make background CORPORA=FOLDER' >&2; exit 2; }
	Scripts/background-model.py $(CORPORA) --build .build/release/leitong --output Sources/CBackground/official-prose.bin

clean: ## Remove everything that was built
	rm -rf .build .build-static .build-release-tests Benchmarks/.build Fuzzing/.build Fuzzing/.seeds
