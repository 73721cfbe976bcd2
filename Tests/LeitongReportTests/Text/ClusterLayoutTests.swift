import Testing

@testable import LeitongReport

@Suite struct ClusterLayoutTests {
    private let source = ReportSource(Report.found)

    @Test func copiesAreSetBesideTheirNearest() {
        let layout = ClusterLayout(source)
        let near = source.clusters[1]
        #expect(layout.match(of: near.members[1], in: near)?.a == near.members[0])
        #expect(layout.match(of: near.members[2], in: near)?.a == near.members[1])
        #expect(layout.otherCopy(comparedWith: near.members[2], of: near) == near.members[1])
        #expect(layout.otherCopy(comparedWith: near.members[1], of: near) == nil)
        #expect(layout.match(of: near.members[0], in: near) == nil)
    }

    @Test func likenessIsSaidInWords() {
        let layout = ClusterLayout(source)
        let words = source.clusters.map { layout.likeness(of: $0) }
        #expect(words == ["equal", "from 84 % alike to equal", "but for one character"])
        let near = source.clusters[1]
        #expect((0..<3).map { layout.likeness(at: $0, of: near) } == ["", "84 %", "equal"])
        #expect(layout.likenessToFirst(at: 2, of: near) == "84 %")
    }

    /// Only equal texts are wholly alike: of shingles that are all shared that is not said.
    @Test func nearTextsAreNeverEqual() {
        var report = Report.found
        for index in report.paragraphs.indices {
            report.paragraphs[index].jaccard = 1
            report.paragraphs[index].form = .near
            report.paragraphs[index].basis = .jaccard
        }
        let layout = ClusterLayout(ReportSource(report))
        #expect(report.clusters.allSatisfy { layout.likeness(of: $0) == "99 % alike" })
    }

    @Test func legendsAreForWhatIsPrinted() {
        #expect(ClusterLayout(source).hasChanges && !ClusterLayout(source).hasVariants)
        let variants = ClusterLayout(ReportSource(Report.foundVariants))
        #expect(variants.hasVariants && !variants.hasChanges)
    }

    @Test func recordsAreNamedWithTheirFile() {
        var report = Report.found
        report.documents[0].format = "jsonl"
        let layout = ClusterLayout(ReportSource(report))
        #expect(layout.title(of: report.documents[0].name) == "in speeches/2022.txt 在全县经济工作会议上的讲话")
        #expect(layout.title(of: report.documents[1].name) == "在总结表彰大会上的讲话")
        #expect(layout.title(of: "none").isEmpty)
        #expect(report.clusters[0].members[0].label == "speeches/2022.txt#3:12")
    }
}
