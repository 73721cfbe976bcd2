import Foundation
@_spi(Core) import LeitongCore
import LeitongReport
import TestSupport
import Testing

@testable import Leitong
@testable import LeitongFiles

/// What becomes one passage, what becomes two, and what it is taken for.
@Suite struct PassageRulesTests {
    private static let rice = "今年春天雨水偏少，不少农户推迟了播种，镇里的农机站便把两台旧抽水机修好，轮流借给缺水的村组使用。"
    private static let books = "县图书馆把闲置的地下室改成了阅览室，晚上九点半才关门，备考的年轻人和退休的老师都愿意到那里坐一坐。"
    private static let bridge = "老桥的栏杆松动了半年没有人管，直到一位骑车的学生摔伤，养护单位才连夜换上了新的护栏和反光标志。"
    private static let noise = "窗外的梧桐叶落了一地，扫街的师傅说这几天风大，刚扫完又落满了，只好等到傍晚再来收拾一遍才算完事。"

    private func report(
        _ texts: [String: String],
        _ change: (inout ComparisonOptions) -> Void = { _ in }
    ) async throws -> Report {
        let folder = try TemporaryFolder()
        for (name, text) in texts { try folder.write(text, to: name) }
        let corpus = try await Loader().load(paths: [folder.path])
        var options = ComparisonOptions()
        options.scope = .passages
        change(&options)
        return try await Finder(options: options).find(in: corpus)
    }

    @Test func aSentenceSlippedInLeavesOnePassageAndAPageTwo() async throws {
        let whole = Self.rice + Self.books
        let sentence = try await report(["a": whole, "b": Self.rice + "真不容易啊。" + Self.books])
        #expect(sentence.passages.count == 1)
        #expect(sentence.passages.first?.edits.map(\.kind) == [.equal, .inserted, .equal])
        let page = String(repeating: Self.noise + Self.bridge, count: 4)
        let slipped = try await report(["a": whole, "b": Self.rice + page + Self.books])
        #expect(slipped.passages.filter { $0.a.document != $0.b.document }.count == 2)
    }

    @Test func movedParagraphsAreFoundEachOnce() async throws {
        let three = [Self.rice, Self.books, Self.bridge].map { $0 + $0.reversed() + "。" }
        // More than half as long as a paragraph, so that nothing reaches over it.
        let long = Self.noise + Self.noise
        let report = try await report([
            "a": three.joined(separator: "\n"),
            "b": [three[2], long, three[0], long, three[1]].joined(separator: "\n"),
        ])
        let found = report.passages.filter { $0.a.document != $0.b.document }
        #expect(found.count == 3)
        #expect(found.allSatisfy { $0.form == .exact })
    }

    @Test func whatStandsUnderAMarkIsShown() async throws {
        let report = try await report([
            "a": "养护单位的王建国同志连夜换上了新的护栏和反光标志" + Self.rice,
            "b": "养护单位的XX同志连夜换上了新的护栏和反光标志" + Self.rice,
        ])
        let passage = try #require(report.passages.first)
        let redacted = try #require(passage.edits.first { $0.kind == .redacted })
        #expect(redacted.aText == "王建国" && redacted.bText == "XX")
        #expect(passage.identity == 1 && passage.form == .exact)
    }

    @Test func setPhrasesAreNoCopiesAndProseIs() async throws {
        let phrase = "更加紧密地团结在以习近平同志为核心的党中央周围"
        let report = try await report([
            "a": Self.rice + phrase + Self.books, "b": Self.noise + phrase + Self.bridge,
        ])
        #expect(report.passages.map(\.matchClass) == [.setPhrase])
        let prose = try await self.report([
            "a": Self.rice + Self.books, "b": Self.noise + Self.books,
        ])
        #expect(prose.passages.map(\.matchClass) == [.copy])
        #expect(
            prose.documents.map(\.copiedCharacters) == prose.passages.map(\.matched)
                + prose.passages.map(\.matched)
        )
    }

    @Test func whatManyDocumentsQuoteIsAQuotation() async throws {
        var texts: [String: String] = [:]
        for (name, text) in [
            ("a", Self.rice), ("b", Self.books), ("c", Self.bridge), ("d", Self.noise),
        ] {
            let quoted = "会上指出：“路修到村口还不算完，要看雨天能不能走车，车开得进来，果子才卖得出去。”"
            texts[name] = text + quoted + String(text.reversed())
        }
        let report = try await report(texts)
        let classes = report.passages.map(\.matchClass) + report.phrases.map(\.matchClass)
        #expect(!classes.isEmpty && classes.allSatisfy { $0 == .quotation })
    }

    @Test func onlyDocumentsThatAreComparedAreReported() async throws {
        let folder = try TemporaryFolder()
        for name in ["new/a", "new/b", "old/c"] { try folder.write(Self.rice, to: name) }
        let corpus = try await Loader().load(paths: [folder.path])
        var options = ComparisonOptions()
        options.pairing = .against([folder.path + "/old"])
        let report = try await Finder(options: options).find(in: corpus)
        let pairs = report.paragraphs.map { [$0.a, $0.b].map { $0.document.suffix(5) } }
        #expect(pairs == [["new/a", "old/c"], ["new/b", "old/c"]])
        options.pairing = .listed([
            NamedPair(folder.path + "/new/a", folder.path + "/new/b", origin: "p:1"),
            NamedPair(folder.path + "/new/a", "nowhere", origin: "p:2"),
        ])
        let listed = try await Finder(options: options).find(in: corpus)
        #expect(
            listed.paragraphs.map { [$0.a, $0.b].map { $0.document.suffix(5) } } == [
                ["new/a", "new/b"]
            ]
        )
        #expect(listed.skipped.map(\.path) == ["p:2"])
    }

    @Test func shortPassagesAreLeftOutAndCounted() async throws {
        let texts = ["a": Self.rice + Self.noise, "b": Self.rice + Self.books]
        let all = try await report(texts)
        let long = try await report(texts) { $0.minPassage = 1_000 }
        #expect(all.passages.count == 1 && long.passages.isEmpty && long.summary.shortPassages == 1)
        #expect(long.guarantee.text.contains("fewer than 1000"))
        #expect(long.documents.allSatisfy { $0.copiedCharacters == 0 })
    }

    @Test func totalsCountACharacterOnceAndSayWhoExplainsIt() async throws {
        let report = try await report([
            "a": Self.rice + Self.books + Self.bridge, "b": Self.rice + Self.books, "c": Self.books,
        ])
        let document = try #require(report.documents.first)
        let lengths = [Self.rice, Self.books].map { $0.count { $0.isLetter } }
        #expect(document.copiedCharacters == lengths[0] + lengths[1])
        #expect(document.sources.map { String($0.name.suffix(1)) } == ["b", "c"])
        #expect(document.sources.map(\.characters) == [lengths[0] + lengths[1], lengths[1]])
        #expect(document.sources.map(\.exclusiveCharacters) == [lengths[0], 0])
    }
}
