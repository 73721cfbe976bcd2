import Leitong
import TestSupport
import Testing

@Suite struct InspectorTests {
    private func inspect(_ text: String, keepsText: Bool = false) throws -> InspectedDocument {
        let corpus = Corpus([InputText(id: "a", text: text)])
        return try #require(Inspector(keepsText: keepsText).inspect(corpus).first)
    }

    @Test func whatWasUnderstoodOfATextIsTold() throws {
        let text = "在渡口工作会议上的讲话\n2023年3月5日\n渡口新修的石阶一共三十六级，涨水的时候只露出五级。"
        let entry = try inspect(text, keepsText: true)
        #expect(entry.name == "a" && entry.format == "text" && entry.encoding == "UTF-8")
        #expect(entry.title == "在渡口工作会议上的讲话")
        #expect(entry.date == "2023-03-05" && entry.dateSource == "text")
        #expect(entry.paragraphs == 3 && entry.characters == text.unicodeScalars.count)
        #expect(entry.text?.map(\.line) == [1, 2, 3])
        let folded = text.filter { $0.isLetter || $0.isNumber }
        #expect(entry.comparedCharacters == folded.count)
        #expect(entry.text?.map(\.text).joined() == folded)
        #expect(entry.warnings.isEmpty)
        #expect(try inspect(text).text == nil)
    }

    @Test func sectionsAreToldWithTheirTitles() throws {
        let entry = try inspect("讲话汇编\n【篇一】\n渡口的石阶\n【篇二】\n村头的老槐树\n听老人讲")
        #expect(entry.sections.map(\.number) == [0, 1, 2])
        #expect(entry.sections.map(\.paragraphs).reduce(0, +) == entry.paragraphs)
    }

    @Test func troubleIsWarnedOf() throws {
        func codes(_ text: String) throws -> [String] {
            try inspect(text).warnings.map(\.code.rawValue)
        }
        let long = "渡口新修的石阶一共三十六级，涨水的时候只露出五级。"
        #expect(try codes(long).isEmpty)
        #expect(try codes("短").count == 1)
        #expect(try codes(long + "\u{FFFD}").count == 1)
        // The first and the last of the private area, and their neighbours.
        #expect(try codes(long + "\u{E000}\u{F8FF}").count == 1)
        #expect(try codes(long + "\u{D7FF}\u{F900}").isEmpty)
    }

    @Test func aRedactionMarkIsShownAsAStar() throws {
        let entry = try inspect("收款人为××公司，渡口新修的石阶一共三十六级", keepsText: true)
        #expect(entry.text?.first?.text.contains("*") == true)
    }

    @Test func skippedInputsAreListed() {
        let corpus = Corpus([InputText(id: "void", text: " "), InputText(id: "a", text: "甲乙")])
        #expect(Inspector.skipped(of: corpus).map(\.path) == ["void"])
        #expect(Inspector().inspect(corpus).map(\.name) == ["a"])
    }
}
