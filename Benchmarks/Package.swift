// swift-tools-version: 6.2
// Benchmarks of Leitong, apart from the root package so that nobody who builds Leitong fetches their dependencies.

import PackageDescription

let settings: [SwiftSetting] = [
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// The subjects, the hot path first; README.md says what each guards.
let subjects = [
    "Signatures", "Folding", "Shingling", "MinHash", "Bands", "Verification", "Model",
    "Seeds", "Chaining", "Alignment", "Find",
]

/// What is measured: the whole, and its floors.
let leitong: [Target.Dependency] = [
    "Leitong", "LeitongCore", "LeitongFiles", "LeitongFormats", "LeitongModel", "LeitongReport",
]
.map { .product(name: $0, package: "leitong") }

let package = Package(
    name: "leitong-benchmarks",
    platforms: [.macOS(.v26)],
    dependencies: [
        .package(name: "leitong", path: ".."),
        // Without its traits: no count of allocations or references is measured here.
        .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
    ],
    targets: [
        .target(
            name: "BenchmarkSupport",
            dependencies: leitong + [.product(name: "Benchmark", package: "benchmark")],
            swiftSettings: settings
        ),
        // Not measured by the library but by those who run them. `make peers`:
        .executableTarget(
            name: "SignRecords",
            dependencies: leitong,
            swiftSettings: settings
        ),
        // `make benchmark-check`:
        .target(name: "CCallgrind"),
        .executableTarget(
            name: "HotPaths",
            dependencies: leitong + ["BenchmarkSupport", "CCallgrind"],
            swiftSettings: settings
        ),
    ]
        + subjects.map { subject in
            .executableTarget(
                name: subject,
                dependencies: leitong + [
                    "BenchmarkSupport", .product(name: "Benchmark", package: "benchmark"),
                ],
                path: "Benchmarks/\(subject)",
                swiftSettings: settings,
                plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]
            )
        },
    swiftLanguageModes: [.v6]
)
