#!/bin/sh
# Runs the benchmarks and prints their tables: run.sh [SUBJECT...], all subjects without one.
set -eu
cd "$(dirname "$0")"
[ $# -gt 0 ] || set -- Signatures Folding Shingling MinHash Bands Verification Find
for subject in "$@"; do
    # Anchored: the option takes a regular expression.
    swift package -c release benchmark run --target "^$subject\$" --no-progress \
        --format "${BENCHMARK_FORMAT:-text}"
done
