import Foundation
import LeitongFiles
import TestSupport
import Testing

@testable import Leitong

@Suite struct CorpusBuilderTests {
    private func names(_ corpus: Corpus) -> [String] { corpus.units.map(\.name) }

    @Test func documentsStandInTheOrderOfTheBytesOfTheirIds() {
        // In UTF-16 the private character would stand behind the emoji.
        let ids = ["b", "B", "10", "9", "\u{E000}", "😀", "乙", "甲", "a/b", "a"]
        let expected = ids.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
        var random = SplitMix64(seed: 1)
        for _ in 0..<5 {
            let texts = ids.shuffled(using: &random).map { InputText(id: $0, text: "文 \($0) 字") }
            #expect(names(Corpus(texts)) == expected)
        }
    }

    /// Two spellings of one character are two ids: of bytes nothing is folded.
    @Test func idsOfOneLookAreTwo() {
        let corpus = Corpus([
            InputText(id: "é", text: "甲乙"), InputText(id: "e\u{301}", text: "丙丁"),
        ])
        #expect(corpus.units.count == 2)
    }

    @Test func laterTextsOfOneIdAreNumbered() async throws {
        let texts = ["甲乙丙丁", "戊己庚辛", "壬癸子丑"].map { InputText(id: "same", text: $0) }
        let corpus = Corpus(texts + [InputText(id: "other", text: "寅卯")])
        #expect(corpus.units.count == 4)
        let names = names(corpus)
        #expect(Set(names).count == 4, "each is named by itself: \(names)")
        // Those of one id stand as they were added.
        #expect(corpus.batch.documents.map(\.scalarCount) == [2, 4, 4, 4])
        #expect(names[0] == "other" && names[1] == "same")
        #expect(names[2].hasSuffix("~2") && names[3].hasSuffix("~3"))
        let report = try await Finder().find(in: corpus)
        #expect(report.documents.map(\.name) == names)
    }

    @Test func titleAndDateAreThoseGivenElseThoseFound() throws {
        let text = "在全市工作会议上的讲话\n2023年3月5日\n各位代表，现在我向大会报告工作，请予审议。"
        let given = try #require(DocumentDate(year: 2021, month: 7, day: 1))
        let corpus = Corpus([
            InputText(id: "a", text: text),
            InputText(id: "b", text: text, title: "另一个题目", date: given),
            InputText(id: "c", text: "各位代表，现在我向大会报告工作，请予审议。"),
        ])
        let units = Array(corpus.units)
        #expect(units.map(\.title) == ["在全市工作会议上的讲话", "另一个题目", nil])
        #expect(units[0].date == DocumentDate(year: 2023, month: 3, day: 5))
        #expect(units[0].dateSource == .text)
        #expect(units[1].date == given && units[1].dateSource == .field)
        #expect(units[2].date == nil && units[2].dateSource == nil)
    }

    @Test(arguments: ["", " \n\t\n　", "\u{FEFF}"])
    func aTextOfNothingIsSkippedByName(text: String) async throws {
        let corpus = Corpus([
            InputText(id: "full", text: "甲乙丙丁"), InputText(id: "void", text: text),
        ])
        #expect(names(corpus) == ["full"])
        let report = try await Finder().find(in: corpus)
        #expect(report.skipped.map(\.path) == ["void"])
        #expect(report.skipped.first?.reason == "empty")
    }

    @Test func nothingAtAllIsAnEmptyReport() async throws {
        let corpus = Corpus([InputText]())
        #expect(corpus.units.isEmpty && corpus.files.isEmpty)
        #expect(try await Finder().find(in: corpus).documents.isEmpty)
        #expect(names(CorpusBuilder().corpus()) == [])
    }

    /// Bytes of one text as files and in memory: wrapped lines, sections, front matter, line ends.
    private static func samples(seed: UInt64) -> [(name: String, text: String)] {
        var random = SplitMix64(seed: seed)
        let pool = SampleTexts.paragraphs(count: 12, seed: seed)
        func piece() -> String { pool.randomElement(using: &random) ?? "" }
        let end = ["\n", "\r\n", "\r"].randomElement(using: &random) ?? "\n"
        let parts = [
            "讲话汇编", "2022年1月2日", "（一）", piece(), "（二）", piece() + "，" + piece(),
        ]
        let wrapped = (0..<6).map { _ in String(piece().prefix(30)) }
        return [
            ("compiled.txt", parts.joined(separator: end)),
            ("wrapped.txt", wrapped.joined(separator: end)),
            ("2023-04-05 讲话.txt", piece() + end + end + piece() + end),
            ("front.txt", "---\ntitle: 题目\ndate: 2020-02-03\n---\n" + piece()),
            ("void.txt", " " + end),
            ("more.txt", (0..<5).map { _ in piece() }.joined(separator: end)),
        ]
    }

    /// Whether texts came from files or were in memory, the report is the same but for their paths.
    @Test(arguments: 0..<8 as Range<UInt64>)
    func theReportIsThatOfFiles(seed: UInt64) async throws {
        let samples = Self.samples(seed: seed)
        let folder = try TemporaryFolder()
        for sample in samples { try folder.write(sample.text, to: sample.name) }
        let read = try await Loader().load(paths: [folder.path])
        let given = Corpus(samples.map { InputText(id: $0.name, text: $0.text) })
        func json(_ report: Report) -> String {
            String(decoding: JSONWriter().bytes(of: report), as: UTF8.self)
                .replacing(folder.path + "/", with: "")
        }
        #expect(json(try await Finder().find(in: given)) == json(try await Finder().find(in: read)))
        #expect(json(try await Scorer().score(given)) == json(try await Scorer().score(read)))
        // A document that goes is told by its place.
        let (first, second) = (
            try await Deduplicator().deduplicate(given), try await Deduplicator().deduplicate(read)
        )
        #expect(first.removals == second.removals && first.unitCount == second.unitCount)
    }

    private struct Broken: Error {}

    @Test func textsMayComeOneAfterTheOther() async throws {
        let texts = (0..<20).map { InputText(id: "\($0)", text: "第 \($0) 篇的文字") }
        let stream = AsyncStream { continuation in
            for text in texts.reversed() { continuation.yield(text) }
            continuation.finish()
        }
        let corpus = try await Corpus.collecting(stream)
        #expect(names(corpus) == names(Corpus(texts)))
        let broken = AsyncThrowingStream<InputText, any Error> { continuation in
            continuation.yield(texts[0])
            continuation.finish(throwing: Broken())
        }
        await #expect(throws: Broken.self) { try await Corpus.collecting(broken) }
    }

    /// An endless sequence ends with the task that reads it.
    @Test func takingTextsEndsWithTheTask() async throws {
        await #expect(throws: CancellationError.self) {
            try await CancellableWork.run { cancel in
                _ = try await Corpus.collecting(Endless(cancelsAfter: 5, cancel))
            }
        }
    }

    private struct Endless: AsyncSequence, AsyncIteratorProtocol {
        let limit: Int
        let cancel: @Sendable () -> Void
        var count = 0

        init(cancelsAfter limit: Int, _ cancel: @escaping @Sendable () -> Void) {
            self.limit = limit
            self.cancel = cancel
        }

        func makeAsyncIterator() -> Endless { self }

        mutating func next() async -> InputText? {
            count += 1
            if count == limit { cancel() }
            return InputText(id: "\(count)", text: "甲乙丙丁")
        }
    }
}
