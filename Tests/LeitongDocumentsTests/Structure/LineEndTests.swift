import Testing

@testable import LeitongDocuments

@Suite struct LineEndTests {
    @Test(arguments: ["", "完。", "对！", "吗？", "一，", "说：", "完。”", "（完）", "《书》", "end.", "yes,", "(x)", "等…"])
    func endsAClause(line: String) {
        #expect(LineEnd.isFinal(Array(line.utf8).span))
    }

    @Test(arguments: ["中文", "word", "95％", "中（", "“", "é", "3", "😀"])
    func goesOn(line: String) {
        #expect(!LineEnd.isFinal(Array(line.utf8).span))
    }

    @Test(arguments: [("中，文", true), ("a, b", true), ("中文", false), ("a b", false), ("", false)])
    func holdsPunctuation(line: String, isPunctuated: Bool) {
        #expect(LineEnd.isPunctuated(Array(line.utf8).span) == isPunctuated)
    }
}
