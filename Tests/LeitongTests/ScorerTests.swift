import Leitong
import LeitongFiles
import LeitongModel
import LeitongReport
import TestSupport
import Testing

@Suite struct ScorerTests {
    private func score(_ texts: [String: String], only: [String]? = nil) async throws -> Report {
        let folder = try TemporaryFolder()
        for (name, text) in texts { try folder.write(text, to: name) }
        let corpus = try await Loader().load(paths: [folder.path])
        return try await Scorer()
            .score(corpus, only: only.map { $0.map { folder.path + "/" + $0 } })
    }

    private static let first = "渡口新修的石阶一共三十六级，每一级都刻着捐资人的名字。"
    private static let second = "全市上下要拧成一股绳，心往一处想，劲往一处使，把蓝图变成现实。"
    private static let third = "港口货物吞吐量比上年增长两成，新开通了六条集装箱班轮航线。"

    @Test func aTextAgainstItselfIsWhole() async throws {
        let text = [Self.first, Self.second, Self.third].joined(separator: "\n")
        let pair = try #require(try await score(["a.txt": text, "b.txt": text]).pairs.first)
        #expect(pair.aCovered == 1 && pair.bCovered == 1 && pair.resemblance == 1)
        #expect(pair.aMatchedParagraphs == 3)
    }

    @Test func coverageIsTheShareOfCharactersOnEachSide() async throws {
        let a = [Self.first, Self.third].joined(separator: "\n")
        let b = [Self.third, Self.second, "同志们："].joined(separator: "\n")
        let pair = try #require(try await score(["a.txt": a, "b.txt": b]).pairs.first)
        let lengths = [Self.first, Self.third, Self.second]
            .map { text in
                text.count { $0.isLetter || $0.isNumber }
            }
        #expect(pair.aCharacters == lengths[0] + lengths[1])
        // Short paragraphs are text too.
        #expect(pair.bCharacters == lengths[1] + lengths[2] + 3)
        #expect(pair.aMatchedCharacters == lengths[1] && pair.longest == lengths[1])
        let share = Double(lengths[1]) / Double(lengths[0] + lengths[1])
        #expect(abs(pair.aCovered - share) < 0.0001)
    }

    @Test func allPairsAreScoredInOrder() async throws {
        let report = try await score([
            "a.txt": Self.first, "b.txt": Self.second, "c.txt": Self.first,
        ])
        let names = report.pairs.map { [$0.a, $0.b].map { $0.suffix(5) } }
        #expect(names == [["a.txt", "b.txt"], ["a.txt", "c.txt"], ["b.txt", "c.txt"]])
        #expect(report.pairs.map(\.aCovered) == [0, 1, 0])
        #expect(report.pairs[0].resemblance < 0.05)
    }

    @Test func addingADocumentChangesNoOtherPair() async throws {
        let texts = ["a.txt": Self.first + "\n" + Self.second, "b.txt": Self.second]
        let before = try #require(try await score(texts).pairs.first)
        let after = try await score(
            texts.merging(["c.txt": Self.second + "\n" + Self.third]) { $1 }
        )
        let same = try #require(after.pairs.first)
        #expect(same.aCovered == before.aCovered && same.resemblance == before.resemblance)
    }

    /// Two signs in turn stand in more places than are paired one by one: what each text shares with
    /// the other must not hang on which of the two comes first.
    @Test(arguments: [14, 20, 29, 41], [27, 35, 55])
    func periodicTextIsScoredAlikeFromEitherSide(short: Int, long: Int) async throws {
        func text(_ count: Int, _ own: String) -> String {
            (0..<count).map { $0.isMultiple(of: 2) ? "舟" : "棹" }.joined() + own
        }
        let (one, other) = (text(short, Self.first), text(long, Self.third))
        let there = try #require(try await score(["a.txt": one, "b.txt": other]).pairs.first)
        let back = try #require(try await score(["a.txt": other, "b.txt": one]).pairs.first)
        #expect(there.aMatchedCharacters == back.bMatchedCharacters)
        #expect(there.bMatchedCharacters == back.aMatchedCharacters)
        #expect(there.longest == back.longest && there.longest == Swift.min(short, long))
    }

    @Test func sectionsAreScoredLikeDocuments() async throws {
        let compiled = "汇编\n（一）\n\(Self.first)\n（二）\n\(Self.second)\n（三）\n\(Self.first)"
        let report = try await score(["all.txt": compiled], only: ["all.txt#1", "all.txt#3"])
        #expect(report.pairs.count == 1)
        #expect(report.pairs.first?.aCovered == 1)
        #expect(report.documents.map(\.section) == [1, 3])
        await #expect(throws: LeitongError.self) {
            try await score(["all.txt": compiled], only: ["all.txt#1", "all.txt#9"])
        }
    }

    /// Two texts of sentences in common, which may look like a compiled one.
    private func texts(_ seed: UInt64) -> (String, String) {
        var random = SplitMix64(seed: seed)
        let pool = SampleTexts.paragraphs(count: 6, seed: seed) + ["（一）", "（二）", "【篇一】"]
        func text() -> String {
            (0..<5).map { _ in pool.randomElement(using: &random) ?? "" }.joined(separator: "\n")
        }
        return (text() + Self.first, text() + Self.first)
    }

    /// Two strings are scored as two files of theirs are, but for headings: a string is one text.
    @Test(arguments: 0..<16 as Range<UInt64>)
    func stringsAreScoredLikeFiles(seed: UInt64) async throws {
        let (first, second) = texts(seed)
        let pair = try await Scorer().score(first, second)
        #expect(pair.a == "a" && pair.b == "b")
        let report = try await score(["a": first, "b": second])
        guard report.pairs.count == 1, var file = report.pairs.first else {
            #expect((first + second).contains("一"), "only headings part a text")
            return
        }
        (file.a, file.b) = (pair.a, pair.b)
        #expect(file == pair)
    }

    @Test(arguments: 0..<16 as Range<UInt64>)
    func twoStringsAreScoredAlikeInEitherOrder(seed: UInt64) async throws {
        let (first, second) = texts(seed)
        let pair = try await Scorer().score(first, second)
        let turned = try await Scorer().score(second, first)
        #expect(pair.resemblance == turned.resemblance && pair.longest == turned.longest)
        #expect(pair.aCharacters == turned.bCharacters && pair.bCharacters == turned.aCharacters)
        #expect(pair.aCovered == turned.bCovered && pair.bCovered == turned.aCovered)
        #expect(pair.aShared == turned.bShared && pair.bShared == turned.aShared)
        #expect(pair.aMatchedCharacters == turned.bMatchedCharacters)
        #expect(pair.aMatchedParagraphs == turned.bMatchedParagraphs)
        #expect(pair.aShared > 0 && pair.bShared > 0)
    }

    /// Of two texts that agree, only one has a mark that opens and never closes, wherever it stands.
    @Test(arguments: Array(1..<40), ["《", "“"])
    func aMarkOnOneSideCutsNoCopy(offset: Int, mark: String) async throws {
        var random = SplitMix64(seed: UInt64(offset))
        let copied = SharedTexts.sentence(26, &random)
        let after = SharedTexts.sentence(14, &random)
        let own = copied.suffix(17) + "\n" + SharedTexts.sentence(8, &random)
        var marked = Array(copied + "\n" + after)
        marked.insert(contentsOf: Array(mark), at: Swift.min(offset, marked.count))
        let (first, second) = (own + copied + after, String(marked))
        let pair = try await Scorer().score(first, second)
        let turned = try await Scorer().score(second, first)
        #expect(pair.longest == 40 && turned.longest == 40)
        #expect(pair.aMatchedCharacters == turned.bMatchedCharacters)
        #expect(pair.bMatchedCharacters == 40 && turned.aMatchedCharacters == 40)
    }

    @Test(arguments: ["", " \n"])
    func aTextOfNothingCannotBeScored(text: String) async throws {
        for (first, second) in [(text, Self.first), (Self.first, text), (text, text)] {
            let error = await #expect(throws: LeitongError.self) {
                try await Scorer().score(first, second)
            }
            #expect(error == .tooFewDocuments)
        }
    }
}
