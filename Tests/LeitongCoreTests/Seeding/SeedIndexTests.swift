import LeitongStorage
import TestSupport
import Testing

@_spi(Core) @testable import LeitongCore

/// Groups of seeds, held to a dictionary of their texts.
@Suite struct SeedIndexTests {
    @Test(arguments: 0..<100)
    func groupsHoldTheSeedsOfOneText(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let texts = SeededTexts(&random)
        let index = texts.index
        var numbers: [[UInt32]: [Int]] = [:]
        for (number, seed) in index.seeds.enumerated() {
            let text = texts.seedText(Int(seed.position))
            #expect(text != nil)
            numbers[text ?? [], default: []].append(number)
            #expect(Int(seed.document) == texts.stream.document(at: Int(seed.position)))
        }
        let repeated = numbers.values.filter { $0.count > 1 }
        var groups: [[Int]] = []
        for group in 0..<index.groupCount {
            let slots = Int(index.groupStarts[group])..<Int(index.groupStarts[group + 1])
            groups.append(index.members[slots].map { Int($0) })
            #expect(index.size(ofGroup: group) == slots.count)
        }
        #expect(Set(groups) == Set(repeated) && groups.count == repeated.count)
        for same in numbers.values {
            let documents = Set(same.map { index.seeds[$0].document })
            for number in same {
                #expect(index.documentCount(ofSeed: number) == documents.count)
                #expect((index.groupOfSeed[number] == SeedIndex.noGroup) == (same.count == 1))
            }
            #expect(Set(same.map { index.groupOfSeed[$0] }).count == 1)
        }
    }

    @Test(arguments: 0..<40)
    func seedsAreFoundByPlaceAndDocument(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed) &+ 200)
        let texts = SeededTexts(&random)
        let index = texts.index
        let positions = index.seeds.map { Int($0.position) }
        #expect(positions == positions.sorted())
        for position in 0...texts.stream.scalars.count {
            #expect(
                index.firstSeed(from: position)
                    == positions.firstIndex { $0 >= position } ?? positions.count
            )
        }
        #expect(index.firstSeedOfDocument.count == texts.stream.documentCount + 1)
        for document in 0..<texts.stream.documentCount {
            let range =
                index.firstSeedOfDocument[document]..<index.firstSeedOfDocument[document + 1]
            let own = index.seeds.indices.filter { Int(index.seeds[$0].document) == document }
            #expect(Array(range) == own)
        }
    }

    /// However many documents a batch has, which is how threads part them.
    @Test(arguments: 0..<20)
    func batchesChangeNothing(seed: Int) {
        var indices: [SeedIndex] = []
        for batchLength in [1, 4, 100] {
            var random = SplitMix64(seed: UInt64(seed) &+ 300)
            indices.append(SeededTexts(&random, batchLength: batchLength).index)
        }
        for other in indices.dropFirst() {
            #expect(other.seeds.elementsEqual(indices[0].seeds))
            #expect(other.members.elementsEqual(indices[0].members))
            #expect(other.groupStarts.elementsEqual(indices[0].groupStarts))
            #expect(other.documentCounts.elementsEqual(indices[0].documentCounts))
        }
    }

    @Test func noDocumentsHaveNoSeeds() {
        for texts in [SeededTexts([]), SeededTexts([[], []])] {
            #expect(texts.index.seeds.isEmpty && texts.index.groupCount == 0)
            #expect(texts.index.firstSeed(from: 0) == 0)
        }
    }

    /// Runs of letters with a wide character among them: what is sure to be found is found.
    @Test func runsOfBothKindsShareASeed() {
        let length = 27
        var random = SplitMix64(seed: 4)
        func letters(_ count: Int) -> [UInt32] {
            (0..<count).map { _ in UInt32.random(in: 0x61...0x7A, using: &random) }
        }
        var missed = 0
        for trial in 0..<300 {
            var run = letters(length)
            // In the last third of the trials, at the very end.
            let place = trial < 200 ? Int.random(in: 0..<length - 6, using: &random) : length - 1
            run[place] = UInt32.random(in: 0x4E00..<0x9FA0, using: &random)
            let before = (0..<2).map { _ in Int.random(in: 0...30, using: &random) }
            let texts = SeededTexts(before.map { letters($0) + run + letters(30) })
            let starts = [before[0], texts.stream.documentStarts[1] + before[1]]
            let offsets = starts.map { start in
                Set(
                    texts.index.seeds.map { Int($0.position) - start }
                        .filter { offset in
                            let seed = texts.seedText(start + offset) ?? []
                            return offset >= 0 && offset + seed.count <= length
                        }
                )
            }
            if offsets[0].isDisjoint(with: offsets[1]) { missed += 1 }
        }
        #expect(missed == 0)
    }
}
