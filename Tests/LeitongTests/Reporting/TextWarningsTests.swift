import Testing

@testable import Leitong

@Suite struct TextWarningsTests {
    @Test func whatHidesACopyIsToldByDocument() async throws {
        let corpus = Corpus([
            InputText(id: "clean", text: "渡口新修的石阶一共三十六级"),
            // Latin letters with one of Cyrillic among them; two characters of private use.
            InputText(id: "mixed", text: "the r\u{0435}port\n\u{E001}渡口\u{E002}"),
            InputText(id: "marks", text: "渡\u{0301}口\u{0301}"),
        ])
        let warnings = try await TextWarnings(corpus: corpus)
            .warnings(context: RunContext(threads: 2))
        let told = warnings.map { "\($0.document) \($0.code.rawValue) \($0.count)" }
        #expect(
            told.sorted()
                == [
                    "marks \(TextWarning.Code.marksOverHan.rawValue) 2",
                    "mixed \(TextWarning.Code.mixedScripts.rawValue) 1",
                    "mixed \(TextWarning.Code.privateUse.rawValue) 2",
                ]
                .sorted()
        )
        #expect(warnings.map(\.document).first == "marks", "in the order of the input")
    }
}
