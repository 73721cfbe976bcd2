#!/bin/sh
# Runs the benchmarks and writes Results/DATE-COMMIT.md: record.sh [SUBJECT...].
set -eu
cd "$(dirname "$0")"
commit=$(git rev-parse --short HEAD)
if [ -n "$(git status --porcelain -- ../Sources ../Package.swift .)" ]; then
    commit="$commit with changes that are not committed"
fi
output=$(mktemp)
trap 'rm -f "$output"' EXIT
BENCHMARK_FORMAT=markdown ./run.sh "$@" >"$output"
mkdir -p Results
result="Results/$(date -u +%Y-%m-%d)-$(git rev-parse --short HEAD).md"
{
    echo "# Benchmarks of $(date -u +%Y-%m-%d)"
    echo
    echo "- Machine: $(sed -n 's/^model name[^:]*: *//p' /proc/cpuinfo | head -n 1), $(nproc) cores"
    echo "- System: $(uname -sm), $(swift --version 2>/dev/null | head -n 1)"
    echo "- Load before the run: $(cut -d ' ' -f 1-3 /proc/loadavg)"
    echo "- Commit: $commit"
    echo "- Command: \`Benchmarks/record.sh${*:+ $*}\`"
    echo
    echo "Best, median and worst sample of each figure; README.md tells how to read them."
    # A table of the tool has the columns metric, p0, p25, p50, p75, p90, p99, p100, samples;
    # p0 is the best sample, of a speed as of a time.
    awk -F '|' '
        /^## / { subject = substr($0, 4) }
        /^### / {
            if (subject != "") printf "\n## %s\n", subject
            subject = ""
            printf "\n### %s\n\n| Figure | Best | Median | Worst | Samples |\n", substr($0, 5)
            print "|:--|--:|--:|--:|--:|"
        }
        /^\|/ && $2 !~ /Metric|:-/ {
            for (column = 2; column <= 10; column++) gsub(/^ +| +$/, "", $column)
            printf "| %s | %s | %s | %s | %s |\n", $2, $3, $5, $9, $10
        }
    ' "$output"
} >"$result"
echo "Benchmarks/$result"
