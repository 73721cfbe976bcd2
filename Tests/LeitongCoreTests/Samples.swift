@_spi(Core) import LeitongCore
import TestSupport

/// Texts and sets that several suites need.
enum Samples {
    /// What stands for a redaction mark; Swift writes no such scalar in a literal.
    static let wildcard = String(decoding: [0xEF, 0xB7, 0x90] as [UInt8], as: UTF8.self)

    /// A text folded at a level.
    static func folded(_ text: String, level: FoldingLevel = .none) -> FoldedText {
        var folded = FoldedText()
        Folder(level: level).fold(Array(text.utf8).span, into: &folded)
        return folded
    }

    /// The shingle hashes of a raw text.
    static func shingles(_ text: String, rule: ShingleRule = .characters(5)) -> ShingleHashes {
        var shingles = ShingleHashes()
        Shingler(rule: rule).hash(folded(text), into: &shingles)
        return shingles
    }

    /// The hashes as an array.
    static func array(_ shingles: borrowing ShingleHashes) -> [UInt64] {
        shingles.withHashes { hashes in (0..<hashes.count).map { hashes[$0] } }
    }

    /// A random text over a few Chinese characters and letters.
    static func text(length: Int, using generator: inout SplitMix64) -> String {
        let alphabet = Array("的一是在不了有和人这中大为上个国我以要他abc12，。")
        return String(
            (0..<length)
                .map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &generator)] }
        )
    }

    /// A text with some characters replaced.
    static func edited(_ text: String, rate: Double, using generator: inout SplitMix64) -> String {
        let alphabet = Array("东西南北春夏秋冬")
        return String(
            text.map { character in
                Double.random(in: 0..<1, using: &generator) < rate
                    ? alphabet[Int.random(in: 0..<alphabet.count, using: &generator)] : character
            }
        )
    }

    /// Jaccard similarity by its definition.
    static func jaccard(_ a: [UInt64], _ b: [UInt64]) -> Double {
        let (a, b) = (Set(a), Set(b))
        return a.isEmpty && b.isEmpty
            ? 0 : Double(a.intersection(b).count) / Double(a.union(b).count)
    }
}
