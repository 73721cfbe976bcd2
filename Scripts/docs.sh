#!/usr/bin/env bash
# Makes pages of the library's documentation by DocC, in .build/docs: what `import Leitong` brings, the modules that it
# re-exports included, and LeitongFiles. Needs what `make build` built and the toolchain's docc, and no plug-in of the
# package. A link that leads nowhere is an error.
set -euo pipefail
cd "$(dirname "$0")/.."
swift=${SWIFT:-swift}

tool() {
    if [ "$(uname -s)" = Darwin ]; then xcrun --find "$1"; else command -v "$1"; fi
}
docc=$(tool docc)
extract=$(tool swift-symbolgraph-extract)

built=$("$swift" build -c release --show-bin-path)
triple=$("$swift" -print-target-info | sed -n 's/.*"triple": "\(.*\)",/\1/p' | head -n 1)
# What the modules import of C: the doors in Sources, and those that the build wrote.
options=(-I "$built/Modules" -target "$triple" -minimum-access-level public
    -skip-synthesized-members -skip-inherited-docs -emit-extension-block-symbols
    -experimental-allowed-reexported-modules="$(sed -nE 's/^@_exported public import ((struct|enum|class) )?(\w+).*/\3/p' Sources/Leitong/Exports.swift \
        | sort -u | paste -sd, -)")
for map in Sources/C*/module.modulemap "$built"/C*.build/module.modulemap; do
    options+=(-Xcc "-fmodule-map-file=$map")
done
read -ra includes <<< "$(pkg-config --cflags-only-I uchardet libxml-2.0 libxxhash libarchive)"
options+=("${includes[@]}")
[ "$(uname -s)" != Darwin ] || options+=(-sdk "$(xcrun --show-sdk-path)")

pages=.build/docs
graphs=$(mktemp -d)
trap 'rm -rf "$graphs"' EXIT
rm -rf "$pages"
dependencies=()
for module in Leitong LeitongFiles; do
    mkdir "$graphs/$module"
    "$extract" -module-name "$module" -output-dir "$graphs/$module" "${options[@]}"
    "$docc" convert "Sources/$module/$module.docc" --additional-symbol-graph-dir "$graphs/$module" \
        --fallback-display-name "$module" --fallback-bundle-identifier "$module" \
        --output-path "$graphs/$module.doccarchive" --warnings-as-errors \
        --enable-experimental-external-link-support ${dependencies[@]+"${dependencies[@]}"}
    dependencies+=(--dependency "$graphs/$module.doccarchive")
done
"$docc" merge "$graphs"/*.doccarchive --synthesized-landing-page-name Leitong --output-path "$pages"
echo "$pages: python3 -m http.server -d $pages, then http://localhost:8000/documentation"
