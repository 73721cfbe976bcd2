import TestSupport
import Testing

@testable import LeitongReport

@Suite struct DisplayWidthTests {
    @Test(
        arguments: [
            ("abc", 3), ("中文", 4), ("ＡＢ", 4), ("ｱ", 1), ("e\u{301}", 1), ("\u{200B}", 0),
            ("，。《》", 8), ("“”…", 3), ("👍", 2), ("한글", 4), ("𠀀", 2), ("é·", 2), ("", 0),
        ]
    )
    func widthIsThatOfATerminal(text: String, width: Int) {
        #expect(DisplayWidth.of(text) == width)
    }
}

@Suite struct LayoutTests {
    private static let words = ["a", "long-name.txt", "中文", "甲乙丙丁", "e\u{301}é", "👍", "12"]

    private func phrase(_ generator: inout SplitMix64) -> String {
        (0..<Int.random(in: 1...12, using: &generator))
            .map { _ in Self.words.randomElement(using: &generator) ?? "" }
            .joined(separator: Bool.random(using: &generator) ? " " : "")
    }

    @Test(arguments: 0..<50 as Range<UInt64>)
    func columnsLineUp(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        var table = TextTable([.right, .left, .flexible])
        for _ in 0..<8 {
            let number = String(UInt16.random(in: 0...(.max), using: &generator))
            let cells = [number, phrase(&generator) + "|", "|" + phrase(&generator)]
            table.add(cells.map { StyledText($0) })
        }
        let lines = table.lines(width: 200).map { $0.runs.map(\.text).joined() }
        let starts = lines.map { line in
            DisplayWidth.of(String(line[..<(line.lastIndex(of: "|") ?? line.endIndex)]))
        }
        #expect(Set(starts).count == 1, "seed \(seed): \(lines)")
    }

    /// Names that are all too long for their column stay apart from what follows them.
    @Test func longNamesKeepTheirDistance() {
        var table = TextTable([.left, .left, .flexible])
        let name = String(repeating: "n", count: 70)
        for share in ["7 %", "12 %"] { table.add([name, share, "title"].map { StyledText($0) }) }
        let lines = table.lines(width: 100).map { $0.runs.map(\.text).joined() }
        #expect(lines == [name + "  7 %   title", name + "  12 %  title"])
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func wrappedLinesFitAndLoseNothing(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let text = phrase(&generator) + phrase(&generator)
        let columns = Int.random(in: 2...40, using: &generator)
        let lines = StyledText(text).wrapped(to: columns)
        #expect(lines.allSatisfy { $0.width <= columns }, "seed \(seed)")
        let joined = lines.flatMap(\.runs).map(\.text).joined().replacing(" ", with: "")
        #expect(joined == text.replacing(" ", with: ""), "seed \(seed)")
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func cutTextFitsAndSaysSo(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let text = StyledText(phrase(&generator))
        let columns = Int.random(in: 1...30, using: &generator)
        let cut = text.cut(to: columns)
        #expect(cut.width <= columns)
        #expect((cut.runs.last?.text.hasSuffix("…") ?? false) == (text.width > columns))
    }

    @Test func linesDoNotBeginWithClosingPunctuation() {
        let lines = StyledText("全县上下，真抓实干。").wrapped(to: 8)
        #expect(lines.map { $0.runs.map(\.text).joined() } == ["全县上", "下，真抓", "实干。"])
    }
}
