import TestSupport

@_spi(Core) @testable import LeitongCore

/// Prose of sentences that everybody could write, each character of which is a scalar of its own.
struct EditedProse {
    private static let sentences = [
        "清晨的渡口还罩着雾，摆渡的老人先把船板擦干，再招呼挑菜的人上来",
        "磨坊后面的水车停了两年，今年春天换了新轴，又吱吱呀呀地转了起来",
        "学校的钟是一截旧铁轨，值日的孩子用锤子敲三下，全村都知道该上课了",
        "供销社的玻璃罐里装着水果糖，掌柜的总是多抓一颗放进孩子的手心里",
        "修鞋的师傅把摊子搬到了桥洞底下，雨天也不收工，鞋钉摆得整整齐齐",
        "晒谷场上铺满了新割的稻子，麻雀落了一片，看场的黄狗懒得抬起眼皮",
        "粮站门口排着长队，过秤的姑娘嗓门很大，报出的数目隔着街都能听见",
        "裁缝铺的缝纫机响到半夜，赶着给出嫁的表妹做一件绣着石榴花的红袄",
        "养蜂人沿着花期往北走，车上装着六十只蜂箱和一口烧得发黑的小铁锅",
        "水库放水的那天，下游的孩子都跑到渠边，等着第一股水把枯叶冲下来",
        "电影放映员骑着驴子进山，胶片用油布裹了三层，雨再大也没有湿过",
        "木匠给每扇窗都编了号码，写在看不见的地方，拆下来洗了还能装回去",
    ]
    .map { $0.unicodeScalars.filter { $0 != "，" }.map(\.value) }

    private var random: SplitMix64
    private var left: [[UInt32]] = []

    init(seed: UInt64) { random = SplitMix64(seed: seed) }

    /// Sentences none of which comes again before all have come.
    mutating func sentences(_ count: Int) -> [UInt32] {
        var text: [UInt32] = []
        for _ in 0..<count {
            if left.isEmpty { left = Self.sentences.shuffled(using: &random) }
            text += left.removeLast()
        }
        return text
    }

    /// A text, and another that was made of it: edited, with sentences moved, left out and put in.
    static func pair(seed: UInt64) -> (a: [UInt32], b: [UInt32]) {
        var prose = EditedProse(seed: seed)
        let count = Int.random(in: 1...6, using: &prose.random)
        let parts = (0..<count).map { _ in prose.sentences(1) }
        var copies = parts
        for _ in 0..<Int.random(in: 0...3, using: &prose.random) {
            let place = Int.random(in: 0..<copies.count, using: &prose.random)
            switch Int.random(in: 0..<4, using: &prose.random) {
            case 0: copies.swapAt(place, Int.random(in: 0..<copies.count, using: &prose.random))
            case 1: copies.insert(prose.sentences(1), at: place)
            case 2: copies.insert(copies[place], at: 0)
            default: copies[place] = prose.edited(copies[place])
            }
        }
        return (parts.flatMap(\.self), copies.flatMap(\.self))
    }

    /// A text in which some stretches were replaced.
    private mutating func edited(_ text: [UInt32]) -> [UInt32] {
        var text = text
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            let start = Int.random(in: 0..<text.count, using: &random)
            let end = Swift.min(text.count, start + Int.random(in: 0...9, using: &random))
            let other = Array(sentences(1).prefix(Int.random(in: 0...9, using: &random)))
            text.replaceSubrange(start..<end, with: other)
            if text.isEmpty { text = other + [0x4E00] }
        }
        return text
    }
}
