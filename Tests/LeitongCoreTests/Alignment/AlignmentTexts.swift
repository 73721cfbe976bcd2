import TestSupport

@_spi(Core) @testable import LeitongCore

/// Pairs of texts that are hard to align, and what a common run is, by its definition.
struct AlignmentTexts {
    private static let wildcard = FoldedText.wildcard
    private var random: SplitMix64

    init(seed: UInt64) { random = SplitMix64(seed: seed) }

    /// Two texts of up to `limit` scalars over one alphabet: unrelated, or one an edition of the other
    /// with blocks moved, slipped in, repeated and rewritten.
    mutating func pair(limit: Int) -> (a: [UInt32], b: [UInt32]) {
        let letters = alphabet()
        let count = Int.random(in: 0...limit, using: &random)
        let isPeriodic = Int.random(in: 0..<3, using: &random) == 0
        let period = text(isPeriodic ? Int.random(in: 1...12, using: &random) : count, letters)
        let a = (0..<count).map { period[$0 % period.count] }
        if Int.random(in: 0..<5, using: &random) == 0 {
            return (a, text(Int.random(in: 0...limit, using: &random), letters))
        }
        var b = a
        for _ in 0..<Int.random(in: 0...6, using: &random) where b.count > 2 { edit(&b, letters) }
        return (a, Array(b.prefix(limit)))
    }

    /// 1, 2, 4 or 300 letters: wide, narrow, or by turns; sometimes with a redaction mark.
    private mutating func alphabet() -> [UInt32] {
        let size: UInt32 = [1, 2, 4, 300].randomElement(using: &random) ?? 1
        let kind = Int.random(in: 0..<3, using: &random)
        var letters = (0..<size)
            .map { letter -> UInt32 in
                let isWide = kind == 0 || (kind == 1 && letter % 2 == 0)
                return letter + (isWide ? 0x4E00 : 0xE0)
            }
        if Int.random(in: 0..<4, using: &random) == 0 { letters.append(Self.wildcard) }
        return letters
    }

    private mutating func text(_ count: Int, _ letters: [UInt32]) -> [UInt32] {
        (0..<count).map { _ in letters.randomElement(using: &random) ?? 0 }
    }

    private mutating func edit(_ text: inout [UInt32], _ letters: [UInt32]) {
        let start = Int.random(in: 0..<text.count, using: &random)
        let end = Int.random(in: start...Swift.min(text.count, start + 60), using: &random)
        let block = Array(text[start..<end])
        switch Int.random(in: 0..<4, using: &random) {
        case 0:
            text.removeSubrange(start..<end)
            text.insert(contentsOf: block, at: Int.random(in: 0...text.count, using: &random))
        case 1:
            let count = Int.random(in: 1...40, using: &random)
            text.insert(contentsOf: self.text(count, letters), at: start)
        case 2:
            text.insert(contentsOf: block, at: Int.random(in: 0...text.count, using: &random))
        default:
            for place in stride(from: start, to: end, by: Int.random(in: 1...30, using: &random)) {
                text[place] = letters.randomElement(using: &random) ?? 0
            }
        }
    }

    /// Whether two texts have a run in common that is sure to be found, by comparing every two places.
    static func haveSureRun(_ a: ArraySlice<UInt32>, _ b: ArraySlice<UInt32>, _ rule: SeedRule)
        -> Bool
    {
        guard Swift.min(a.count, b.count) >= rule.minRun else { return false }
        // For each place of `b`, the run that ends there and at the last place of `a`.
        var lengths = [Int](repeating: 0, count: b.count + 1)
        var widths = lengths
        for x in a {
            // From the end, so that the entry before one is still that of the place before in `a`.
            for (index, y) in b.enumerated().reversed() {
                let isEqual = x == y && x != wildcard
                lengths[index + 1] = isEqual ? lengths[index] + 1 : 0
                widths[index + 1] = isEqual ? widths[index] + (ScalarMarks.isWide(x) ? 1 : 0) : 0
                let isWide = widths[index + 1] > 0
                if lengths[index + 1] >= (isWide ? rule.minRun : rule.minNarrowRun) { return true }
            }
        }
        return false
    }
}
