import TestSupport
import Testing

@_spi(Core) @testable import LeitongCore

/// What becomes one passage: each rule just within its border, and just beyond it.
@Suite struct PassageMergerTests {
    private func chains(_ passages: [Passage], _ texts: PassageTexts) -> [PassageChain] {
        var merger = PassageMerger()
        return merger.merged(passages, in: texts.scalars.span)
    }

    private func merged(_ passages: [Passage], _ texts: PassageTexts) -> [Passage] {
        chains(passages, texts).map(\.passage)
    }

    /// How many passages are left of two that follow each other.
    ///
    /// - Parameters:
    ///   - lengths: Characters of the two.
    ///   - gaps: Characters between them in either document.
    ///   - common: Characters that the texts between have in common, at their beginning.
    /// - Returns: One or two.
    private func count(_ lengths: (Int, Int), gaps: (Int, Int), common: Int = 0) -> Int {
        var texts = PassageTexts()
        texts.add(both: texts.fresh(lengths.0))
        texts.add(both: texts.fresh(common))
        texts.add(a: texts.fresh(gaps.0 - common), b: texts.fresh(gaps.1 - common))
        texts.add(both: texts.fresh(lengths.1))
        let second = lengths.0 + gaps.0
        let passages = [
            texts.exact(0..<lengths.0, 0),
            texts.exact(second..<second + lengths.1, lengths.0 + gaps.1),
        ]
        let merged = merged(passages, texts)
        for passage in merged { #expect(texts.faults(passage) == []) }
        #expect(merged == self.merged(passages.reversed(), texts))
        return merged.count
    }

    /// Half of the shorter of the two, and 300 characters.
    @Test(arguments: [
        (100, 400, 50), (400, 100, 50), (100, 100, 50), (800, 700, 300), (50, 50, 25),
    ])
    func theTextBetweenIsShort(first: Int, second: Int, limit: Int) {
        for (a, b) in [(limit, limit), (limit, 0), (0, limit), (limit, limit - 1), (0, 0)] {
            #expect(count((first, second), gaps: (a, b)) == 1)
        }
        let beyond = limit + 1
        for (a, b) in [(beyond, beyond), (limit, beyond), (beyond, limit)] {
            #expect(count((first, second), gaps: (a, b)) == 2)
        }
    }

    /// Twelve characters in one document, an eighth of the longer passage in the other.
    @Test func oneDocumentHardlyHasAGap() {
        for lengths in [(400, 20), (20, 400)] {
            for gaps in [(12, 50), (50, 12), (0, 50), (50, 0)] {
                #expect(count(lengths, gaps: gaps) == 1)
            }
            for gaps in [(12, 51), (51, 12), (13, 50), (50, 13), (0, 51)] {
                #expect(count(lengths, gaps: gaps) == 2)
            }
        }
        #expect(count((2_500, 20), gaps: (0, 300)) == 1)
        #expect(count((2_500, 20), gaps: (0, 301)) == 2)
    }

    /// A quarter of the pairs of characters: of 101 characters, 26 have 25 of 100.
    @Test func rewrittenTextIsReachedOver() {
        #expect(count((45, 45), gaps: (101, 101), common: 26) == 1)
        #expect(count((45, 45), gaps: (101, 101), common: 25) == 2)
        // Of the side with fewer.
        #expect(count((45, 45), gaps: (101, 300), common: 26) == 1)
        #expect(count((45, 45), gaps: (101, 300), common: 25) == 2)
    }

    @Test func rewrittenTextIsAtMostFiveHundredCharacters() {
        #expect(count((45, 45), gaps: (500, 500), common: 200) == 1)
        #expect(count((45, 45), gaps: (500, 501), common: 200) == 2)
        #expect(count((45, 45), gaps: (501, 500), common: 200) == 2)
    }

    @Test func rewrittenTextIsNotSixTimesAsLong() {
        #expect(count((45, 45), gaps: (10, 60), common: 10) == 1)
        #expect(count((45, 45), gaps: (10, 61), common: 10) == 2)
    }

    /// One of the two has 40 characters.
    @Test func shortPassagesReachOverNothing() {
        #expect(count((40, 20), gaps: (100, 100), common: 90) == 1)
        #expect(count((20, 40), gaps: (100, 100), common: 90) == 1)
        #expect(count((39, 39), gaps: (100, 100), common: 90) == 2)
    }

    @Test func whatLiesInsideAnotherIsToldByIt() {
        var texts = PassageTexts()
        texts.add(both: texts.fresh(100))
        let whole = texts.exact(0..<100, 0, isCertain: false)
        let inner = texts.exact(20..<50, 20)
        for passages in [[whole, inner], [inner, whole]] {
            let chains = chains(passages, texts)
            #expect(chains.map(\.passage) == [whole])
            // What is certain in it stays certain.
            #expect(chains.first?.inner == [inner])
        }
    }

    /// The same ends may belong to both neighbours; what is joined has them once.
    @Test(arguments: [1, 12, 24])
    func neighboursMayOverlap(overlap: Int) {
        for (aOverlap, bOverlap) in [(overlap, 0), (0, overlap), (overlap, overlap / 2)] {
            var texts = PassageTexts()
            let ends = texts.fresh(overlap)
            // Where they overlap in one document only, the other has the text twice.
            let (first, second) = (texts.fresh(60), texts.fresh(60))
            func document(_ overlap: Int) -> [UInt32] {
                first + ends + ends.dropFirst(overlap) + second
            }
            texts.add(a: document(aOverlap), b: document(bOverlap))
            let length = 60 + overlap
            // The second passage holds as much of the ends as stands before it on both sides.
            let head = overlap - Swift.max(aOverlap, bOverlap)
            let p = texts.exact(0..<length, 0)
            let aStart = texts.a.count - 60 - head
            let q = texts.exact(aStart..<texts.a.count, texts.b.count - 60 - head)
            let merged = merged([p, q], texts)
            #expect(merged.count == 1)
            #expect(merged.allSatisfy { texts.faults($0) == [] && $0.holds(p) && $0.holds(q) })
        }
    }

    /// Whatever is merged: nothing that was found is lost on either side.
    @Test(arguments: 0..<150)
    func everyPassageLiesInWhatIsLeft(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        var texts = PassageTexts()
        let count = Int.random(in: 0...12, using: &random)
        let longest = [25, 80, 300][seed % 3]
        let parts = (0..<count)
            .map { _ in texts.fresh(Int.random(in: 6...longest, using: &random)) }
        func gap() -> Int { [0, 3, 30, 400][Int.random(in: 0..<4, using: &random)] }
        var aStarts: [Int] = []
        for part in parts {
            texts.add(a: texts.fresh(Int.random(in: 0...gap(), using: &random)))
            aStarts.append(texts.a.count)
            texts.add(a: part)
        }
        var passages: [Passage] = []
        let order = seed % 2 == 0 ? Array(parts.indices) : parts.indices.shuffled(using: &random)
        // Some stand twice in the second document.
        for number in order + order.prefix(seed % 3) {
            texts.add(b: texts.fresh(Int.random(in: 0...gap(), using: &random)))
            let start = aStarts[number]
            let isCertain = Bool.random(using: &random)
            passages.append(
                texts.exact(
                    start..<start + parts[number].count,
                    texts.b.count,
                    isCertain: isCertain
                )
            )
            texts.add(b: parts[number])
        }
        let chains = chains(passages.shuffled(using: &random), texts)
        let merged = chains.map(\.passage)
        for passage in merged { #expect(texts.faults(passage) == []) }
        for passage in passages {
            #expect(merged.contains { $0.holds(passage) })
            for match in passage.certainMatches {
                let isKept = chains.contains { chain in
                    chain.passage.holds(passage)
                        && ([chain.passage] + chain.parts + chain.inner)
                            .contains { $0.certainMatches.contains { $0.contains(match) } }
                }
                #expect(isKept)
            }
        }
        #expect(merged.count <= passages.count)
        #expect(merged.map(\.a.lowerBound) == merged.map(\.a.lowerBound).sorted())
    }
}
