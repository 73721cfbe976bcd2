import TestSupport
import Testing

@testable import LeitongReport

@Suite struct TextTableTests {
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
}
