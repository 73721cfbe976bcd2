import Foundation
import Testing

@testable import LeitongReport

@Suite struct VariantsLayoutTests {
    /// A report whose variants hold a text wherever they can.
    private func holding(_ text: String) -> Report {
        var report = Report.holding(text)
        report.clusters[0].variants = ClusterVariants(
            pieces: [text, text, text],
            slots: [
                .init(values: [.init(text: text, members: [0]), .init(text: "", members: [1])]),
                .init(values: [.init(text: "", members: [0]), .init(text: text, members: [1])]),
            ]
        )
        return report
    }

    @Test(arguments: hostileTexts)
    func nothingFromADocumentBreaksTheOutput(text: String) throws {
        let report = holding(text)
        #expect(!steersTerminals(report.printed(by: TextWriter())))
        let data = Data(JSONWriter().bytes(of: report))
        #expect(try JSONDecoder().decode(Report.self, from: data) == report)
        let encoded = try JSONSerialization.jsonObject(with: JSONEncoder().encode(report))
        let written = try JSONSerialization.jsonObject(with: data)
        #expect(written as? NSDictionary == encoded as? NSDictionary)
        #expect(!report.printed(by: CSVWriter()).contains("\u{1B}"))
    }

    @Test func changesAreNotToldTwice() {
        let text = Report.foundVariants.printed(by: TextWriter())
        #expect(!text.contains("[-") && !text.contains("How to read changes"))
        #expect(text.contains("How to read variants"))
        #expect(!Report.found.printed(by: TextWriter()).contains("How to read variants"))
    }

    @Test(arguments: [40, 60, 100, 160])
    func linesKeepToTheWidth(width: Int) {
        let text = Report.foundVariants.printed(by: TextWriter(width: width))
        for line in text.split(separator: "\n") {
            #expect(DisplayWidth.of(String(line)) <= width, "\(line)")
            #expect(!line.hasSuffix(" ") && !line.hasSuffix("〔"))
        }
    }

    @Test func copiesOfOneLetterAreEqual() throws {
        let layout = try #require(VariantsLayout(Report.foundVariants.clusters[0]))
        #expect((0..<4).map(layout.letter) == ["a", "b", "c", "a"])
        #expect(layout.versionCount == 3)
        #expect(VariantsLayout(Report.found.clusters[0]) == nil)
    }

    /// A cluster of many versions: what is left out is counted.
    @Test func longListsSayHowMuchTheyHide() throws {
        var cluster = Report.foundVariants.clusters[0]
        let place = cluster.members[0]
        cluster.members = (0..<800)
            .map { Place(document: place.document, range: 0..<9, line: 1 + $0) }
        cluster.variants = ClusterVariants(
            pieces: ["编号", "的代表，", "到会。"],
            slots: [
                .init(values: (0..<800).map { .init(text: "\(1_000 + $0)", members: [$0]) }),
                .init(values: [
                    .init(text: "已", members: Array(0..<799)), .init(text: "未", members: [799]),
                ]),
            ]
        )
        let layout = try #require(VariantsLayout(cluster))
        #expect(
            [25, 26, 51, 52, 701, 702].map(layout.letter) == ["z", "aa", "az", "ba", "zz", "aaa"]
        )
        let entries = layout.entries().map { $0.values.runs.map(\.text).joined() }
        #expect(entries[0].hasPrefix("1000 (a) | 1001 (b) | "))
        #expect(entries[0].hasSuffix("1007 (h) | and 792 other values"))
        #expect(entries[1] == "已 | 未 (adt)")
        cluster.variants?.slots[1].values.swapAt(0, 1)
        let swapped = try #require(VariantsLayout(cluster)).entries()[1].values
        #expect(
            swapped.runs.map(\.text).joined() == "未 | 已 (a, b, c, d, e, f and 793 more)"
        )
    }

    /// Two long values that begin and end alike are still seen to differ.
    @Test func longValuesShowWhereTheyDepart() throws {
        var cluster = Report.foundVariants.clusters[0]
        let long = String(repeating: "成绩来之不易，", count: 12)
        let values = ["", "经验", "教训"].map { "甲" + long + $0 + long + "乙" }
        cluster.variants = ClusterVariants(
            pieces: ["", "。"],
            slots: [
                .init(values: values.enumerated().map { .init(text: $1, members: [$0]) })
            ]
        )
        let text = try #require(VariantsLayout(cluster)).entries()[0].values
        let shown = text.runs.map(\.text).joined().components(separatedBy: " | ")
        #expect(shown.count == 3)
        #expect(shown[1].hasPrefix("…绩来之不易，经验成绩") && shown[1].hasSuffix("… (b)"))
        #expect(shown[2].contains("教训"))
    }

    @Test func valueOfAMemberIsFound() {
        let slot = Report.foundVariants.clusters[0].variants?.slots[2]
        #expect(slot?.value(ofMember: 2)?.text == "**" && slot?.value(ofMember: 4) == nil)
    }
}
