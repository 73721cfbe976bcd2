import TestSupport
import Testing

@_spi(Core) @testable import LeitongCore

/// Aligned passages say what the texts say.
@Suite struct PassageAlignerTests {
    private static let wildcard = FoldedText.wildcard

    private func random(
        _ count: Int,
        _ letters: [UInt32],
        _ random: inout SplitMix64
    ) -> [UInt32] {
        (0..<count).map { _ in letters.randomElement(using: &random) ?? 0 }
    }

    /// A text and a changed copy, in unrelated text on all sides.
    private func sample(_ random: inout SplitMix64, _ letters: [UInt32]) -> PassageTexts {
        let text = self.random(Int.random(in: 20...160, using: &random), letters, &random)
        let rate = Int.random(in: 8...25, using: &random)
        var copy: [UInt32] = []
        for scalar in text {
            switch Int.random(in: 0..<rate, using: &random) {
            case 0: copy += self.random(1, letters, &random)
            case 1: copy += self.random(3, letters, &random) + [scalar]
            case 2: break
            default: copy.append(scalar)
            }
        }
        var texts = PassageTexts()
        func around() -> [UInt32] {
            self.random(Int.random(in: 0...20, using: &random), letters, &random)
        }
        texts.add(a: around(), b: around())
        texts.add(a: text, b: copy)
        texts.add(a: around(), b: around())
        return texts
    }

    /// All longest exact matches of six scalars or more, by comparing every place with every other.
    private func matches(_ texts: PassageTexts) -> [ExactMatch] {
        let (a, b) = (texts.a, texts.b)
        func agree(_ x: Int, _ y: Int) -> Bool {
            x >= 0 && y >= 0 && x < a.count && y < b.count && a[x] == b[y]
                && a[x] != Self.wildcard
        }
        var matches: [ExactMatch] = []
        for x in a.indices {
            for y in b.indices where agree(x, y) && !agree(x - 1, y - 1) {
                var length = 1
                while agree(x + length, y + length) { length += 1 }
                guard length >= 6 else { continue }
                let isWide = a[x..<x + length].contains { $0 > 0x7F }
                matches.append(
                    ExactMatch(
                        a: x,
                        b: a.count + y,
                        length: length,
                        width: a[x..<x + length].reduce(0) { $0 + ($1 > 0x7F ? 2 : 1) },
                        isStrong: length >= (isWide ? 13 : 27)
                    )
                )
            }
        }
        return matches.sorted { ($0.a, $0.b) < ($1.a, $1.b) }
    }

    private static let alphabets = ["全面推进乡村振兴", "abcdefghij", "全面abc", "全面推进乡村振兴*"]
        .map { $0.unicodeScalars.map { $0 == "*" ? wildcard : $0.value } }

    @Test(arguments: 0..<200)
    func editsReplayedGiveTheTexts(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let texts = sample(&random, Self.alphabets[seed % 4])
        let matches = matches(texts)
        var chainer = Chainer()
        var aligner = PassageAligner()
        for chain in chainer.chains(matches, isOneDocument: false) {
            let chained = chain.map { matches[$0] }
            let passage = aligner.passage(chained, of: texts.pair, in: texts.scalars.span)
            #expect(texts.faults(passage) == [])
            #expect(passage.runs.first?.kind == .equal && passage.runs.last?.kind == .equal)
            // Ends may reach beyond the chain, but not beyond the documents.
            #expect(texts.pair.a.contains(passage.a) && texts.pair.b.contains(passage.b))
            #expect(passage.a.contains(chained[0].a) && passage.b.contains(chained[0].b))
            #expect(passage.a.upperBound >= chained[chained.count - 1].aEnd)
            #expect(passage.b.upperBound >= chained[chained.count - 1].bEnd)
            let certain = chained.filter(\.isStrong)
                .map { EqualStretch(a: $0.a, b: $0.b, length: $0.length) }
            #expect(passage.certainMatches == certain)
            #expect((0...1).contains(passage.identity))
        }
    }

    /// A match of 26 characters is extended over a change, one of 25 is not.
    @Test(arguments: [25, 26])
    func shortMatchesAreNotExtended(length: Int) throws {
        var texts = PassageTexts()
        texts.add(both: texts.fresh(length))
        texts.add(a: texts.fresh(1), b: texts.fresh(1))
        texts.add(both: texts.fresh(4))
        let match = try #require(matches(texts).first)
        var aligner = PassageAligner()
        let passage = aligner.passage([match], of: texts.pair, in: texts.scalars.span)
        #expect(passage.a == 0..<(length == 26 ? 31 : 25))
        #expect(passage.matched == (length == 26 ? 30 : 25))
    }

    @Test(arguments: 0..<100)
    func joinedPassagesCoverBothAndWhatLiesBetween(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed) &+ 300)
        let letters = Self.alphabets[seed % 4]
        var texts = PassageTexts()
        texts.add(both: texts.fresh(10))
        let gaps = (0..<2).map { _ in Int.random(in: 0...40, using: &random) }
        texts.add(
            a: self.random(gaps[0], letters, &random),
            b: self.random(gaps[1], letters, &random)
        )
        texts.add(both: texts.fresh(12))
        let first = texts.exact(0..<10, 0)
        let second = texts.exact(10 + gaps[0]..<22 + gaps[0], 10 + gaps[1])
        var aligner = PassageAligner()
        let joined = aligner.join(first, second, in: texts.scalars.span)
        #expect(texts.faults(joined) == [])
        #expect(joined.a == 0..<22 + gaps[0] && joined.b.count == 22 + gaps[1])
        #expect(joined.matched >= 22)
        #expect(joined.certainMatches == first.certainMatches + second.certainMatches)
    }

    /// Parts in any order: those told in order match as much as any that rise in both documents.
    @Test(arguments: 0..<100)
    func shuffledPartsKeepTheHeaviestChain(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed) &+ 600)
        var texts = PassageTexts()
        let count = Int.random(in: 1...7, using: &random)
        let parts = (0..<count).map { _ in texts.fresh(Int.random(in: 6...30, using: &random)) }
        var aStarts: [Int] = []
        for part in parts {
            texts.add(a: texts.fresh(Int.random(in: 0...5, using: &random)))
            aStarts.append(texts.a.count)
            texts.add(a: part)
        }
        var bStarts = [Int](repeating: 0, count: count)
        for number in parts.indices.shuffled(using: &random) {
            texts.add(b: texts.fresh(Int.random(in: 0...5, using: &random)))
            bStarts[number] = texts.b.count
            texts.add(b: parts[number])
        }
        let passages = parts.indices.map {
            texts.exact(aStarts[$0]..<aStarts[$0] + parts[$0].count, bStarts[$0])
        }
        var aligner = PassageAligner()
        let (whole, matched) = aligner.shuffled(passages, in: texts.scalars.span)
        #expect(texts.faults(whole) == [])
        #expect(passages.allSatisfy { whole.holds($0) })
        #expect(
            whole.a.lowerBound == aStarts.min()
                && whole.b.lowerBound == texts.pair.b.lowerBound + (bStarts.min() ?? 0)
        )
        // All that agrees is counted, in order or moved.
        #expect(matched == parts.reduce(0) { $0 + $1.count })
        #expect(whole.isShuffled)
        #expect(whole.certainMatches == passages.flatMap(\.certainMatches))
        var heaviest = 0
        for choice in 0..<1 << count {
            let chosen = parts.indices.filter { choice >> $0 & 1 == 1 }
            let starts = chosen.map { bStarts[$0] }
            guard starts == starts.sorted() else { continue }
            heaviest = Swift.max(heaviest, chosen.reduce(0) { $0 + parts[$1].count })
        }
        #expect(whole.matched == heaviest)
    }
}
