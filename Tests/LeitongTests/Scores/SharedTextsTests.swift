import Leitong
import LeitongReport
import TestSupport
import Testing

/// The laws of figures: both commands tell the same, from either side, and less that is equal raises
/// none.
@Suite struct SharedTextsTests {
    private func pair(_ first: String, _ second: String) async throws -> PairScore {
        try #require(try await SharedTexts([first, second]).score().pairs.first)
    }

    private func sentence(_ length: Int, _ random: inout SplitMix64) -> String {
        SharedTexts.sentence(length, &random)
    }

    /// What `find` says of two documents is what `score` says of the pair.
    @Test(arguments: 0..<40)
    func findAndScoreAgree(seed: Int) async throws {
        var random = SplitMix64(seed: UInt64(seed))
        let sample = SharedTexts(
            random: &random,
            documents: 2,
            isRich: seed % 3 > 0,
            edits: [0, 0.03, 0.1][seed / 2 % 3]
        )
        let found = try await sample.find(.all) { $0.listsAllPairs = seed % 4 < 2 }
        let pair = try #require(try await sample.score().pairs.first)
        #expect(found.documents.map(\.characters) == [pair.aCharacters, pair.bCharacters])
        #expect(
            found.documents.map(\.copiedCharacters) == [
                pair.aMatchedCharacters, pair.bMatchedCharacters,
            ]
        )
    }

    /// The same of more documents: what each source explains.
    @Test(arguments: 0..<20)
    func sourcesAreThePairs(seed: Int) async throws {
        var random = SplitMix64(seed: UInt64(seed) &+ 100)
        let sample = SharedTexts(random: &random, documents: 6, isRich: seed % 2 == 0)
        let share = [0.5, 1][seed % 4 / 2]
        let found = try await sample.find(.all) { $0.commonShare = share }
        let scored = try await sample.score { $0.commonShare = share }
        #expect(found.documents.map(\.copiedCharacters) == scored.documents.map(\.copiedCharacters))
        for document in found.documents {
            let name = SharedTexts.short(document.name)
            var counts: [String: Int] = [:]
            for pair in scored.pairs {
                let (a, b) = (SharedTexts.short(pair.a), SharedTexts.short(pair.b))
                if a == name, pair.aMatchedCharacters > 0 { counts[b] = pair.aMatchedCharacters }
                if b == name, pair.bMatchedCharacters > 0 { counts[a] = pair.bMatchedCharacters }
            }
            #expect(document.sourceCount == counts.count)
            for source in document.sources {
                #expect(source.characters == counts[SharedTexts.short(source.name)])
            }
        }
    }

    /// Which of two texts comes first makes no difference.
    @Test(arguments: 0..<40)
    func figuresAreTheSameFromEitherSide(seed: Int) async throws {
        var random = SplitMix64(seed: UInt64(seed) &+ 200)
        let sample = SharedTexts(
            random: &random,
            documents: 2,
            isRich: seed % 3 > 0,
            edits: [0, 0.03, 0.1][seed / 2 % 3]
        )
        let texts = sample.names.map { sample.texts[$0] ?? "" }
        let (own, other) = (try await pair(texts[0], texts[1]), try await pair(texts[1], texts[0]))
        #expect(own.aMatchedCharacters == other.bMatchedCharacters)
        #expect(own.bMatchedCharacters == other.aMatchedCharacters)
        #expect(own.aShared == other.bShared && own.bShared == other.aShared)
        #expect(own.longest == other.longest && own.resemblance == other.resemblance)
    }

    /// No figure counts a character that does not stand in the other text, and no run is longer than
    /// one that both have.
    @Test(arguments: 0..<40)
    func nothingIsCountedThatIsNotEqual(seed: Int) async throws {
        var random = SplitMix64(seed: UInt64(seed) &+ 300)
        let sample = SharedTexts(
            random: &random,
            documents: 2,
            isRich: true,
            edits: [0, 0.05, 0.15][seed % 3]
        )
        let texts = sample.names.map { (sample.texts[$0] ?? "").filter(\.isLetter) }
        let score = try await pair(sample.texts["000.txt"] ?? "", sample.texts["001.txt"] ?? "")
        let known = texts.map { Set($0) }
        #expect(score.aMatchedCharacters <= texts[0].count { known[1].contains($0) })
        #expect(score.bMatchedCharacters <= texts[1].count { known[0].contains($0) })
        #expect(score.longest <= sample.longestCommonRun("000.txt", "001.txt"))
        #expect(score.longest <= Swift.min(score.aMatchedCharacters, score.bMatchedCharacters))
    }

    /// Three blocks that are equal, with more and more between them that is not.
    @Test(arguments: [60, 30])
    func growingGapsRaiseNoFigure(block: Int) async throws {
        var random = SplitMix64(seed: 4)
        let blocks = (0..<3).map { _ in sentence(block, &random) }
        let gaps = (0..<4).map { _ in sentence(200, &random) }
        var last = (matched: Int.max, covered: 1.0, longest: Int.max)
        for gap in [0, 10, 13, 20, 28, 30, 31, 32, 45, 60, 63, 64, 65, 90, 130, 200] {
            func text(_ first: Int) -> String {
                blocks[0] + gaps[first].prefix(gap) + blocks[1] + gaps[first + 1].prefix(gap)
                    + blocks[2]
            }
            let score = try await pair(text(0), text(2))
            #expect(score.aMatchedCharacters <= last.matched, "\(gap)")
            #expect(score.aCovered <= last.covered && score.longest <= last.longest, "\(gap)")
            #expect((3 * block...3 * block + 4).contains(score.aMatchedCharacters), "\(gap)")
            // A character of a gap may be equal by chance.
            last = (score.aMatchedCharacters + 2, score.aCovered + 0.01, score.longest + 2)
        }
    }

    /// Blocks that are equal, of which less and less is.
    @Test(arguments: [20, 50])
    func shrinkingBlocksRaiseNoFigure(gap: Int) async throws {
        var random = SplitMix64(seed: 5)
        let blocks = (0..<5).map { _ in sentence(60, &random) }
        let others = (0..<10).map { _ in sentence(gap + 60, &random) }
        var last = (matched: Int.max, longest: Int.max)
        for length in stride(from: 60, through: 5, by: -1) {
            func text(_ first: Int) -> String {
                blocks.enumerated()
                    .map { number, block in
                        block.prefix(length) + others[first + number].prefix(60 - length + gap)
                    }
                    .joined()
            }
            let score = try await pair(text(0), text(5))
            #expect(score.aMatchedCharacters <= last.matched, "\(length)")
            #expect(score.longest <= last.longest, "\(length)")
            last = (score.aMatchedCharacters + 2, score.longest + 2)
        }
    }

    /// A document against itself is copied whole.
    @Test(arguments: 0..<20)
    func equalTextsAreCopiedWhole(seed: Int) async throws {
        var random = SplitMix64(seed: UInt64(seed) &+ 400)
        let sample = SharedTexts(random: &random, documents: 1, isRich: seed % 3 > 0)
        let text = sample.texts["000.txt"] ?? ""
        // Of a few characters nothing is sure to be found, and little is told.
        guard sample.counted("000.txt").count >= 60 else { return }
        let score = try await pair(text, text)
        #expect(score.aCovered == 1 && score.bCovered == 1 && score.resemblance == 1)
        #expect(score.longest == sample.counted("000.txt").count)
    }
}
