import Testing

@testable import LeitongModel

@Suite struct SectionMarkerTests {
    @Test(arguments: [
        ("（一）", 1, nil), ("(12)", 12, nil), ("（２）", 2, nil), ("三、", 3, nil), ("第一篇", 1, nil),
        ("第1篇 在会上的讲话", 1, "在会上的讲话"), ("篇二：心得体会", 2, "心得体会"), ("【篇一】标题", 1, "标题"),
        ("【第十二篇】", 12, nil), ("范文3", 3, nil), ("[范文1]", 1, nil), ("材料一", 1, nil),
        ("（篇一）题目", 1, "题目"),
        ("第二讲话　关于作风", 2, "关于作风"), ("［第2篇］：题", 2, "题"),
    ])
    func readsMarkers(line: String, ordinal: Int, title: String?) throws {
        let marker = try #require(SectionMarker(line))
        #expect(marker.ordinal == ordinal)
        #expect(marker.title == title)
    }

    @Test(arguments: [
        "", "一", "（一）加强领导", "一、加强领导", "第一", "第一次", "篇", "篇章", "（）", "（百）", "【】", "【要点】一",
        "第一篇章", "1", "1.", "（一", "范文", "材料科学", "第一章",
    ])
    func refusesOtherLines(line: String) {
        #expect(SectionMarker(line) == nil)
    }

    @Test func stylesAreToldApart() {
        #expect(SectionMarker("（一）")?.style != SectionMarker("（1）")?.style)
        #expect(SectionMarker("第一篇")?.style == SectionMarker("【第2篇】")?.style)
        #expect(SectionMarker("第一篇")?.isWorded == true)
        #expect(SectionMarker("（一）")?.isWorded == false)
        #expect(SectionMarker("篇一：" + String(repeating: "长", count: 41)) == nil)
    }
}
