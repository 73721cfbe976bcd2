import Leitong
import LeitongModel
import LeitongReport
import TestSupport
import Testing

/// How much two documents share: every figure is counted again, and the laws of scores are held.
@Suite struct PairScoresTests {
    /// What of a document stands in another, by what `find` tells of every pair.
    private struct Plain {
        let sample: SharedTexts
        let told: [ToldPair]

        /// What the passages, paragraphs and phrases tell, when every pair of places is compared.
        init(_ sample: SharedTexts) async throws {
            self.sample = sample
            var told: [ToldPair] = []
            for scope in [SearchScope.passages, .paragraphs] {
                told += try await sample.find(scope) { $0.placeLimit = 64 }.toldPairs
            }
            self.told = told
        }

        func stretches(_ name: String, in other: String) -> [ToldStretch] {
            told.flatMap { [$0.a, $0.b] }
                .filter { $0.document == name && $0.others.contains(other) }
        }

        /// Copies that put two documents side by side.
        func copies(_ a: String, _ b: String) -> [ToldPair] {
            told.filter {
                $0.a.isCopy && [$0.a.document, $0.b.document].sorted() == [a, b].sorted()
            }
        }

        func count(_ stretches: [ToldStretch]) -> Int {
            guard let name = stretches.first?.document else { return 0 }
            return sample.characters(name, in: stretches.map(\.range)).count
        }
    }

    private static func rounded(_ part: Int, of whole: Int) -> Double {
        let share = whole == 0 ? 0 : Double(part) / Double(whole)
        let rounded = (share * 10_000).rounded() / 10_000
        if part < whole, rounded == 1 { return 0.9999 }
        return part > 0 && rounded == 0 ? 0.0001 : rounded
    }

    @Test(arguments: 0..<24)
    func figuresAreUnionsOfWhatIsTold(seed: Int) async throws {
        var random = SplitMix64(seed: UInt64(seed))
        // Of fewer than five documents nothing is common.
        let documents = Int.random(in: 2...4, using: &random)
        let sample = SharedTexts(
            random: &random,
            documents: documents,
            isRich: seed % 3 != 0,
            edits: [0, 0.04, 0.1][seed / 3 % 3]
        )
        let report = try await sample.score()
        let plain = try await Plain(sample)
        #expect(report.pairs.count == documents * (documents - 1) / 2)
        for pair in report.pairs {
            let (a, b) = (SharedTexts.short(pair.a), SharedTexts.short(pair.b))
            let (aInB, bInA) = (plain.stretches(a, in: b), plain.stretches(b, in: a))
            let (aTotal, bTotal) = (sample.counted(a).count, sample.counted(b).count)
            #expect(pair.aCharacters == aTotal && pair.bCharacters == bTotal)
            #expect(pair.aShared == Self.rounded(plain.count(aInB), of: aTotal))
            #expect(pair.bShared == Self.rounded(plain.count(bInA), of: bTotal))
            // A short paragraph may be a set phrase by itself and a copy where more surrounds it.
            let (aCopies, bCopies) = (aInB.filter(\.isCopy), bInA.filter(\.isCopy))
            #expect(pair.aMatchedCharacters == plain.count(aCopies))
            #expect(pair.bMatchedCharacters == plain.count(bCopies))
            #expect(pair.aCovered == Self.rounded(pair.aMatchedCharacters, of: aTotal))
            #expect(pair.bCovered == Self.rounded(pair.bMatchedCharacters, of: bTotal))
            // It is the longest side by side, and never longer than any that the texts have.
            #expect(pair.longest >= sample.longestRun(of: plain.copies(a, b), a, b))
            #expect(pair.longest <= sample.longestCommonRun(a, b))
        }
    }

    @Test(arguments: 0..<24)
    func resemblanceIsTheJaccardOfTheShingles(seed: Int) async throws {
        var random = SplitMix64(seed: UInt64(seed) &+ 50)
        let sample = SharedTexts(random: &random, documents: 4, isRich: seed % 2 == 0)
        let corpus = try await sample.corpus()
        for pair in try await Scorer().score(corpus).pairs {
            let sets = [pair.a, pair.b].map { Self.shingles($0, sample) }
            let common = sets[0].intersection(sets[1]).count
            // Texts too short for a shingle are tried in `ResemblanceTests`.
            guard !sets[0].isEmpty, !sets[1].isEmpty else { continue }
            #expect(pair.resemblance == Self.rounded(common, of: sets[0].union(sets[1]).count))
        }
    }

    /// Five characters in a row of the whole text, over the ends of paragraphs.
    private static func shingles(_ name: String, _ sample: SharedTexts) -> Set<[Character]> {
        SampleTexts.shingles((sample.texts[SharedTexts.short(name)] ?? "").filter(\.isLetter))
    }

    @Test(arguments: 0..<24)
    func partsAreNoMoreThanWholes(seed: Int) async throws {
        var random = SplitMix64(seed: UInt64(seed) &+ 100)
        let documents = Int.random(in: 2...7, using: &random)
        let sample = SharedTexts(random: &random, documents: documents, isRich: seed % 2 == 0)
        let report = try await sample.score()
        for pair in report.pairs {
            #expect(pair.aMatchedCharacters <= pair.aCharacters)
            #expect(pair.bMatchedCharacters <= pair.bCharacters)
            #expect(pair.aCovered <= pair.aShared && pair.bCovered <= pair.bShared)
            #expect(pair.aShared <= 1 && pair.bShared <= 1)
            #expect((pair.aMatchedCharacters == 0) == (pair.bMatchedCharacters == 0))
            #expect((pair.aShared == 0) == (pair.bShared == 0))
            #expect((pair.aMatchedParagraphs == 0) == (pair.bMatchedParagraphs == 0))
            #expect(pair.longest <= Swift.max(pair.aMatchedCharacters, pair.bMatchedCharacters))
            for document in report.documents {
                // What one source explains is part of what all explain together.
                if document.name == pair.a {
                    #expect(pair.aMatchedCharacters <= document.copiedCharacters)
                } else if document.name == pair.b {
                    #expect(pair.bMatchedCharacters <= document.copiedCharacters)
                }
            }
        }
    }

    /// With the names turned round, every pair is the other way about and otherwise the same.
    @Test(arguments: 0..<24)
    func namesAndThreadsChangeNothing(seed: Int) async throws {
        var random = SplitMix64(seed: UInt64(seed) &+ 150)
        // Shorter sentences in another order would be put together, and by the order in the first.
        let sample = SharedTexts(
            random: &random,
            documents: 5,
            repeats: false,
            lengths: 45...80
        )
        let scorer = Scorer()
        let report = try await scorer.score(try await sample.corpus())
        let corpus = try await sample.corpus()
        let threaded = try await scorer.score(corpus, context: RunContext(threads: 3))
        #expect(try await scorer.score(corpus) == threaded)

        let names = sample.names
        let turned = Dictionary(uniqueKeysWithValues: zip(names, names.reversed()))
        let other = try await scorer.score(
            try await sample.corpus { turned[$0] ?? $0 }
        )
        var expected: [[String]: PairScore] = [:]
        for pair in report.pairs {
            let (a, b) = (SharedTexts.short(pair.a), SharedTexts.short(pair.b))
            expected[[turned[b] ?? b, turned[a] ?? a]] = pair
        }
        for pair in other.pairs {
            let key = [SharedTexts.short(pair.a), SharedTexts.short(pair.b)]
            let mirrored = try #require(expected[key])
            #expect(pair == Self.turned(mirrored, pair.a, pair.b))
        }
    }

    /// A text that stands thrice in one document and once in the other.
    @Test(arguments: [2, 30])
    func repeatsAreCountedAlikeOnBothSides(gap: Int) async throws {
        var random = SplitMix64(seed: 150)
        let text = SharedTexts.sentence(34, &random)
        let gaps = (0..<2).map { _ in SharedTexts.sentence(gap, &random) }
        let thrice = text + gaps[0] + text + gaps[1] + text
        let first = try #require(try await SharedTexts([thrice, text]).score().pairs.first)
        let second = try #require(try await SharedTexts([text, thrice]).score().pairs.first)
        #expect(first.bMatchedCharacters == 34 && second.aMatchedCharacters == 34)
        #expect(first.aMatchedCharacters >= 102 && second.bMatchedCharacters >= 102)
        #expect(first.aMatchedCharacters == second.bMatchedCharacters)
    }

    /// Three sentences that stand in another order in the other document, far from each other.
    @Test func movedSentencesAreCountedAlikeOnBothSides() async throws {
        var random = SplitMix64(seed: 151)
        let sentences = [51, 16, 17].map { SharedTexts.sentence($0, &random) }
        let parted =
            sentences[1] + SharedTexts.sentence(109, &random) + sentences[0]
            + SharedTexts.sentence(54, &random) + sentences[2]
        let texts = [parted, sentences.joined()]
        let first = try #require(try await SharedTexts(texts).score().pairs.first)
        let second = try #require(try await SharedTexts(texts.reversed()).score().pairs.first)
        #expect(first.aMatchedCharacters >= 84 && first.bMatchedCharacters == 84)
        #expect(second.aMatchedCharacters == 84)
        #expect(first.aMatchedCharacters == second.bMatchedCharacters)
    }

    /// A score with its sides exchanged.
    private static func turned(_ pair: PairScore, _ a: String, _ b: String) -> PairScore {
        PairScore(
            a: a,
            b: b,
            aCovered: pair.bCovered,
            bCovered: pair.aCovered,
            aShared: pair.bShared,
            bShared: pair.aShared,
            resemblance: pair.resemblance,
            longest: pair.longest,
            aMatchedCharacters: pair.bMatchedCharacters,
            bMatchedCharacters: pair.aMatchedCharacters,
            aCharacters: pair.bCharacters,
            bCharacters: pair.aCharacters,
            aMatchedParagraphs: pair.bMatchedParagraphs,
            bMatchedParagraphs: pair.aMatchedParagraphs
        )
    }

    /// What documents share is theirs, whoever else holds it; only what a copy is may change.
    @Test(arguments: 0..<16)
    func anotherDocumentTakesNothingFromAPair(seed: Int) async throws {
        var random = SplitMix64(seed: UInt64(seed) &+ 200)
        let sample = SharedTexts(random: &random, documents: 5, isRich: seed % 4 != 0)
        var fewer = sample
        fewer.texts[seed % 2 == 0 ? "004.txt" : "000.txt"] = nil
        let after = try await sample.score()
        for pair in try await fewer.score().pairs {
            let key = [SharedTexts.short(pair.a), SharedTexts.short(pair.b)]
            let same = try #require(
                after.pairs.first { [$0.a, $0.b].map(SharedTexts.short) == key }
            )
            #expect(same.aShared >= pair.aShared && same.bShared >= pair.bShared)
            #expect(same.resemblance == pair.resemblance)
        }
    }

    @Test func equalDocumentsAreCoveredWhole() async throws {
        var random = SplitMix64(seed: 3)
        let text = (0..<4).map { _ in SharedTexts.sentence(30, &random) }
            .joined(separator: "。\n")
        for count in [2, 5, 14] {
            let report = try await SharedTexts(Array(repeating: text, count: count)).score()
            for pair in report.pairs {
                #expect(pair.aCovered == 1 && pair.bCovered == 1 && pair.resemblance == 1)
                #expect(pair.aShared == 1 && pair.longest == 120)
                #expect(pair.aMatchedParagraphs == 4 && pair.bMatchedParagraphs == 4)
            }
        }
    }

    @Test func documentsWithoutTextScoreNothing() async throws {
        var random = SplitMix64(seed: 4)
        let sample = SharedTexts(["。", SharedTexts.sentence(40, &random), "！！", "，"])
        let report = try await sample.score()
        #expect(report.pairs.count == sample.names.count * (sample.names.count - 1) / 2)
        for pair in report.pairs {
            #expect(pair.aCovered == 0 && pair.bCovered == 0 && pair.longest == 0)
            #expect(pair.aShared == 0 && pair.bShared == 0)
            // Texts that are equal resemble each other wholly, though they are nothing.
            let texts = [pair.a, pair.b].map { sample.texts[SharedTexts.short($0)] ?? "" }
            let isEmpty = texts.allSatisfy { $0.count < 40 }
            #expect(pair.resemblance == (isEmpty ? 1 : 0))
        }
    }

    /// Each two of the documents that hold one sentence share just that.
    @Test(arguments: [3, 13, 40])
    func whatManyHoldEachTwoShare(documents: Int) async throws {
        let counts = Set(try await Self.sharedCounts(documents))
        #expect(counts == [60])
    }

    @Test func whatSeventyHoldEachTwoShare() async throws {
        let counts = Set(try await Self.sharedCounts(70))
        #expect(counts == [60])
    }

    /// Matched characters of both sides of all pairs of documents that hold one rich sentence.
    private static func sharedCounts(_ documents: Int) async throws -> [Int] {
        var random = SplitMix64(seed: 42)
        let sentence = SharedTexts.sentence(60, &random)
        // Each has characters of its own around it, so that no two agree any further.
        let texts = (0..<documents)
            .map { number in
                let own = (0..<20).compactMap { Unicode.Scalar(0x4E00 + UInt32(40 * number + $0)) }
                let border = String(String.UnicodeScalarView(own))
                return border + "。" + sentence + "。" + border
            }
        let report = try await SharedTexts(texts).score()
        #expect(report.pairs.count == documents * (documents - 1) / 2)
        return report.pairs.flatMap { [$0.aMatchedCharacters, $0.bMatchedCharacters] }
    }
}
