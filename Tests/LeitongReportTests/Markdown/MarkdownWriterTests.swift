import Testing

@testable import LeitongReport

@Suite struct MarkdownWriterTests {
    @Test func textsStayTexts() {
        for text in hostileTexts {
            let output = Report.holding(text).printed(by: MarkdownWriter())
            #expect(!steersTerminals(output))
        }
        #expect(MarkdownWriter.escaped("a|b<c>\n*d*") == "a\\|b\\<c\\> \\*d\\*")
    }

    @Test func sharesAreWholeButNeverFalse() {
        #expect(MarkdownWriter.percent(0, 10) == "0%")
        #expect(MarkdownWriter.percent(1, 1000) == "\\<1%")
        #expect(MarkdownWriter.percent(999, 1000) == "99%")
        #expect(MarkdownWriter.percent(984, 1000) == "98%")
        #expect(MarkdownWriter.percent(10, 10) == "100%")
    }
}
