import Testing

@testable import LeitongModel

@Suite struct LineStartTests {
    @Test(arguments: [
        "一、工作", "十二、工作", "（一）工作", "(1) work", "1. Work", "1．工作", "１、工作", "12) x", "第一条 总则",
        "第12章", "第二十三条", "- item", "-工作", "* item", "• x", "· 一", "# Title", "## Title", "> quoted",
        "【1】", "[1] x", "●工作", "-",
    ])
    func beginsAnItem(line: String) {
        let bytes = Array(line.utf8)
        let answer = LineStart.isItem(bytes.span)
        #expect(answer)
    }

    @Test(arguments: [
        "", "工作", "一二", "3.5亿元", "2024年", "2023、2024年", "第一次", "第三", "（2023年）", "（见附件）",
        "-5度", "*args", "a. b", "word", "一", "、", "[sic]",
    ])
    func beginsNone(line: String) {
        let bytes = Array(line.utf8)
        let answer = LineStart.isItem(bytes.span)
        #expect(!answer)
    }
}
