import Leitong
import LeitongModel
import LeitongReport
import TestSupport
import Testing

/// What is quoted, and listed as a source, is no copy; a whole text is none of that.
@Suite struct QuotationRulesTests {
    private static let saying = "路修到村口还不算完，要看雨天能不能走车，车开得进来，果子才卖得出去，日子才过得下去"

    private func classes(_ report: Report) -> [MatchClass] {
        report.passages.map(\.matchClass) + report.paragraphs.map(\.matchClass)
            + report.phrases.map(\.matchClass)
    }

    /// Notes that quote one sentence between texts of their own.
    private func notes(_ count: Int, _ quoted: String, _ random: inout SplitMix64) -> [String] {
        (0..<count)
            .map { _ in
                SharedTexts.sentence(120, &random) + quoted + SharedTexts.sentence(120, &random)
            }
    }

    @Test(
        arguments: ["会议强调，“|”。", "会议强调|。", "他写道：「|」", "“|”"],
        [SearchScope.all, .passages]
    )
    func whatThreeQuoteIsAQuotation(frame: String, scope: SearchScope) async throws {
        var random = SplitMix64(seed: 1)
        let quoted = frame.replacing("|", with: Self.saying)
        let report = try await SharedTexts(notes(4, quoted, &random)).find(scope)
        #expect(classes(report).contains(.quotation) && !classes(report).contains(.copy))
        #expect(report.documents.allSatisfy { $0.copiedCharacters == 0 })
        #expect(report.documents.allSatisfy { $0.sharedCharacters >= 36 })
        // Of two documents it is a copy: one may have it from the other.
        let two = try await SharedTexts(notes(2, quoted, &random)).find(scope)
        #expect(two.documents.allSatisfy { $0.copiedCharacters >= 36 })
    }

    /// A paragraph of its own that fourteen notes hold.
    @Test func aQuotedParagraphIsAQuotation() async throws {
        var random = SplitMix64(seed: 2)
        let texts = notes(14, "\n会议强调：“\(Self.saying)。”\n", &random)
        let report = try await SharedTexts(texts).find(.all)
        #expect(!report.paragraphs.isEmpty)
        #expect(report.paragraphs.allSatisfy { $0.matchClass == .quotation })
        #expect(report.documents.allSatisfy { $0.copiedCharacters == 0 })
    }

    /// Three equal speeches each of whose sentences is quoted.
    @Test(arguments: [2, 3, 4])
    func aWholeTextIsNoQuotation(documents: Int) async throws {
        var random = SplitMix64(seed: 3)
        let lines = (0..<6).map { _ in "“" + SharedTexts.sentence(40, &random) + "。”" }
        let text = lines.joined(separator: "\n")
        for scope in [SearchScope.all, .passages] {
            let sample = SharedTexts(Array(repeating: text, count: documents))
            let report = try await sample.find(scope)
            #expect(
                report.documents.map(\.copiedCharacters) == Array(repeating: 240, count: documents)
            )
            #expect(!classes(report).contains(.quotation))
        }
    }

    /// A run over two quoted paragraphs is a copy, each by itself is a quotation.
    @Test func aQuotationIsNoMoreThanAParagraph() async throws {
        var random = SplitMix64(seed: 4)
        let lines = (0..<2).map { _ in "“" + SharedTexts.sentence(40, &random) + "。”" }
        func texts(_ lines: [String]) -> [String] {
            notes(4, "\n" + lines.joined(separator: "\n") + "\n", &random)
        }
        let one = try await SharedTexts(texts([lines[0]])).find()
        #expect(one.documents.allSatisfy { $0.copiedCharacters == 0 && $0.sharedCharacters == 40 })
        let both = try await SharedTexts(texts(lines)).find()
        #expect(both.documents.allSatisfy { $0.copiedCharacters == 80 })
    }

    /// What stands under the heading of a bibliography.
    @Test(arguments: ["参考文献", "References", "Bibliography"])
    func listedSourcesAreQuoted(heading: String) async throws {
        var random = SplitMix64(seed: 5)
        let source = "[1] 某某. 山区公路养护的十年观察与三个村庄的对照研究[J]. 交通与乡村, 2019(4): 12-31."
        let texts = (0..<2)
            .map { number in
                SharedTexts.sentence(150, &random) + "\n\(heading)\n" + source + "\n[2] "
                    + SharedTexts.sentence(20, &random)
            }
        let report = try await SharedTexts(texts).find()
        #expect(
            report.documents.allSatisfy { $0.copiedCharacters == 0 && $0.sharedCharacters > 20 }
        )
        #expect(classes(report).allSatisfy { $0 == .quotation })
        let counted = try await SharedTexts(texts).find { $0.countsBibliography = true }
        #expect(counted.documents.allSatisfy { $0.copiedCharacters > 20 })
    }
}
