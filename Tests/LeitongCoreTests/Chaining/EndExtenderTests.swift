import TestSupport
import Testing

@_spi(Core) @testable import LeitongCore

/// Extension, held to a plain table of the best score of every two prefixes.
@Suite struct EndExtenderTests {
    private static let reach = 32

    private func extend(_ a: [UInt32], _ b: [UInt32]) -> [PassageRun] {
        var extender = EndExtender()
        return extender.extend(aLength: a.count, bLength: b.count) { a[$0] == b[$1] }
    }

    private func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

    /// Best score of any alignment of two prefixes that ends with an equal scalar: one point for
    /// each equal one, one less for each changed, inserted or deleted.
    private func best(_ a: [UInt32], _ b: [UInt32]) -> Int {
        let (rows, columns) = (Swift.min(a.count, Self.reach), Swift.min(b.count, Self.reach))
        guard rows > 0, columns > 0 else { return 0 }
        var table = [[Int]](repeating: [Int](repeating: 0, count: columns + 1), count: rows + 1)
        var best = 0
        for row in 0...rows {
            for column in 0...columns where row + column > 0 {
                var score = Int.min
                if row > 0 { score = Swift.max(score, table[row - 1][column] - 1) }
                if column > 0 { score = Swift.max(score, table[row][column - 1] - 1) }
                if row > 0, column > 0 {
                    let agrees = a[row - 1] == b[column - 1]
                    let diagonal = table[row - 1][column - 1] + (agrees ? 1 : -1)
                    score = Swift.max(score, diagonal)
                    if agrees { best = Swift.max(best, diagonal) }
                }
                table[row][column] = score
            }
        }
        return best
    }

    @Test(arguments: 0..<300)
    func runsAreTheBestOfAllAlignments(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let letters = scalars(["全面", "全面推进", "全面推进乡村振兴加快"][seed % 3])
        let a = (0..<Int.random(in: 0...50, using: &random))
            .map { _ in letters.randomElement(using: &random) ?? 0 }
        // What was copied and changed, or anything.
        var b = a.map { scalar in
            Int.random(in: 0..<3, using: &random) == 0
                ? letters.randomElement(using: &random) ?? 0 : scalar
        }
        if seed % 4 == 0 { b.shuffle(using: &random) }
        if !b.isEmpty, Bool.random(using: &random) {
            b.remove(at: Int.random(in: 0..<b.count, using: &random))
        }
        let runs = extend(a, b)
        var (x, y, score) = (0, 0, 0)
        for run in runs {
            if run.kind == .equal {
                #expect(a[x..<x + run.aLength].elementsEqual(b[y..<y + run.bLength]))
                score += run.aLength
            } else {
                score -= Swift.max(run.aLength, run.bLength)
            }
            (x, y) = (x + run.aLength, y + run.bLength)
        }
        #expect(x <= Swift.min(a.count, Self.reach) && y <= Swift.min(b.count, Self.reach))
        #expect(runs.isEmpty || runs.last?.kind == .equal)
        // Stretches of one scalar are not looked at.
        if a.count > 1, b.count > 1 { #expect(score == best(a, b)) }
    }

    /// The texts before or behind a passage, of which most are told at once to share nothing.
    @Test(arguments: 0..<300)
    func textThatSharesNoPairIsLeftAlone(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let letters = UInt32.random(in: 1...60, using: &random)
        let texts = (0..<2)
            .map { _ in
                (0..<Int.random(in: 0...40, using: &random))
                    .map { _ in
                        Int.random(in: 0..<20, using: &random) == 0
                            ? FoldedText.wildcard : UInt32.random(in: 0..<letters, using: &random)
                    }
            }
        var extender = EndExtender()
        for isBackward in [false, true] {
            let (a, b) = (texts[0], texts[1])
            let runs = extender.extend(a.span, b.span, isBackward: isBackward)
            let (x, y) = isBackward ? (a.reversed(), b.reversed()) : (a, b)
            let plain = extender.extend(aLength: x.count, bLength: y.count) {
                x[$0] == y[$1] && x[$0] != FoldedText.wildcard
            }
            #expect(runs == plain)
        }
    }

    @Test func theRestBehindAChangeIsTakenIn() {
        let runs = extend(scalars("今秋天"), scalars("明秋天"))
        #expect(runs.map(\.kind) == [.changed, .equal, .equal])
        // One equal scalar behind one change gains nothing.
        #expect(extend(scalars("今秋"), scalars("明秋")).isEmpty)
        #expect(extend(scalars("推进乡村"), scalars("加快农业")).isEmpty)
    }

    @Test func nothingIsAddedBehindTheLastThatAgrees() {
        let runs = extend(scalars("秋天来了"), scalars("秋天冷啊"))
        #expect(runs.reduce(0) { $0 + $1.aLength } == 2)
    }

    @Test func theReachIsBounded() {
        let text = [UInt32](repeating: 0x5168, count: 100)
        #expect(extend(text, text).reduce(0) { $0 + $1.aLength } == 32)
        #expect(extend([], text).isEmpty && extend(text, []).isEmpty)
        #expect(extend(Array(text.prefix(1)), text).isEmpty)
    }
}
