import LeitongReport
import Testing

@Suite struct TextWarningTests {
    @Test(arguments: TextWarning.Code.allCases)
    func warningsCountInWords(code: TextWarning.Code) {
        let one = TextWarning(document: "a", code: code, count: 1).message
        let many = TextWarning(document: "a", code: code, count: 3).message
        #expect(one.contains("holds 1 ") && many.contains("holds 3 "))
        #expect(one != many.replacing("3", with: "1"), "one of them is not in the plural")
    }
}
