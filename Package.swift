// swift-tools-version: 6.2
// Leitong: finds copied and near-copied text. The house and its one-way imports are drawn in ARCHITECTURE.md.

import PackageDescription

let settings: [SwiftSetting] = [
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "leitong",
    platforms: [.macOS(.v26)],
    products: [
        .library(name: "Leitong", targets: ["Leitong"]),
        // For those who need one floor only; benchmarks and fuzzers do.
        .library(name: "LeitongCore", targets: ["LeitongCore"]),
        .library(name: "LeitongStorage", targets: ["LeitongStorage"]),
        .library(name: "LeitongRun", targets: ["LeitongRun"]),
        .library(name: "LeitongAlgorithms", targets: ["LeitongAlgorithms"]),
        .library(name: "LeitongModel", targets: ["LeitongModel"]),
        .library(name: "LeitongFormats", targets: ["LeitongFormats"]),
        .library(name: "LeitongFiles", targets: ["LeitongFiles"]),
        .library(name: "LeitongReport", targets: ["LeitongReport"]),
        .library(name: "LeitongSamples", targets: ["LeitongSamples"]),
        .executable(name: "leitong", targets: ["LeitongCLI"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    ],
    targets: [
        // Ground floor: know nothing of each other.
        .systemLibrary(
            name: "CXXHash",
            pkgConfig: "libxxhash",
            providers: [.apt(["libxxhash-dev"]), .brew(["xxhash"])]
        ),
        .systemLibrary(
            name: "CUchardet",
            pkgConfig: "uchardet",
            providers: [.apt(["libuchardet-dev"]), .brew(["uchardet"])]
        ),
        .systemLibrary(
            name: "CXML2",
            pkgConfig: "libxml-2.0",
            providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]
        ),
        .systemLibrary(
            name: "CArchive",
            pkgConfig: "libarchive",
            providers: [.apt(["libarchive-dev"]), .brew(["libarchive"])]
        ),
        .systemLibrary(name: "CIconv"),
        .systemLibrary(name: "CPrefetch"),
        .target(name: "CMinHash"),
        .target(name: "CUTF8"),
        // The model is embedded by background.c and is no resource: `make background` makes it anew.
        .target(name: "CBackground", exclude: ["official-prose.bin"]),
        // Small algorithms that every floor needs, each once.
        .target(name: "LeitongAlgorithms", swiftSettings: settings),
        // Arrays that go on in a scratch file: below the files that use them, and knowing neither.
        .target(
            name: "LeitongStorage",
            swiftSettings: settings + [.enableExperimentalFeature("Lifetimes")]
        ),
        // How something is run: below all that splits work over threads.
        .target(name: "LeitongRun", dependencies: ["LeitongStorage"], swiftSettings: settings),
        .target(
            name: "LeitongCore",
            dependencies: [
                "CXXHash", "CMinHash", "CPrefetch", "CUTF8", "CBackground", "LeitongAlgorithms",
                "LeitongStorage",
            ],
            swiftSettings: settings
        ),
        .target(
            name: "LeitongModel",
            dependencies: ["CPrefetch", "CUTF8", "LeitongStorage"],
            swiftSettings: settings
        ),
        .target(
            name: "LeitongFormats",
            dependencies: [
                "CArchive", "CIconv", "CUTF8", "CUchardet", "CXML2", "LeitongModel", "LeitongRun",
                "LeitongStorage",
            ],
            swiftSettings: settings
        ),
        // The page's files are embedded by page.c, which is why they are no resources.
        .target(
            name: "CReportPage",
            exclude: ["page.mustache", "style", "script", "words"]
        ),
        .target(
            name: "LeitongReport",
            dependencies: [
                "CReportPage", "LeitongAlgorithms", "LeitongRun",
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            swiftSettings: settings
        ),
        .target(
            name: "LeitongSamples",
            dependencies: ["LeitongAlgorithms"],
            swiftSettings: settings
        ),
        // First floor: the engine, which knows no format, no path and no file.
        .target(
            name: "Leitong",
            dependencies: [
                "LeitongAlgorithms", "LeitongCore", "LeitongModel", "LeitongReport", "LeitongRun",
                "LeitongStorage",
            ],
            swiftSettings: settings
        ),
        // Reads files for the engine.
        .target(
            name: "LeitongFiles",
            dependencies: [
                "Leitong", "LeitongAlgorithms", "LeitongFormats", "LeitongModel", "LeitongReport",
                "LeitongStorage",
            ],
            swiftSettings: settings
        ),
        // Roof: the command.
        .executableTarget(
            name: "LeitongCLI",
            dependencies: [
                "Leitong", "LeitongAlgorithms", "LeitongCore", "LeitongFiles", "LeitongFormats",
                "LeitongModel", "LeitongReport", "LeitongSamples", "LeitongStorage",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings
        ),
        .target(
            name: "TestSupport",
            dependencies: ["LeitongAlgorithms"],
            path: "Tests/TestSupport",
            swiftSettings: settings
        ),
        .testTarget(
            name: "LeitongAlgorithmsTests",
            dependencies: ["LeitongAlgorithms", "TestSupport"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "LeitongStorageTests",
            dependencies: ["LeitongStorage", "TestSupport"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "LeitongCoreTests",
            dependencies: [
                "LeitongAlgorithms", "LeitongCore", "LeitongStorage", "CXXHash", "TestSupport",
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "LeitongModelTests",
            dependencies: ["LeitongFormats", "LeitongModel", "LeitongStorage", "TestSupport"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "LeitongFormatsTests",
            dependencies: [
                "LeitongFormats", "LeitongModel", "LeitongRun", "LeitongStorage", "TestSupport",
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "LeitongReportTests",
            dependencies: ["LeitongReport", "LeitongRun", "CReportPage", "TestSupport"],
            exclude: ["Goldens"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "LeitongSamplesTests",
            dependencies: ["LeitongSamples", "TestSupport"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "LeitongTests",
            dependencies: [
                "Leitong", "LeitongCore", "LeitongModel", "LeitongFiles", "LeitongReport",
                "LeitongStorage", "TestSupport",
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "LeitongFilesTests",
            dependencies: [
                "Leitong", "LeitongFiles", "LeitongFormats", "LeitongModel", "LeitongReport",
                "LeitongStorage", "TestSupport",
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "CommandLineTests",
            // The program is a dependency so that it is built before it is run.
            dependencies: [
                "Leitong", "LeitongModel", "LeitongReport", "TestSupport", "LeitongCLI",
            ],
            exclude: ["Goldens"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "QualityTests",
            dependencies: [
                "Leitong", "LeitongCore", "LeitongSamples", "LeitongModel", "LeitongFormats",
                "LeitongFiles", "LeitongReport",
                "TestSupport",
            ],
            swiftSettings: settings
        ),
    ],
    swiftLanguageModes: [.v6]
)
