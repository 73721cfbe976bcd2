// swift-tools-version: 6.2
// Fuzzers of Leitong's parsers, apart from the root package: nothing else is built with libFuzzer's counters.

import PackageDescription

let settings: [SwiftSetting] = [
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// One program for each parser; run.sh has the same list.
let parsers = [
    "HTML", "DOCX", "ODT", "EPUB", "RTF", "PDFLayout", "Table", "JSONLines", "Archive", "Encoding",
    "Text", "Date",
]

let package = Package(
    name: "leitong-fuzzing",
    platforms: [.macOS(.v26)],
    dependencies: [.package(name: "leitong", path: "..")],
    targets: [
        // The writer of ZIP files that the tests have.
        .target(
            name: "FuzzSamples",
            dependencies: [.product(name: "LeitongAlgorithms", package: "leitong")],
            path: "Sources/Samples",
            swiftSettings: settings
        ),
        .target(
            name: "FuzzSupport",
            dependencies: [
                "FuzzSamples", .product(name: "LeitongFormats", package: "leitong"),
                .product(name: "LeitongModel", package: "leitong"),
            ],
            swiftSettings: settings
        ),
    ]
        + parsers.map { parser in
            .executableTarget(
                name: "\(parser)Fuzzer",
                dependencies: ["FuzzSupport"],
                path: "Fuzzers/\(parser)",
                swiftSettings: settings
            )
        },
    swiftLanguageModes: [.v6]
)
