import TestSupport
import Testing

@testable import LeitongReport

@Suite struct StyledTextTests {
    private static let words = ["a", "long-name.txt", "中文", "甲乙丙丁", "e\u{301}é", "👍", "12"]

    private func phrase(_ generator: inout SplitMix64) -> String {
        (0..<Int.random(in: 1...12, using: &generator))
            .map { _ in Self.words.randomElement(using: &generator) ?? "" }
            .joined(separator: Bool.random(using: &generator) ? " " : "")
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

    @Test func stylesThatFollowOneAnotherAreOneRun() {
        var text = StyledText("a", .strong)
        text.append("b", .strong)
        text.append("", .faint)
        text.append(StyledText("c"))
        #expect(text.runs.map(\.text) == ["ab", "c"] && text.width == 3)
        #expect(text.padded(to: 5).width == 5 && text.padded(to: 5).trimmed().width == 3)
        #expect(text.padded(to: 5, onLeft: true).runs.first?.text == "  ")
    }

    @Test func endsAndBeginningsKeepToTheirColumns() {
        let text = "ab中文cd"
        for columns in 0...9 {
            #expect(DisplayWidth.of(text.prefix(columns: columns)) <= columns)
            #expect(DisplayWidth.of(text.suffix(columns: columns)) <= columns)
            #expect(text.hasPrefix(text.prefix(columns: columns)))
            #expect(text.hasSuffix(text.suffix(columns: columns)))
        }
        #expect(text.prefix(columns: 3) == "ab" && text.suffix(columns: 4) == "文cd")
        #expect(text.prefix(columns: 8) == text && text.suffix(columns: 8) == text)
    }
}
