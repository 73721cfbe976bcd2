import TestSupport

/// Seeded tables, most of them as no writer writes them.
enum CSVSamples {
    private static let pieces = [
        "\"", "\"", "\"\"", ",", ",", "\t", "\n", "\n", "\r\n", "\r", "a", "文字", " ", "甲,", "\"乙\"",
        "\n\"", ",\"", "\",",
    ]

    /// Pieces of tables in any order.
    static func table(_ random: inout SplitMix64) -> [UInt8] {
        (0..<Int.random(in: 0...40, using: &random))
            .flatMap { _ in Array((pieces.randomElement(using: &random) ?? "").utf8) }
    }
}
