/// The people of a bureau, and what each copied.
enum NotePeople {
    /// Somebody who wrote a note.
    struct Person {
        var name: String
        var section: String
        var title: String
        /// Day of March 2024, if the note states one.
        var day: Int?
    }

    /// What somebody copied.
    struct Plan {
        var copier: String
        /// From whom, and how large a share of the copier's text.
        var sources: [(name: String, share: Double)]
        var kind: Kind
    }

    /// How it was copied.
    enum Kind: String {
        /// The whole note, but for two words.
        case whole
        /// The whole note, other words for nine of ten that have a synonym.
        case wholeReworded = "whole-reworded"
        /// Most of a note, from several.
        case patched
        /// Sentences as they stand.
        case part
        /// Sentences, other words for four of five that have a synonym.
        case partReworded = "part-reworded"
    }

    static let titles = ["学习心得体会", "读书班学习体会", "学习笔记", "专题学习体会"]

    private static let names = [
        ("办公室", "张维清 卫小满 冯砚秋 蒋同舟 沈一禾 韩木青"),
        ("投资科", "王若谷 许静怡 朱明远 秦川柏 尤思齐 何秋实"),
        ("财务科", "李成蹊 邓群芳 魏长庚 陶溪亭 姜米兰"),
        ("规划科", "陈望舒 杨怀瑾 吴语桐 郑千帆 褚云岫"),
        ("人事科", "刘知非 孙念慈 钱步青 周以宁 孔梦泽 曹辛夷"),
        ("价格科", "赵行简 马若溪 胡杏林 严半夏 华松年"),
        ("能源科", "徐映川 施朗月 吕照临 金谷雨 戚佳木"),
        ("法规科", "黄采薇 罗介之 毕清晏"),
    ]

    private static let undated: Set<String> = ["卫小满", "金谷雨", "严半夏", "徐映川"]

    /// Everybody: who is copied from wrote between 4 and 12 March, who copies between 15 and 27.
    static let people: [Person] = {
        let copiers = Set(plans.map(\.copier))
        var people: [Person] = []
        for (section, list) in names {
            for name in list.split(separator: " ").map(String.init) {
                let number = people.count
                let day = copiers.contains(name) ? 15 + number * 5 % 13 : 4 + number * 7 % 9
                people.append(
                    Person(
                        name: name,
                        section: section,
                        title: titles[number * 3 % 7 % titles.count],
                        day: undated.contains(name) ? nil : day
                    )
                )
            }
        }
        return people
    }()

    static let plans = [
        Plan(copier: "许静怡", sources: [("王若谷", 1)], kind: .whole),
        Plan(copier: "邓群芳", sources: [("李成蹊", 1)], kind: .wholeReworded),
        Plan(copier: "韩木青", sources: [("李成蹊", 0.25)], kind: .part),
        Plan(
            copier: "冯砚秋",
            sources: [("张维清", 0.29), ("刘知非", 0.22), ("陈望舒", 0.21)],
            kind: .patched
        ),
        Plan(copier: "孙念慈", sources: [("朱明远", 0.1)], kind: .part),
        Plan(copier: "杨怀瑾", sources: [("吴语桐", 0.12)], kind: .part),
        Plan(copier: "赵行简", sources: [("秦川柏", 0.08), ("钱步青", 0.06)], kind: .part),
        Plan(copier: "徐映川", sources: [("施朗月", 0.16)], kind: .part),
        Plan(copier: "黄采薇", sources: [("魏长庚", 0.28)], kind: .part),
        Plan(copier: "马若溪", sources: [("郑千帆", 0.15), ("吕照临", 0.12)], kind: .part),
        Plan(copier: "罗介之", sources: [("蒋同舟", 0.3)], kind: .partReworded),
        Plan(copier: "何秋实", sources: [("周以宁", 0.13), ("胡杏林", 0.11)], kind: .part),
    ]

    /// Who quotes, of those who do not copy a whole note: with 许静怡, who copies 王若谷, fourteen.
    static let quoting: Set<String> = [
        "王若谷", "卫小满", "沈一禾", "朱明远", "陶溪亭", "姜米兰", "褚云岫", "孔梦泽", "曹辛夷", "华松年",
        "金谷雨", "戚佳木", "毕清晏",
    ]

    /// The hand-out that everybody took over.
    static let handout = [
        """
        根据局党组关于开展学条例改作风促落实专题学习的安排，本次学习自三月起分三个阶段进行，\
        各科室须在每阶段结束后三日内交回学习心得，由办公室统一登记备查。
        """,
        """
        学习内容包括新修订的工作条例、局史资料汇编以及近三年信访积案剖析，要求做到人员、时间、内容、\
        效果四落实，缺席者另行安排补课，补课情况一并记入个人学习档案。
        """,
        """
        心得应当联系本人岗位，查摆问题不少于三条，提出整改措施并明确完成时限，篇幅不少于一千字，\
        严禁照搬网上文章，如发现雷同稿件将退回重写并在全局通报。
        """,
    ]

    /// The sentence that is quoted.
    static let quotation = "把每一件小事当作群众的大事来办，把每一次来访当作对我们的考试来答，干净的手才接得住乡亲们递来的信任。"

}
