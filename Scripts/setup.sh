#!/usr/bin/env bash
# Installs what the build needs and is missing: the libraries' development packages. Swift itself has to be there.
set -eu

command -v swift >/dev/null 2>&1 || {
    echo "setup: Swift 6.2 or later is needed: https://www.swift.org/install" >&2
    exit 1
}

modules=(libxxhash uchardet libarchive libxml-2.0)
missing() {
    command -v pkg-config >/dev/null 2>&1 || return 0
    for module in "${modules[@]}"; do
        pkg-config --exists "$module" || return 0
    done
    return 1
}

missing || exit 0

if command -v apt-get >/dev/null 2>&1; then
    packages=(pkg-config libxxhash-dev libuchardet-dev libarchive-dev libxml2-dev poppler-utils)
    if [ "$(id -u)" = 0 ]; then
        as_root=()
    elif command -v sudo >/dev/null 2>&1; then
        as_root=(sudo)
    else
        echo "setup: please install, as root: apt-get install ${packages[*]}" >&2
        exit 1
    fi
    echo "setup: installing ${packages[*]}" >&2
    "${as_root[@]}" apt-get update -qq >/dev/null
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "${packages[@]}" >/dev/null
elif command -v brew >/dev/null 2>&1; then
    brew install pkg-config xxhash uchardet libarchive libxml2 poppler
else
    echo "setup: please install pkg-config and the development files of xxHash, uchardet, libarchive and libxml2" >&2
    exit 1
fi

if missing; then
    echo "setup: pkg-config still does not find ${modules[*]}" >&2
    exit 1
fi
