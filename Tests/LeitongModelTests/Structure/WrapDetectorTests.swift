import TestSupport
import Testing

@testable import LeitongModel

@Suite struct WrapDetectorTests {
    private static let prose = ChineseSamples.simplified[0..<8].joined()
    private static let other = ChineseSamples.simplified[8..<16].joined()
    private static let english = """
        The committee met on Tuesday to discuss the budget for the coming year, and after a long \
        debate it decided that the money for the new library should be found within the existing \
        means. Members noted that the old building, which had served the town for ninety years, \
        could no longer be heated at a reasonable cost. A report will be laid before the council \
        in the spring.
        """

    private func joined(_ text: String) -> [String] {
        Splitting(text).texts.map { $0.replacing("\n", with: "") }
    }

    @Test(arguments: [60, 61, 72, 76, 80], [false, true])
    func wrappedChineseIsOneParagraph(columns: Int, hangs: Bool) {
        let text = Wrapping.chinese(Self.prose, columns: columns, hangs: hangs)
        #expect(joined(text) == [Self.prose])
    }

    @Test(arguments: [60, 72])
    func paragraphsApartStayTwo(columns: Int) {
        let first = Wrapping.chinese(Self.prose, columns: columns, hangs: false)
        let second = Wrapping.chinese(Self.other, columns: columns, hangs: false)
        #expect(joined(first + "\n\n" + second) == [Self.prose, Self.other])
        let indented =
            Wrapping.chinese("　　" + Self.prose, columns: columns, hangs: false) + "\n"
            + Wrapping.chinese("　　" + Self.other, columns: columns, hangs: false)
        #expect(joined(indented) == [Self.prose, Self.other])
        #expect(joined("关于工作情况的报告\n" + indented) == ["关于工作情况的报告", Self.prose, Self.other])
    }

    @Test(arguments: [60, 65, 72, 78])
    func wrappedEnglishIsOneParagraph(columns: Int) {
        let text = Wrapping.words(Self.english, columns: columns)
        #expect(Splitting(text).texts == [text])
        let curly = Self.english.replacing("budget", with: "“budget”")
            .replacing("old building", with: "“old building”")
        #expect(Splitting(Wrapping.words(curly, columns: columns)).texts.count == 1)
        let twice = Splitting(text + "\r\n\r\n" + text)
        #expect(twice.texts == [text, text])
    }

    @Test func aNumberAtTheStartOfALineIsNoItem() {
        let text =
            String(repeating: "全年完成投资", count: 5) + "\n3.5亿元，同比增长两成，其中工业投资占比超过一半，增速居全省前列\n"
            + "2024年一季度又有新的进展，各县区都超过了预期的目标，合计一百多\n亿元。"
        #expect(Splitting(text).paragraphs.count == 1)
    }

    /// Lines that are paragraphs of their own, each with the number of lines.
    @Test(arguments: [
        // Verse.
        "床前明月光，\n疑是地上霜。\n举头望明月，\n低头思故乡。",
        "春风吹过了山岗，吹过了村庄，吹过了我们一起走过的长长的路，\n秋雨落在了河面，落在了屋檐，落在了我们一起听过的青青的瓦。",
        // Headings of one width.
        "坚持以人民为中心推动全市经济社会高质量发展\n聚焦全面从严治党持续深化作风建设常态长效化\n推进乡村全面振兴加快农业农村现代化建设步伐",
        // Lists.
        "一、加强组织领导，建立健全工作机制，明确责任分工，确保各项任务落到实处见到成效\n二、强化督促检查，定期通报工作进展情况，对工作不力的单位和个人进行严肃问责处理\n三、营造良好氛围，充分利用各类媒体宣传先进典型和经验做法，凝聚起干事创业的力量",
        "- the first item of the list is a rather long line, of the width of prose\n- the second item of the list is a long line too, and it goes on and on a\n- the third",
        "（1）本项目位于城市东部新区，占地面积约一百二十亩，总投资约三亿五千万元人民币\n（2）建设内容包括办公楼、实验楼、学生宿舍以及配套的道路、绿化和地下管网工程\n（3）计划两年完成",
        // Addresses and short lines.
        "Department of Public Works\n1200 Long Street, Suite 1900\nSpringfield, Illinois\nUnited States",
        "收件人：王小明\n地址：浙江省杭州市西湖区文三路100号\n电话：0571-88886666",
        // One sentence a line.
        "今天上午市委召开常委会议，传达学习上级会议精神，研究部署下一步重点工作任务。\n会议强调要提高政治站位，切实把思想和行动统一到上级的决策部署上来，抓好落实。\n会议要求各级各部门要对照目标任务，倒排工期，挂图作战，确保年底前全面完成。",
    ])
    func linesOfTheirOwnAreNotJoined(text: String) {
        #expect(Splitting(text).texts == text.split(separator: "\n").map(String.init))
    }

    @Test func longLinesAreParagraphs() {
        let line = String(repeating: "这一行文字没有标点而且非常之长", count: 6)
        let text = [line, line, line].joined(separator: "\n")
        #expect(Splitting(text).paragraphs.count == 3)
    }
}
