import TestSupport
import Testing

@_spi(Core) @testable import LeitongCore

@Suite struct GapAlignerTests {
    private static let wildcard = FoldedText.wildcard

    private func align(_ a: [UInt32], _ b: [UInt32]) -> [PassageRun] {
        var aligner = GapAligner()
        var list = RunList()
        aligner.align(a.span, b.span, into: &list)
        return list.runs
    }

    private func scalars(_ text: String) -> [UInt32] {
        text.unicodeScalars.map { $0 == "*" ? Self.wildcard : $0.value }
    }

    /// Edit distance with wildcards, by definition.
    private func cost(_ a: [UInt32], _ b: [UInt32]) -> Int {
        var table = [[Int]](
            repeating: [Int](repeating: .max / 2, count: b.count + 1),
            count: a.count + 1
        )
        table[0][0] = 0
        for row in 0...a.count {
            for column in 0...b.count where row + column > 0 {
                var best = table[row][column]
                let aWild = row > 0 && a[row - 1] == Self.wildcard
                let bWild = column > 0 && b[column - 1] == Self.wildcard
                if row > 0, column > 0, !aWild, !bWild {
                    let change = a[row - 1] == b[column - 1] ? 0 : 1
                    best = Swift.min(best, table[row - 1][column - 1] + change)
                }
                if aWild {
                    for length in 0...Swift.min(8, column) {
                        best = Swift.min(best, table[row - 1][column - length])
                    }
                } else if row > 0 {
                    best = Swift.min(best, table[row - 1][column] + 1)
                }
                if bWild {
                    for length in 0...Swift.min(8, row) {
                        best = Swift.min(best, table[row - length][column - 1])
                    }
                } else if column > 0 {
                    best = Swift.min(best, table[row][column - 1] + 1)
                }
                table[row][column] = best
            }
        }
        return table[a.count][b.count]
    }

    @Test func runsCoverBothTextsAtLeastCost() {
        var random = SplitMix64(seed: 3)
        let letters = scalars("全面推进*")
        for _ in 0..<400 {
            let (a, b) = (0..<2)
                .map { _ in
                    (0..<Int.random(in: 1...14, using: &random))
                        .map { _ in letters.randomElement(using: &random) ?? 0 }
                }
                .withBoth { ($0, $1) }
            let runs = align(a, b)
            #expect(runs.reduce(0) { $0 + $1.aLength } == a.count)
            #expect(runs.reduce(0) { $0 + $1.bLength } == b.count)
            var (x, y) = (0, 0)
            for run in runs {
                if run.kind == .equal {
                    #expect(Array(a[x..<x + run.aLength]) == Array(b[y..<y + run.bLength]))
                }
                (x, y) = (x + run.aLength, y + run.bLength)
            }
            // ShortMatches count as changed, so changes are no fewer than the least cost.
            let changed = runs.reduce(0) {
                $0 + ($1.kind == .changed ? Swift.max($1.aLength, $1.bLength) : 0)
            }
            #expect(changed >= cost(a, b) || changed == 0 && cost(a, b) == 0)
        }
    }

    private func equalCount(_ runs: [PassageRun]) -> Int {
        runs.reduce(0) { $0 + ($1.kind == .equal ? $1.aLength : 0) }
    }

    /// In any text: no changed run holds a run on both sides that is sure to be found, and both sides
    /// see the same alignment.
    @Test(arguments: [6, 13, 20])
    func noChangeHoldsASureRun(minRun: Int) throws {
        let rule = try #require(SeedRule(minRun: minRun))
        var aligner = GapAligner(rule: rule)
        for seed in UInt64(0)..<120 {
            var texts = AlignmentTexts(seed: seed)
            let (a, b) = texts.pair(limit: [40, 150, 40, 400][Int(seed % 4)])
            var list = RunList()
            aligner.align(a.span, b.span, into: &list)
            var (x, y) = (0, 0)
            for run in list.runs {
                let (inA, inB) = (a[x..<x + run.aLength], b[y..<y + run.bLength])
                switch run.kind {
                case .equal:
                    #expect(inA.elementsEqual(inB) && !inA.contains(Self.wildcard), "\(seed)")
                case .changed:
                    #expect(!AlignmentTexts.haveSureRun(inA, inB, rule), "\(seed)")
                case .redacted:
                    #expect(inA.contains(Self.wildcard) || inB.contains(Self.wildcard), "\(seed)")
                }
                (x, y) = (x + run.aLength, y + run.bLength)
            }
            #expect(x == a.count && y == b.count)
            var other = RunList()
            aligner.align(b.span, a.span, into: &other)
            #expect(other.runs.map(\.mirrored) == list.runs, "\(seed)")
        }
    }

    /// Sixty equal, eighty other, three times: the middle sixty are equal at the same place.
    @Test func whatIsEqualInTheMiddleOfALongGapIsFound() {
        var random = SplitMix64(seed: 60)
        func block(_ count: Int) -> [UInt32] {
            (0..<count).map { _ in UInt32.random(in: 0x4E00..<0x9000, using: &random) }
        }
        for other in [80, 800, 8000] {
            let middle = block(60)
            let runs = align(
                block(other) + middle + block(other),
                block(other) + middle + block(other)
            )
            #expect(equalCount(runs) >= 60)
            #expect(runs.contains { $0.kind == .equal && $0.aLength >= 60 })
        }
    }

    @Test func ofTwoBlocksThatChangedPlacesOneIsEqual() {
        let first = scalars("到青屿县调研乡村振兴工作情况")
        let second = scalars("全面推进盐田港区建设发展事业")
        let runs = align(first + second, second + first)
        #expect(equalCount(runs) == 14)
        #expect(align(second + first, first + second).map(\.mirrored) == runs)
    }

    /// The marks of a gap too large for a table.
    @Test func marksInALongGapAreToldApart() {
        var random = SplitMix64(seed: 8)
        let text = (0..<700).map { _ in UInt32.random(in: 0x4E00..<0x9000, using: &random) }
        var redacted = text
        for place in stride(from: 5, to: 700, by: 10) { redacted[place] = Self.wildcard }
        let runs = align(redacted, text)
        #expect(equalCount(runs) == 630)
        #expect(runs.filter { $0.kind == .redacted }.count == 70)
        #expect(!runs.contains { $0.kind == .changed })
    }

    @Test func aMarkStandsForUpToEightCharacters() {
        #expect(align(scalars("在*市"), scalars("在青屿市")).map(\.kind) == [.equal, .redacted, .equal])
        #expect(align(scalars("*"), scalars("")).map(\.kind) == [.redacted])
        let long = align(scalars("甲*乙"), scalars("甲一二三四五六七八九十乙"))
        #expect(long.contains { $0.kind == .changed } && long.contains { $0.kind == .redacted })
        #expect(align(scalars("*"), scalars("*")).map(\.kind) == [.redacted])
    }

    @Test func unrelatedLettersThatAgreeByChanceAreChanged() {
        let runs = align(scalars("abcdefghij"), scalars("klmnefopqr"))
        #expect(runs == [PassageRun(kind: .changed, aLength: 10, bLength: 10)])
    }
}

extension Array {
    fileprivate func withBoth<Result>(_ body: (Element, Element) -> Result) -> Result {
        body(self[0], self[1])
    }
}
