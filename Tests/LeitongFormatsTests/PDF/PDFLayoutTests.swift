import Testing

@testable import LeitongFormats
@testable import LeitongModel

@Suite struct PDFLayoutTests {
    /// A page of lines: text, left edge, top; a character is 10 points wide, or 5 if it is ASCII.
    private func page(_ lines: [(String, Double, Double)]) -> PDFPage {
        var page = PDFPage(width: 600, height: 800)
        page.lines = lines.map { text, left, top in
            let width = Double(Columns.count(Array(text.utf8).span)) * 5
            var line = PDFLine(
                text: text,
                left: left,
                right: left + width,
                top: top,
                bottom: top + 10
            )
            line.measure()
            return line
        }
        return page
    }

    private func paragraphs(_ pages: [PDFPage]) -> [String] {
        String(decoding: PDFLayout(pages).text.bytes, as: UTF8.self)
            .split(separator: "\n").map(String.init)
    }

    private static let full = String(repeating: "文", count: 40)

    @Test func fullLinesGoOn() {
        let lines =
            [
                ("题目", 280, 60), ("　　" + String(Self.full.dropLast(2)), 100, 100),
                (Self.full + "，", 100, 115),
                ("末。", 100, 130), ("第二段。", 120, 145), (Self.full, 100, 160), ("末", 100, 175),
            ] as [(String, Double, Double)]
        let body = "　　" + String(Self.full.dropLast(2)) + Self.full + "，末。"
        #expect(paragraphs([page(lines)]) == ["题目", body, "第二段。", Self.full + "末"])
    }

    /// Lines that mix scripts end a little behind the edge, or before it.
    @Test func linesThatAreStretchedBreakNoParagraph() {
        var page = page((0..<24).map { (Self.full, 100, 100 + 15 * Double($0)) })
        for (index, width) in [(3, 9.0), (7, 8), (10, -2)] {
            page.lines[index].right += width
            page.lines[index].measure()
        }
        #expect(paragraphs([page]).count == 1)
    }

    @Test func runningLinesGoAndPagesJoin() {
        let texts = "甲乙丙丁".map { String(repeating: $0, count: 40) }
        let pages = (1...4)
            .map { number in
                page([
                    ("某市人民政府公报", 100, 30), (texts[number - 1], 100, 100), (Self.full, 100, 115),
                    ("— \(number) —", 290, 760),
                ])
            }
        #expect(paragraphs(pages) == [texts.map { $0 + Self.full }.joined()])
        #expect(paragraphs([page([("正文。", 100, 100), ("第 1 页 共 1 页", 250, 770)])]) == ["正文。"])
    }

    @Test func columnsAreReadOneAfterTheOther() {
        let (left, right) = ("左左左左左左左左左左左左左左左左左左左左", "右右右右右右右右右右右右右右右右右右右右")
        var lines = [("横贯两栏的一行标题放在这里横贯两栏的一行标题", 150, 60)] as [(String, Double, Double)]
        for row in 0..<4 {
            lines.append((left, 60, 100 + Double(row) * 15))
            lines.append((right, 330, 100 + Double(row) * 15))
        }
        let texts = paragraphs([page(lines)])
        #expect(texts.first == lines[0].0)
        #expect(
            texts.dropFirst().joined() == String(repeating: left, count: 4)
                + String(repeating: right, count: 4)
        )
    }

    @Test func hyphensGoWhereWordsGoOn() {
        let text = "the quick brown fox jumps over the lazy dog and the agree-"
        let pages = [
            page([
                (text, 100, 100),
                ("ment of all the others who came to the place for it too", 100, 115),
            ])
        ]
        #expect(paragraphs(pages).first?.contains("the agreement of all") == true)
    }
}
