import LeitongAlgorithms

/// Words that stand for the particulars of a paragraph: who, where, when, how many.
///
/// All names are put together at random, so that no person or place is meant.
enum SlotWords {
    private static let surnames = characters(
        "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程"
    )
    private static let givenNames = characters(
        "知衡云帆立洲怀舟若溪维桢小禾长庚承岳明远志坚文博雅琴春梅秋实建国海涛晓峰静宜思齐玉兰家栋永清"
    )
    private static let placeNames = characters(
        "临岚枫渡石盘古樟白茅碧澜桐溪荷塘青螺柳榆铜槐云埠莲渚沅泽澹鹿角芦荻桂竹松梅龙凤南北东西安宁和平丰"
    )
    private static let placeKinds = ["县", "市", "区", "镇", "乡", "村", "街道", "社区", "林场", "水库"]
    private static let units = [
        "万元", "亿元", "人", "户", "公里", "亩", "个项目", "家企业", "吨", "件", "平方米", "个百分点",
    ]
    private static let verbs = ["完成", "新增", "投入", "改造", "服务", "解决", "覆盖", "带动", "压减", "建成"]

    /// A phrase that leads into a clause.
    static func leadIn(using random: inout SplitMix64) -> String {
        switch random.below(6) {
        case 0: "在\(place(using: &random))"
        case 1: "\(1 + random.below(12))月\(1 + random.below(28))日"
        case 2: "\(2001 + random.below(24))年以来"
        case 3: "\(personName(using: &random))同志"
        case 4:
            random.element(of: verbs) + number(digits: 2 + random.below(3), using: &random)
                + random.element(of: units)
        default:
            place(using: &random) + number(digits: 2, using: &random)
                + random.element(of: units)
        }
    }

    /// A name of two or three characters.
    static func personName(using random: inout SplitMix64) -> String {
        let given = (0...random.below(2)).map { _ in random.element(of: givenNames) }
        return random.element(of: surnames) + given.joined()
    }

    /// A number of so many digits that does not begin with 0.
    static func number(digits: Int, using random: inout SplitMix64) -> String {
        var value = 1 + random.below(9)
        for _ in 1..<max(digits, 1) { value = value &* 10 &+ random.below(10) }
        return String(value)
    }

    private static func place(using random: inout SplitMix64) -> String {
        random.element(of: placeNames) + random.element(of: placeNames)
            + random.element(of: placeKinds)
    }

    private static func characters(_ text: String) -> [String] {
        text.map { String($0) }
    }
}
