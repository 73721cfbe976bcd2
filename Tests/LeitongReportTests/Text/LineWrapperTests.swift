import TestSupport
import Testing

@testable import LeitongReport

@Suite struct LineWrapperTests {
    private static let words = ["a", "long-name.txt", "中文", "甲乙丙丁", "e\u{301}é", "👍", "12"]

    private func phrase(_ generator: inout SplitMix64) -> String {
        (0..<Int.random(in: 1...12, using: &generator))
            .map { _ in Self.words.randomElement(using: &generator) ?? "" }
            .joined(separator: Bool.random(using: &generator) ? " " : "")
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

    @Test func linesDoNotBeginWithClosingPunctuation() {
        let lines = StyledText("全县上下，真抓实干。").wrapped(to: 8)
        #expect(lines.map { $0.runs.map(\.text).joined() } == ["全县上", "下，真抓", "实干。"])
    }
}
