/// A run on which two documents agree, as long as it can be.
struct ExactMatch: Equatable {
    /// First scalar in the first document, counted in the stream.
    var a: Int
    /// First scalar in the second document, counted in the stream.
    var b: Int
    /// Scalars.
    var length: Int
    /// Width: 2 for a Chinese character or a digit, 1 for a letter.
    var width: Int
    /// Whether it is as long as the runs that are sure to be found.
    var isStrong: Bool
    /// Whether a seed in it stands in few places.
    var isRare = false

    var aEnd: Int { a + length }
    var bEnd: Int { b + length }

    /// Width of a scalar of this text, as a whole number.
    var scalarWidth: Int { 2 * width >= 3 * length ? 2 : 1 }
}

/// Extends hits of seeds to exact matches.
struct MatchExtender {
    let rule: SeedRule
    /// Scalars that may still be compared before extension is cut short.
    private var budget: Int

    /// How far a match is extended when the budget is spent.
    ///
    /// In periodic text every period matches every other to the end: quadratic. What lies beyond is
    /// in the matches of other seeds, or in a repeated run.
    private static let cutLength = 64

    /// Creates an extender for one pair of documents.
    init(rule: SeedRule, aLength: Int, bLength: Int) {
        self.rule = rule
        budget = 16 * (aLength + bLength)
    }

    /// The longest match around a hit.
    ///
    /// - Parameters:
    ///   - a: A scalar of the first document, counted in the stream.
    ///   - b: The scalar of the second document that it agrees with.
    ///   - scalars: The stream.
    ///   - aRange: The first document.
    ///   - bRange: The second document.
    /// - Returns: `nil` if the texts do not agree: two seeds had the same hash.
    mutating func match(
        at a: Int,
        _ b: Int,
        in scalars: Span<UInt32>,
        _ aRange: Range<Int>,
        _ bRange: Range<Int>
    ) -> ExactMatch? {
        let reach = budget > 0 ? Int.max : Self.cutLength
        let left = Swift.min(a - aRange.lowerBound, b - bRange.lowerBound, reach)
        var before = 0
        while before < left, scalars[a - before - 1] == scalars[b - before - 1],
            scalars[a - before - 1] != FoldedText.wildcard
        {
            before += 1
        }
        let right = Swift.min(aRange.upperBound - a, bRange.upperBound - b, reach)
        var after = 0
        while after < right, scalars[a + after] == scalars[b + after],
            scalars[a + after] != FoldedText.wildcard
        {
            after += 1
        }
        let length = before + after
        budget -= length
        guard length >= SeedRule.wideLength else { return nil }
        return measured(a - before, b - before, length, scalars)
    }

    /// A match with its width.
    func measured(_ a: Int, _ b: Int, _ length: Int, _ scalars: Span<UInt32>) -> ExactMatch {
        var wide = 0
        for position in a..<a + length where ScalarMarks.isWide(scalars[position]) { wide += 1 }
        return ExactMatch(
            a: a,
            b: b,
            length: length,
            width: length + wide,
            isStrong: length >= rule.minNarrowRun || (length >= rule.minRun && wide > 0)
        )
    }
}
