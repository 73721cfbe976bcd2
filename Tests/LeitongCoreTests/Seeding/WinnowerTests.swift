import TestSupport
import Testing

@_spi(Core) @testable import LeitongCore

@Suite struct WinnowerTests {
    private static let wide = Array("全面推进乡村".unicodeScalars.map(\.value))
    private static let narrow = Array("abcde".unicodeScalars.map(\.value))

    private func seeds(_ scalars: [UInt32], _ rule: SeedRule) -> SeedBatch {
        var winnower = Winnower(rule: rule)
        var batch = SeedBatch()
        winnower.winnow(scalars.span, base: 100, document: 3, into: &batch)
        return batch
    }

    private func random(_ alphabet: [UInt32], _ count: Int, _ random: inout SplitMix64) -> [UInt32]
    {
        (0..<count).map { _ in alphabet.randomElement(using: &random) ?? alphabet[0] }
    }

    /// A run planted in two texts has a seed at the same place of the run in both.
    @Test(arguments: [6, 8, 13, 20, 40], [true, false])
    func sharedRunsShareASeed(minRun: Int, isWide: Bool) throws {
        let rule = try #require(SeedRule(minRun: minRun))
        var random = SplitMix64(seed: UInt64(minRun))
        let alphabet = isWide ? Self.wide : Self.narrow
        let length = isWide ? minRun : rule.minNarrowRun
        for _ in 0..<200 {
            let run = self.random(alphabet, length, &random)
            let offsets = (0..<2).map { _ in Int.random(in: 0...60, using: &random) }
            let found = offsets.map { offset in
                let text =
                    self.random(alphabet, offset, &random) + run
                    + self.random(alphabet, Int.random(in: 0...60, using: &random), &random)
                return Set(seeds(text, rule).seeds.map { Int($0.position) - 100 - offset })
            }
            let inside = 0..<length
            #expect(found[0].intersection(found[1]).contains { inside.contains($0) })
        }
    }

    @Test func positionsRiseAndKeysTellTheText() {
        var random = SplitMix64(seed: 5)
        let text = self.random(Self.wide + Self.narrow, 3_000, &random)
        let batch = seeds(text, .standard)
        #expect(zip(batch.seeds, batch.seeds.dropFirst()).allSatisfy { $0.position < $1.position })
        #expect(batch.seeds.allSatisfy { $0.document == 3 })
        var texts: [UInt64: [UInt32]] = [:]
        for (key, seed) in zip(batch.keys, batch.seeds) {
            let start = Int(seed.position) - 100
            let word = Array(text[start..<start + 6])
            #expect(texts[key, default: word] == word)
            texts[key] = word
            #expect(seed.windowStarts.contains(Int(seed.position) - Int(seed.leadingWindow)))
        }
        // About two of nine seeds of a window of eight are kept.
        #expect((400...1_000).contains(batch.seeds.count))
    }

    @Test func noSeedHoldsAWildcard() {
        var text = Array(repeating: Self.wide, count: 4).joined().map(\.self)
        text[10] = FoldedText.wildcard
        let batch = seeds(text, .standard)
        #expect(!batch.seeds.isEmpty)
        for seed in batch.seeds {
            let start = Int(seed.position) - 100
            #expect(!(start..<start + 6).contains(10))
        }
    }

    @Test func shortTextsHaveFewSeedsOrNone() {
        #expect(seeds(Array(Self.wide.prefix(5)), .standard).seeds.isEmpty)
        #expect(seeds(Self.wide, .standard).seeds.count == 1)
        #expect(seeds(Array(Self.narrow + Self.narrow), .standard).seeds.isEmpty)
    }

    @Test func runsThatCannotBeGuaranteedAreRefused() {
        #expect(SeedRule(minRun: 5) == nil && SeedRule(minRun: 101) == nil)
        #expect(SeedRule.standard.minRun == 13 && SeedRule.standard.minNarrowRun == 27)
    }
}
