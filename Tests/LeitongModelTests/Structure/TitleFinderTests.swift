import Testing

@testable import LeitongModel

@Suite struct TitleFinderTests {
    @Test(arguments: ["在全市工作会议上的讲话", "Annual report 2024", "关于“三农”工作的报告", "四个字啊"])
    func isATitle(line: String) {
        #expect(TitleFinder.isTitle(line))
    }

    @Test(arguments: [
        "", "太短了", "这是一句话。", "同志们：", "各位领导、各位来宾", "尊敬的领导", "第一篇 在会上", "## 标题文字",
        "各位同志们大家好", "（2024年1月1日）", String(repeating: "长", count: 61), "What is it?", "装 订 线",
        "……装……订……线……", "密　封　线",
    ])
    func isNone(line: String) {
        #expect(!TitleFinder.isTitle(line))
    }

    @Test func theFirstThatReadsLikeOne() {
        #expect(TitleFinder.title(in: ["同志们：", "在会上的讲话", "另一个标题"]) == "在会上的讲话")
        #expect(TitleFinder.title(in: ["一", "二。"]) == nil)
    }
}
