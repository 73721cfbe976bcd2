#!/bin/sh
# Runs the benchmarks and prints their tables: run.sh [SUBJECT...], all subjects without one.
# BENCHMARK_FORMAT=markdown prints them in Markdown. Exit 1 if an answer was wrong.
set -eu
cd "$(dirname "$0")"
targets=$(echo "${*:-Signatures Folding Shingling MinHash Bands Verification Model Seeds Chaining Alignment Find}" | tr ' ' '|')
output=$(mktemp)
trap 'rm -f "$output"' EXIT
# The tool reports a benchmark that ended with an error, but exits with 0 all the same.
{
    swift package -c release benchmark run --target "^($targets)\$" --no-progress \
        --format "${BENCHMARK_FORMAT:-text}" || echo "benchmark run failed with $?"
} | tee "$output"
if grep -qE 'wrong answer|failed with' "$output"; then
    grep -E 'wrong answer|failed with' "$output" >&2
    exit 1
fi
