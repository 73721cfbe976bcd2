/// Jaccard similarity in its plainest form.
///
/// Labels must not depend on the engine they judge, so this module folds and compares on its own:
/// letters, numbers and marks are kept, full width becomes half width, capitals become small.
///
/// Source: P. Jaccard, The distribution of the flora in the alpine zone, 1912; shingles after
/// A. Broder, On the resemblance and containment of documents, 1997.
public enum PlainSimilarity {
    /// The exact Jaccard similarity of the sets of five-character shingles of two texts.
    ///
    /// A text of fewer than five characters is one shingle; two texts without a letter are not
    /// similar.
    ///
    /// - Complexity: O(*n* + *m*) set operations, *n* and *m* the texts' lengths.
    public static func jaccard(_ first: String, _ second: String) -> Double {
        let left = shingles(of: folded(first))
        let right = shingles(of: folded(second))
        let shared = left.intersection(right).count
        let all = left.count + right.count - shared
        return all == 0 ? 0 : Double(shared) / Double(all)
    }

    /// What is compared of a text: its letters, numbers and marks, half width and small.
    public static func folded(_ text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.flatMap { scalar in
            isKept(scalar)
                ? Array(halfWidth(scalar).properties.lowercaseMapping.unicodeScalars) : []
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

    private static func shingles(of scalars: [Unicode.Scalar]) -> Set<ArraySlice<Unicode.Scalar>> {
        guard scalars.count > 5 else { return scalars.isEmpty ? [] : [scalars[...]] }
        return Set((0...scalars.count - 5).map { scalars[$0..<$0 + 5] })
    }
}
