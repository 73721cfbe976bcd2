import Testing

@testable import LeitongFormats

@Suite struct RunningLinesTests {
    /// A page with one line at the top, one in the middle and one at the bottom.
    private func page(_ top: String, _ middle: String, _ bottom: String, at: Double = 50) -> PDFPage
    {
        let lines = [(top, at), (middle, 400), (bottom, 760)]
        return PDFPage(
            width: 600,
            height: 800,
            lines: lines.map { text, top in
                var line = PDFLine(left: 50, right: 550, top: top, bottom: top + 12)
                line.text = text
                return line
            }
        )
    }

    private func left(_ pages: [PDFPage]) -> [[String]] {
        RunningLines.removed(from: pages).map { $0.lines.map(\.text) }
    }

    @Test func whatStandsOnPagesNearByGoes() {
        let pages = [
            page("报告 第1章", "甲", "1"), page("题目", "乙", "- 2 -"), page("报告 第 2 章", "丙", "第3页"),
            page("题目", "丁", "4 / 9"),
        ]
        #expect(left(pages) == [["甲"], ["乙"], ["丙"], ["丁"]])
    }

    @Test func textAtTheEdgeStays() {
        let pages = [page("开头", "甲", "完"), page("别的", "甲", "待续")]
        #expect(left(pages) == [["开头", "甲", "完"], ["别的", "甲", "待续"]])
        // The same words at another height do not run along.
        let apart = [page("题目", "甲", "一"), page("题目", "乙", "二", at: 60)]
        #expect(left(apart) == [["题目", "甲", "一"], ["题目", "乙", "二"]])
        #expect(left([page("独页", "甲", "7 页纸")]) == [["独页", "甲", "7 页纸"]])
    }
}
