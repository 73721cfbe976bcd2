import Foundation
@_spi(Core) package import LeitongCore

/// Answers computed in the plainest way, to hold the fast ones against.
package enum PlainAnswers {
    /// Standard folding of a text of ideographs, digits, letters and marks.
    ///
    /// - Parameter text: UTF-8.
    /// - Returns: Folded UTF-8.
    package static func fold(_ text: [UInt8]) -> [UInt8] {
        let composed = String(decoding: text, as: UTF8.self)
            .precomposedStringWithCompatibilityMapping
            .lowercased()
        var kept = String.UnicodeScalarView()
        for scalar in composed.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter,
                .otherLetter, .decimalNumber, .letterNumber, .otherNumber:
                kept.append(scalar)
            default: break
            }
        }
        return Array(String(kept).utf8)
    }

    /// Shingles as strings, from the definition of the rule.
    ///
    /// - Parameters:
    ///   - text: Folded text.
    ///   - rule: How long a shingle is.
    /// - Returns: All runs in order, repeats included.
    package static func shingles(_ text: FoldedText, rule: ShingleRule) -> [String] {
        let scalars = Array(String(decoding: text.bytes, as: UTF8.self).unicodeScalars)
        return scalars.indices.compactMap { start in
            var run = String.UnicodeScalarView()
            var length = 0
            for scalar in scalars[start...] {
                run.append(scalar)
                switch rule {
                case .characters(let count):
                    length += 1
                    if length == count { return String(run) }
                case .width(let width):
                    length += ScalarWidth.width(of: scalar.value)
                    if length >= width { return String(run) }
                }
            }
            return nil
        }
    }

    /// Hash of one shingle, taken alone.
    package static func hash(_ shingle: String) -> UInt64 {
        var folded = FoldedText()
        var hashes = ShingleHashes()
        Folder(level: .none).fold(Array(shingle.utf8).span, into: &folded)
        Shingler(rule: .characters(folded.scalarCount)).hash(folded, into: &hashes)
        return hashes.withHashes { $0[0] }
    }

    /// The signature of scheme `minhash-xxh3-multiply-shift-128/2`, from its definition.
    ///
    /// - Parameter hashes: XXH3-64 of the shingles.
    /// - Returns: 128 values.
    package static func signature(_ hashes: [UInt64]) -> [UInt32] {
        precondition(MinHasher.name == "minhash-xxh3-multiply-shift-128/2", "another scheme")
        var generator = SplitMix64(seed: MinHasher.standardSeed)
        return (0..<MinHasher.valueCount)
            .map { _ in
                let multiplier = UInt32(truncatingIfNeeded: generator.next()) | 1
                // Wrapping: multiply-shift is defined modulo 2^32.
                return hashes.map { UInt32($0 >> 32) &* multiplier }.min() ?? .max
            }
    }
}
