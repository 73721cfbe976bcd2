import TestSupport

/// Random texts of all that folding must get right.
enum FoldingSamples {
    private static let ranges: [ClosedRange<UInt32>] = [
        0x4E00...0x9FFF, 0x4E00...0x4FFF, 0x41...0x7A, 0x30...0x39, 0xC0...0x17F, 0x300...0x36F,
        0x300...0x345, 0x391...0x3C9, 0x1F00...0x1FBC, 0x1100...0x1112, 0x1161...0x1175,
        0x11A8...0x11C2, 0xAC00...0xD7A3, 0x3041...0x30FA, 0x3099...0x309A, 0xFF01...0xFFDC,
        0xFF65...0xFF9F, 0xFB00...0xFB4F, 0xFB50...0xFD3D, 0xFE70...0xFEFC, 0x900...0x97F,
        0xF00...0xFBC, 0x2150...0x2188, 0x3200...0x33FF, 0xF900...0xFAD9, 0x2_F800...0x2_FA1D,
        0x1_D400...0x1_D7FF, 0x1_D15E...0x1_D164, 0x5D0...0x5EA, 0x5B0...0x5BD, 0x610...0x65F,
        0x1_1099...0x1_10BA, 0x2_0000...0x2_A6DF,
    ]

    /// What folding drops wherever it stands.
    static let noise: [Unicode.Scalar] = [
        " ", "\n", "\r", "\t", "\u{3000}", "\u{A0}", "\u{200B}", "\u{200D}", "\u{FEFF}", "\u{AD}",
        "\u{FE0F}", "\u{34F}", "、", "。", "—", "!", "–", "★", "😀", "～", "\u{E0100}", "\u{0}",
    ]

    /// A random text without noise, without signs that may be kept, and without symbols that lose
    /// their mark in decomposition.
    static func text(length: Int, using generator: inout SplitMix64) -> String {
        var text = String.UnicodeScalarView()
        while text.count < length {
            let range = ranges[Int.random(in: ranges.indices, using: &generator)]
            let value = UInt32.random(in: range, using: &generator)
            guard let scalar = Unicode.Scalar(value), scalar.properties.age != nil else { continue }
            if !FoldingOracle.losesItsMark(scalar), !FoldingOracle.holdsSign(scalar) {
                text.append(scalar)
            }
        }
        return String(text)
    }

    /// The text with noise between its scalars.
    static func noisy(_ text: String, using generator: inout SplitMix64) -> String {
        var noisy = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            for _ in 0..<Int.random(in: 0...2, using: &generator) {
                noisy.append(noise[Int.random(in: noise.indices, using: &generator)])
            }
            noisy.append(scalar)
        }
        return String(noisy)
    }
}
