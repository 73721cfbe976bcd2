import TestSupport
import Testing

@testable import LeitongReport

@Suite struct ChangeExcerptTests {
    private let page = TextPage(width: 100, isColored: false)

    private func excerpt(_ edits: [Edit], columns: Int = 200) -> String {
        var excerpt = ChangeExcerpt(columns: columns)
        for (index, edit) in edits.enumerated() {
            excerpt.add(edit, isFirst: index == 0, isLast: index == edits.count - 1, page: page)
        }
        return excerpt.finish().runs.map(\.text).joined()
    }

    private func edit(_ kind: Edit.Kind, _ a: String, _ b: String) -> Edit {
        Edit(kind: kind, a: 0..<0, b: 0..<0, aText: a, bText: b)
    }

    @Test func equalTextIsShownWhereItTouchesAChange() {
        let long = "一二三四五六七八九十甲乙丙丁"
        let text = excerpt([
            edit(.equal, long, long), edit(.replaced, "旧", "新"), edit(.equal, long, long),
            edit(.inserted, "", "加"), edit(.equal, "短", "短"), edit(.deleted, "减", ""),
            edit(.equal, long, long),
        ])
        #expect(text == "…九十甲乙丙丁[-旧-]{+新+}一二三四五六…九十甲乙丙丁{+加+}短[-减-]一二三四五六…")
    }

    @Test func whatIsUnderAMarkIsShownInItsPlace() {
        #expect(excerpt([edit(.redacted, "**", "张三")]) == "[-**-]{+张三+}")
        #expect(excerpt([]) == "")
    }

    /// What is shown and what is counted as hidden are all changes.
    @Test(arguments: [40, 60, 90, 4_000])
    func hiddenChangesAreCounted(columns: Int) {
        let edits = (0..<30)
            .flatMap { number in
                [edit(.replaced, "旧\(number)", "新\(number)"), edit(.equal, "同同", "同同")]
            }
        let text = excerpt(edits, columns: columns)
        let shown = text.matches(of: /\[-/).count
        let hidden = text.firstMatch(of: /and (\d+) more change/).flatMap { Int($0.output.1) } ?? 0
        #expect(shown + hidden == 30 && shown > 0)
        #expect((hidden > 0) == (columns < 4_000))
    }

    @Test func longChangesLoseTheirMiddle() {
        let text = String(repeating: "长", count: 40) + "尾"
        let short = ChangeExcerpt.shortened(text)
        #expect(short.hasPrefix("长长") && short.hasSuffix("长尾") && short.contains("…"))
        #expect(DisplayWidth.of(short) <= 61)
        #expect(ChangeExcerpt.shortened(String(text.prefix(30))) == String(text.prefix(30)))
    }
}
