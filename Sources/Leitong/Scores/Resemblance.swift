@_spi(Core) import LeitongCore
import LeitongStorage

/// How much whole documents or sections are alike: the Jaccard similarity of their shingles.
///
/// Source: A. Broder, On the resemblance and containment of documents, 1997. Shingles go over the ends
/// of paragraphs and never over a redaction mark, so that poems, lists of names and tables, whose lines
/// are shorter than a shingle, are compared as what they are.
///
/// A resemblance is 1 if and only if two texts are equal. Texts of equal shingles that differ (a sentence
/// stands twice, or two that repeat have changed places) and what would be rounded to 1 have
/// ``greatestOfUnlike``. Texts too short for a shingle are 1 or 0.
struct Resemblance: Sendable {
    /// What texts that are not equal have at most.
    static let greatestOfUnlike = 0.9999

    fileprivate let scalars: FlatArray<UInt32>
    fileprivate let units: [Range<Int>]
    /// The different shingle hashes of each unit, rising; one unit's behind the other's.
    fileprivate let hashes: [[UInt64]]

    /// Shingles the units.
    ///
    /// - Parameters:
    ///   - stream: The folded text of all documents.
    ///   - units: Where each unit lies in it.
    ///   - rule: How long a shingle is.
    ///   - context: How it is run.
    /// - Returns: What tells how much each two of them are alike.
    /// - Throws: `CancellationError`.
    /// - Complexity: Linearithmic in the characters; eight bytes a different shingle.
    static func resemblance(
        of stream: FoldedStream,
        units: [Range<Int>],
        rule: ShingleRule,
        context: RunContext
    ) async throws -> Resemblance {
        let scalars = stream.scalars
        let parts = try await context.map(
            count: units.count,
            chunkSize: 8
        ) { range in
            let shingler = ScalarShingler(rule: rule)
            return range.map { shingler.shingles(of: scalars.span.extracting(units[$0])) }
        }
        return Resemblance(scalars: scalars, units: units, hashes: Array(parts.joined()))
    }

    /// How much two units are alike.
    ///
    /// - Parameters:
    ///   - first: Number of a unit.
    ///   - second: Number of another.
    /// - Returns: 0 to 1, of four decimals; the same for the units exchanged.
    /// - Complexity: Linear in the shingles of the two, and in their characters where they may be equal.
    func callAsFunction(_ first: Int, _ second: Int) -> Double {
        let (left, right) = (hashes[first], hashes[second])
        let common = Self.commonCount(left.span, right.span)
        let all = left.count + right.count - common
        guard common < all || all == 0 else {
            return areEqual(first, second) ? 1 : Self.greatestOfUnlike
        }
        guard all > 0 else { return areEqual(first, second) ? 1 : 0 }
        let overlap = Overlap(intersection: common, union: all)
        return Swift.min(Rounded.similarity(overlap), Self.greatestOfUnlike)
    }

    /// Elements of both of two rising lists.
    private static func commonCount(_ left: Span<UInt64>, _ right: Span<UInt64>) -> Int {
        var (i, j, common) = (0, 0, 0)
        while i < left.count, j < right.count {
            let (x, y) = (left[i], right[j])
            common += x == y ? 1 : 0
            // Without a branch, for which of two hashes is the lower cannot be foreseen.
            i += x <= y ? 1 : 0
            j += y <= x ? 1 : 0
        }
        return common
    }

    /// Whether the texts of two units are equal, redaction marks among them.
    private func areEqual(_ first: Int, _ second: Int) -> Bool {
        let left = scalars.span.extracting(units[first])
        let right = scalars.span.extracting(units[second])
        guard left.count == right.count else { return false }
        for index in 0..<left.count where left[index] != right[index] { return false }
        return true
    }
}
