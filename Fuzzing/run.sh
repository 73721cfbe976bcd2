#!/usr/bin/env bash
# Fuzzes Leitong's parsers one after another: run.sh [SECONDS [PARSER...]], 600 s each and all without.
# What is found lies under Fuzzing/.findings/PARSER; a line of figures for each goes to standard output.
set -euo pipefail
cd "$(dirname "$0")"
seconds=${1:-600}
shift || true
parsers=("$@")
[ ${#parsers[@]} -gt 0 ] || parsers=(HTML DOCX ODT EPUB RTF PDFLayout Table JSONLines Archive Encoding Text Date)

./seeds.py .seeds
mkdir -p .findings
# Twice: SwiftPM has to know, so that it leaves main to libFuzzer, and passes on the last word only.
# -enable-testing lets the fuzzers call what is internal.
flags=(-c release --sanitize fuzzer --sanitize address -Xswiftc -sanitize=fuzzer,address
    -Xswiftc -enable-testing -Xswiftc -parse-as-library)
for parser in "${parsers[@]}"; do
    swift build "${flags[@]}" --product "${parser}Fuzzer" >.findings/build.log 2>&1 \
        || { grep -v 'gold: warning' .findings/build.log >&2; exit 2; }
done

# Swift's own backtrace would wait for a terminal, and would hide libFuzzer's.
export SWIFT_BACKTRACE=enable=no
status=0
for parser in "${parsers[@]}"; do
    findings=.findings/$parser
    mkdir -p "$findings/corpus"
    # Without PATH no helper is found: a process for each input would be the helper's fuzzer, not ours.
    PATH=/nonexistent "$PWD/.build/release/${parser}Fuzzer" "$findings/corpus" ".seeds/$parser" \
        -max_total_time="$seconds" -max_len=8192 -timeout=10 -rss_limit_mb=2048 -use_value_profile=1 \
        -print_final_stats=1 -artifact_prefix="$findings/" >"$findings/log" 2>&1 || status=1
    awk -v parser="$parser" '
        /^stat::number_of_executed_units/ { runs = $2 }
        /^stat::average_exec_per_sec/ { rate = $2 }
        /^stat::peak_rss_mb/ { peak = $2 }
        match($0, /cov: [0-9]+/) { edges = substr($0, RSTART + 5, RLENGTH - 5) }
        END { printf "%-10s %9d runs, %6d a second, %6d edges, at most %d MB\n", parser, runs, rate, edges, peak }
    ' "$findings/log"
    ls "$findings" | grep -E '^(crash|leak|oom|slow-unit|timeout)-' | sed "s,^,  found: $findings/," || true
done
exit $status
