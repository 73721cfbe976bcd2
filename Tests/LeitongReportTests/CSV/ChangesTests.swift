import Testing

@testable import LeitongReport

/// What a cell says of a match.
@Suite struct ChangesTests {
    private func edit(_ kind: Edit.Kind, _ a: String?, _ b: String?) -> Edit {
        Edit(kind: kind, a: 0..<0, b: 0..<0, aText: a, bText: b)
    }

    @Test func changesAreToldInWords() {
        let edits = [
            edit(.equal, "一", "一"), edit(.replaced, "青屿", "白鹭"), edit(.inserted, "", "认真"),
            edit(.deleted, "切实", ""), edit(.redacted, "**", "张三"), edit(.deleted, nil, nil),
        ]
        #expect(
            edits.changesInWords
                == "“青屿” → “白鹭”; added “认真”; removed “切实”; “**” → “张三”; removed “”"
        )
        #expect([edits[0]].changesInWords.isEmpty && [Edit]().changesInWords.isEmpty)
    }

    @Test func textsComeFromTheDifferencesOrTheCluster() {
        let report = Report.found
        let (first, near) = (report.paragraphs[0], report.paragraphs[2])
        let clusters = report.clusters
        #expect(near.text(\.aText, at: near.a, clusters: clusters) == clusters[1].text)
        #expect(near.text(\.bText, at: near.b, clusters: clusters).contains("白鹭县"))
        #expect(first.text(\.aText, at: first.a, clusters: clusters) == clusters[0].text)
        // The second copy may be spelled otherwise: its text is not known.
        #expect(first.text(\.bText, at: first.b, clusters: clusters).isEmpty)
    }

    @Test(arguments: [nil, 0, -1, 4, Int.max])
    func numbersThatNameNoClusterNameNone(number: Int?) {
        var match = Report.found.paragraphs[0]
        #expect(match.shownCluster(of: Report.found.clusters) == Report.found.clusters[0])
        match.cluster = number
        #expect(match.shownCluster(of: Report.found.clusters) == nil)
    }

    @Test func slotsThatNameNoMemberAreLeftOut() {
        var cluster = Report.foundVariants.clusters[0]
        cluster.variants?.slots[0].values[0].members.append(99)
        let cells = SlotCells([cluster])
        #expect(cells.cell(for: cluster.members[0]) == "〔1〕2023〔2〕青屿市〔3〕46〔4〕")
    }
}
