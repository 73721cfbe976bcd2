/// The report as a page needs it: without what its texts and links tell, and with documents by number.
struct PageRows {
    /// The report; names in its rows are positions in its documents.
    private(set) var report: Report
    private var numbers: [String: String] = [:]

    init(_ report: Report) {
        self.report = report
        for (index, document) in report.documents.enumerated() {
            numbers[document.name] = "\(index)"
        }
        leaveOut()
        for index in report.clusters.indices { number(&self.report.clusters[index]) }
        self.report.passageClusters = ReportRows(
            report.passageClusters.map { cluster in
                var cluster = cluster
                number(&cluster)
                return cluster
            }
        )
        for index in report.paragraphs.indices {
            number(&self.report.paragraphs[index].a.document)
            number(&self.report.paragraphs[index].b.document)
        }
        for index in self.report.pairs.indices {
            number(&self.report.pairs[index].a)
            number(&self.report.pairs[index].b)
        }
    }

    /// Leaves out what would stand in the page twice, or is not shown.
    private mutating func leaveOut() {
        // The links tell these with positions.
        report.passages = []
        report.phrases = []
        for index in report.paragraphs.indices { report.paragraphs[index].differences = nil }
        // The page adds up the sources itself, all of them.
        for index in report.documents.indices { report.documents[index].sources = [] }
        // Of many pairs those that share nothing say nothing.
        if report.pairs.count > 1 { report.pairs.removeAll { $0.aShared == 0 && $0.bShared == 0 } }
    }

    private func number(_ cluster: inout Cluster) {
        // The text is that of the first member.
        if report.texts != nil { cluster.text = "" }
        for index in cluster.members.indices { number(&cluster.members[index].document) }
        guard var earliest = cluster.earliest else { return }
        number(&earliest.name)
        earliest.ties = earliest.ties?.map { numbers[$0] ?? $0 }
        cluster.earliest = earliest
    }

    private func number(_ name: inout String) {
        name = numbers[name] ?? name
    }
}
