import Testing

@testable import LeitongReport

@Suite struct ParagraphMatchTextTests {
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
}
