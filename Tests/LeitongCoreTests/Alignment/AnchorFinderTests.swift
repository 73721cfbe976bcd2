import TestSupport
import Testing

@_spi(Core) @testable import LeitongCore

@Suite struct AnchorFinderTests {
    /// Checks that anchors are common runs in order, and that nothing is left between them.
    private func check(
        _ anchors: [CommonRun],
        _ a: [UInt32],
        _ b: [UInt32],
        _ rule: SeedRule,
        _ comment: Comment
    ) {
        var (aEnd, bEnd) = (0, 0)
        for run in anchors + [CommonRun(a: a.count, b: b.count, length: 0)] {
            guard run.a >= aEnd, run.b >= bEnd else {
                Issue.record("anchors cross: \(comment)")
                return
            }
            let text = a[run.a..<run.aEnd]
            #expect(text.elementsEqual(b[run.b..<run.bEnd]), comment)
            #expect(!text.contains(FoldedText.wildcard), comment)
            let isLeft = AlignmentTexts.haveSureRun(a[aEnd..<run.a], b[bEnd..<run.b], rule)
            #expect(!isLeft, comment)
            (aEnd, bEnd) = (run.aEnd, run.bEnd)
        }
    }

    @Test(arguments: [6, 13, 20])
    func nothingSureIsLeftBetweenAnchors(minRun: Int) throws {
        let rule = try #require(SeedRule(minRun: minRun))
        var finder = AnchorFinder(rule: rule)
        for seed in UInt64(0)..<150 {
            var texts = AlignmentTexts(seed: seed)
            let (a, b) = texts.pair(limit: seed % 2 == 0 ? 80 : 400)
            let anchors = finder.anchors(a.span, b.span)
            check(anchors, a, b, rule, "seed \(seed)")
            let mirrored = finder.anchors(b.span, a.span)
            #expect(mirrored.map { CommonRun(a: $0.b, b: $0.a, length: $0.length) } == anchors)
            let has = AlignmentTexts.haveSureRun(a[...], b[...], rule)
            let hasAnchor = finder.hasAnchor(a.span, b.span)
            #expect(hasAnchor == has, "seed \(seed)")
        }
    }

    @Test(arguments: [6, 13, 20])
    func repeatingTextIsAnchoredInFewRounds(minRun: Int) throws {
        let rule = try #require(SeedRule(minRun: minRun))
        for seed in UInt64(0)..<150 {
            var texts = AlignmentTexts(seed: seed)
            let (a, b) = texts.pair(limit: 400)
            let box = AlignmentBox(a: 0..<a.count, b: 0..<b.count)
            var anchors: [CommonRun] = []
            BalancedAnchors(a.span, b.span, box, rule).add(a.span, b.span, [box], to: &anchors)
            check(anchors.sorted { $0.a < $1.a }, a, b, rule, "seed \(seed)")
        }
    }

    @Test func theLongestRunComesFirst() {
        var random = SplitMix64(seed: 5)
        let blocks = (0..<3)
            .map { _ in (0..<120).map { _ in UInt32.random(in: 0x4E00..<0x9000, using: &random) } }
        let a = blocks[0].prefix(40) + blocks[1] + blocks[2].prefix(60)
        let b = blocks[2].prefix(60) + blocks[1] + blocks[0].prefix(40)
        var finder = AnchorFinder(rule: .standard)
        let anchors = finder.anchors(Array(a).span, Array(b).span)
        #expect(anchors == [CommonRun(a: 40, b: 60, length: 120)])
    }

    @Test func aRunOfLettersIsSureFromTwiceTheLength() {
        let letters = (0..<26).map { UInt32($0) + 0x61 }
        #expect(!shareAnchor(letters))
        #expect(shareAnchor(letters + [0x61]))
        #expect(!shareAnchor(Array(letters.prefix(13))))
        #expect(shareAnchor(Array(letters.prefix(12)) + [0x31]))
    }

    /// Whether two texts that have a run in common, at other places, have an anchor.
    private func shareAnchor(_ run: [UInt32]) -> Bool {
        let (a, b) = ([0xE0] + run, run + [0xE1])
        var finder = AnchorFinder(rule: .standard)
        return finder.hasAnchor(a.span, b.span)
    }

    /// Each text has so many common runs that no list of them is made.
    @Test(arguments: [1, 7, 200])
    func periodicTextOfManyScalarsIsAnchored(period: Int) {
        var random = SplitMix64(seed: UInt64(period))
        func edition() -> [UInt32] {
            (0..<20_000)
                .map { place in
                    let isEdited = Int.random(in: 0..<50, using: &random) == 0
                    return isEdited ? 0x9000 + UInt32(place % 97) : 0x4E00 + UInt32(place % period)
                }
        }
        let (a, b) = (edition(), edition())
        var finder = AnchorFinder(rule: .standard)
        let anchors = finder.anchors(a.span, b.span)
        #expect(anchors.reduce(0) { $0 + $1.length } > a.count / 4)
        var (aEnd, bEnd) = (0, 0)
        for run in anchors {
            #expect(run.a >= aEnd && run.b >= bEnd)
            #expect(a[run.a..<run.aEnd].elementsEqual(b[run.b..<run.bEnd]))
            let isLeft = AlignmentTexts.haveSureRun(a[aEnd..<run.a], b[bEnd..<run.b], .standard)
            #expect(!isLeft)
            (aEnd, bEnd) = (run.aEnd, run.bEnd)
        }
    }
}
