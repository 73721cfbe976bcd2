import TestSupport
import Testing

@_spi(Core) @testable import LeitongCore

/// What was one passage before it was shuffled: each rule just within its border, and beyond it.
@Suite struct ShuffleMergerTests {
    private func merged(_ passages: [Passage], _ texts: PassageTexts) -> [Passage] {
        let scalars = texts.scalars
        var merger = ShuffleMerger()
        let merged =
            merger.merged(
                passages.sorted(byPlace: \.place).map { MeasuredPassage($0, scalars.span) },
                in: scalars.span
            )
            .map(\.passage)
        for passage in merged { #expect(texts.faults(passage) == []) }
        for passage in passages { #expect(merged.contains { $0.holds(passage) }) }
        return merged
    }

    /// Passages in the order of the first document, in another order in the second.
    private func count(_ lengths: [Int], order: [Int], gap: Int) -> Int {
        var texts = PassageTexts()
        let parts = lengths.map { texts.fresh($0) }
        var aStarts: [Int] = []
        for (number, part) in parts.enumerated() {
            if number > 0 { texts.add(a: texts.fresh(gap)) }
            aStarts.append(texts.a.count)
            texts.add(a: part)
        }
        var bStarts = aStarts
        for (place, number) in order.enumerated() {
            if place > 0 { texts.add(b: texts.fresh(gap)) }
            bStarts[number] = texts.b.count
            texts.add(b: parts[number])
        }
        let passages = parts.indices.map {
            texts.exact(aStarts[$0]..<aStarts[$0] + lengths[$0], bStarts[$0])
        }
        return merged(passages, texts).count
    }

    /// Forty characters in the mean: longer ones are paragraphs that changed places.
    @Test func shortPassagesInAnotherOrderAreOne() {
        #expect(count([39, 39], order: [1, 0], gap: 0) == 1)
        #expect(count([41, 41], order: [1, 0], gap: 0) == 2)
        #expect(count([20, 60], order: [1, 0], gap: 0) == 1)
        #expect(count([20, 30, 10, 25], order: [2, 0, 3, 1], gap: 5) == 1)
        #expect(count([90, 90, 90], order: [2, 0, 1], gap: 0) == 3)
    }

    /// Half of what they span.
    @Test func theyFillHalfOfTheStretch() {
        #expect(count([30, 30], order: [1, 0], gap: 60) == 1)
        #expect(count([30, 30], order: [1, 0], gap: 61) == 2)
    }

    /// Two far apart, each of two near each other.
    @Test func whatFillsLessIsPartedAtTheWidestGap() {
        var texts = PassageTexts()
        let parts = (0..<4).map { _ in texts.fresh(20) }
        let far = texts.fresh(300)
        texts.add(a: parts[0] + parts[1] + far + parts[2] + parts[3])
        texts.add(b: parts[1] + parts[0] + far.reversed() + parts[3] + parts[2])
        let passages = [
            texts.exact(0..<20, 20), texts.exact(20..<40, 0),
            texts.exact(340..<360, 360), texts.exact(360..<380, 340),
        ]
        #expect(merged(passages, texts).map(\.a) == [0..<40, 340..<380])
    }

    /// An eighth of the shorter, if one was rewritten.
    @Test func rewrittenNeighboursNearlyTouch() {
        func count(identity equal: Int, gap: Int) -> Int {
            var texts = PassageTexts()
            let head = texts.fresh(equal - 1)
            texts.add(a: head + texts.fresh(100 - equal), b: head + texts.fresh(100 - equal))
            texts.add(both: texts.fresh(1))
            texts.add(a: texts.fresh(gap), b: texts.fresh(gap))
            texts.add(both: texts.fresh(72))
            let rewritten = texts.passage(
                0..<100,
                0..<100,
                [
                    (.equal, equal - 1, equal - 1), (.changed, 100 - equal, 100 - equal),
                    (.equal, 1, 1),
                ]
            )
            return merged([rewritten, texts.exact(100 + gap..<172 + gap, 100 + gap)], texts).count
        }
        #expect(count(identity: 79, gap: 9) == 1)
        #expect(count(identity: 79, gap: 10) == 2)
        #expect(count(identity: 80, gap: 9) == 2)
    }

    /// By however little.
    @Test func passagesThatOverlapInBothAreOne() {
        func count(_ overlap: Int) -> Int {
            // Periodic text, so that it agrees at a distance of a period.
            var texts = PassageTexts()
            let period = texts.fresh(100)
            texts.add(both: period + period + period)
            let p = texts.exact(0..<100, 100)
            let start = 100 - overlap
            // The second stands a little further apart, as an alignment of its own.
            let q = texts.passage(
                start..<start + 100,
                start + 100..<start + 200,
                [(.equal, 100, 100)]
            )
            return merged([p, q], texts).count
        }
        #expect(count(1) == 1)
        #expect(count(50) == 1)
        #expect(count(99) == 1)
    }

    /// A part that stands, in the first document, where the other was changed belongs to it if it
    /// is not further than 500 characters away in the other, and all matches a quarter of the span.
    @Test func aMovedPartBelongsToTheChangeItLeft() {
        func count(ends: Int, changed: Int, part: Int, away: Int, isInA: Bool) -> Int {
            var texts = PassageTexts()
            let (head, tail) = (texts.fresh(ends), texts.fresh(ends))
            let moved = texts.fresh(part)
            let hole = moved + texts.fresh(changed - part)
            let other = texts.fresh(changed)
            let whole = head + hole + tail
            let rest = head + other + tail + texts.fresh(away) + moved
            texts.add(a: isInA ? whole : rest, b: isInA ? rest : whole)
            let length = 2 * ends + changed
            let passage = texts.passage(
                0..<length,
                0..<length,
                [(.equal, ends, ends), (.changed, changed, changed), (.equal, ends, ends)]
            )
            let far = length + away
            let partPassage =
                isInA ? texts.exact(ends..<ends + part, far) : texts.exact(far..<far + part, ends)
            return merged([passage, partPassage], texts).count
        }
        for isInA in [true, false] {
            // 180 characters match, which is a quarter of 720: 200, 460 and 60.
            #expect(count(ends: 60, changed: 80, part: 60, away: 100, isInA: isInA) == 1)
            #expect(count(ends: 60, changed: 80, part: 60, away: 460, isInA: isInA) == 1)
            #expect(count(ends: 60, changed: 80, part: 60, away: 461, isInA: isInA) == 2)
            #expect(count(ends: 120, changed: 300, part: 200, away: 500, isInA: isInA) == 1)
            #expect(count(ends: 120, changed: 300, part: 200, away: 501, isInA: isInA) == 2)
        }
    }

    @Test func veryManyPassagesAreLeftApart() {
        #expect(
            count([Int](repeating: 10, count: 401), order: Array((0..<401).reversed()), gap: 0)
                == 401
        )
        #expect(
            count([Int](repeating: 10, count: 400), order: Array((0..<400).reversed()), gap: 0)
                < 400
        )
    }

    @Test func aTextThatRepeatsItselfIsNotShuffled() {
        var texts = PassageTexts()
        let parts = (0..<2).map { _ in texts.fresh(30) }
        texts.add(a: parts[0] + parts[1] + parts[1] + parts[0])
        func own(_ a: Int, _ b: Int) -> Passage {
            var passage = texts.exact(a..<a + 30, 0)
            passage.bDocument = 0
            passage.b = b..<b + 30
            passage.certainMatches = passage.equalStretches
            return passage
        }
        #expect(merged([own(0, 90), own(30, 60)], texts).count == 1)
        // Where the two sides overlap, they are not two texts.
        texts.add(a: parts[0])
        #expect(merged([own(0, 90), own(90, 120), own(30, 60)], texts).count > 1)
    }
}
