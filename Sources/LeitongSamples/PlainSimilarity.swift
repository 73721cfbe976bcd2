private import Foundation

/// Jaccard similarity in its plainest form.
///
/// Labels must not depend on the engine they judge, so this module folds and compares on its own:
/// letters, numbers, their signs and marks are kept, full width becomes half width, capitals small. A
/// redaction mark as recipes write it, two or more `*`, or `X` without a letter or digit beside it,
/// hides what is not known: no shingle crosses it.
///
/// Source: P. Jaccard, The distribution of the flora in the alpine zone, 1912; shingles after
/// A. Broder, On the resemblance and containment of documents, 1997.
public enum PlainSimilarity {
    /// The exact Jaccard similarity of the sets of five-character shingles of two texts.
    ///
    /// A text of fewer than five characters is one shingle, if no mark is in it; two texts without a
    /// letter are not similar.
    ///
    /// - Complexity: O(*n* + *m*) set operations, *n* and *m* the texts' lengths.
    public static func jaccard(_ first: String, _ second: String) -> Double {
        let left = shingles(of: first)
        let right = shingles(of: second)
        let shared = left.intersection(right).count
        let all = left.count + right.count - shared
        return all == 0 ? 0 : Double(shared) / Double(all)
    }

    /// What is compared of a text: its letters, numbers and marks, half width and small.
    public static func folded(_ text: String) -> [Unicode.Scalar] {
        let scalars = text.unicodeScalars.map(halfWidth)
        return scalars.indices.flatMap { index in
            isKept(scalars[index]) || isSignOfNumber(index, in: scalars)
                ? Array(scalars[index].properties.lowercaseMapping.unicodeScalars) : []
        }
    }

    /// Whether a sign makes a number another: a point or comma between digits, a minus before one, a
    /// per cent sign behind one.
    private static func isSignOfNumber(_ index: Int, in scalars: [Unicode.Scalar]) -> Bool {
        func isDigit(_ other: Int) -> Bool {
            scalars.indices.contains(other) && ("0"..."9").contains(scalars[other])
        }
        func isWord(_ other: Int) -> Bool {
            guard scalars.indices.contains(other) else { return false }
            return isDigit(other) || ("a"..."z").contains(scalars[other])
                || ("A"..."Z").contains(scalars[other])
        }
        switch scalars[index] {
        case ".", ",": return isDigit(index - 1) && isDigit(index + 1)
        case "-", "\u{2212}": return isDigit(index + 1) && !isWord(index - 1)
        case "%", "\u{2030}": return isDigit(index - 1)
        default: return false
        }
    }

    /// Whether a character is a letter, number or mark, so that folding keeps it.
    static func isKept(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .decimalNumber, .letterNumber, .otherNumber,
            .nonspacingMark, .spacingMark, .enclosingMark:
            true
        default:
            false
        }
    }

    private static func halfWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
        return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    }

    private static func shingles(of text: String) -> Set<ArraySlice<Unicode.Scalar>> {
        let stretches = stretches(of: text).map(folded)
        if stretches.count == 1, let only = stretches.first, (1..<5).contains(only.count) {
            return [only[...]]
        }
        return stretches.reduce(into: []) { shingles, stretch in
            for start in 0..<max(0, stretch.count - 4) {
                shingles.insert(stretch[start..<start + 5])
            }
        }
    }

    /// The text between redaction marks.
    static func stretches(of text: String) -> [String] {
        let word = "[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]"
        let mark = "[*]{2,}|(?<!\(word))(?:X{2,}|Ｘ{2,})(?!\(word))"
        return text.replacingOccurrences(of: mark, with: "\u{0}", options: .regularExpression)
            .components(separatedBy: "\u{0}")
    }
}
