#!/usr/bin/env bash
# Builds Tests/Library as a package outside the project that imports Leitong alone, runs it, and looks that it needs
# none of the libraries that read formats. Then compiles the examples of all docs in the same package, and runs those
# that say what they print.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
swift=${SWIFT:-swift}

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir -p "$folder/Sources/check"
cp "$root/Tests/Library/main.swift" "$folder/Sources/check/"
"$root/Scripts/check-doc-examples.py" "$folder/Sources/examples"
# The folder of a clone may have any name, and a dependency by path is called like its folder.
ln -s "$root" "$folder/leitong"
cat > "$folder/Package.swift" <<'END'
// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .treatAllWarnings(as: .error), .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "check",
    platforms: [.macOS(.v26)],
    dependencies: [.package(path: "leitong")],
    targets: [
        .executableTarget(
            name: "check",
            dependencies: [.product(name: "Leitong", package: "leitong")],
            swiftSettings: settings
        ),
        .executableTarget(
            name: "examples",
            dependencies: ["Leitong", "LeitongFiles", "LeitongFormats"]
                .map { .product(name: $0, package: "leitong") },
            swiftSettings: settings
        ),
    ]
)
END

"$swift" build --package-path "$folder" --product check
program=$("$swift" build --package-path "$folder" --show-bin-path)/check
"$program"

if [ "$(uname -s)" = Darwin ]; then needed=$(otool -L "$program"); else needed=$(ldd "$program"); fi
if grep -E 'libarchive|libxml2|libuchardet|libiconv' <<< "$needed"; then
    echo "check-library: Leitong links a library that reads formats" >&2
    exit 1
fi
echo "check-library: Leitong needs no library that reads formats"

"$swift" build --package-path "$folder" --product examples
"$(dirname "$program")/examples"
echo "check-library: the examples of the docs compile, and print what they say"
