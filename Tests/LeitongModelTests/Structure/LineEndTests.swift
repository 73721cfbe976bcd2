import Testing

@testable import LeitongModel

@Suite struct LineEndTests {
    @Test(arguments: [
        "", "完。", "对！", "吗？", "一，", "说：", "完。”", "（完）", "《书》", "end.", "yes,", "(x)", "等…",
    ])
    func endsAClause(line: String) {
        let bytes = Array(line.utf8)
        let answer = LineEnd.isFinal(bytes.span)
        #expect(answer)
    }

    @Test(arguments: ["中文", "word", "95％", "中（", "“", "é", "3", "😀"])
    func goesOn(line: String) {
        let bytes = Array(line.utf8)
        let answer = LineEnd.isFinal(bytes.span)
        #expect(!answer)
    }

    @Test(arguments: [("中，文", true), ("a, b", true), ("中文", false), ("a b", false), ("", false)])
    func holdsPunctuation(line: String, isPunctuated: Bool) {
        let bytes = Array(line.utf8)
        let answer = LineEnd.isPunctuated(bytes.span)
        #expect(answer == isPunctuated)
    }
}
