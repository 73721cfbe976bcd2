/// The report as a page needs it: without what its texts and links tell, and with documents by number.
struct PageRows: Sendable {
    /// The report; names in its rows are positions in its documents.
    private(set) var source: ReportSource
    private var numbers: [String: String] = [:]

    init(_ source: ReportSource) {
        self.source = source
        for (index, document) in source.documents.enumerated() {
            numbers[document.name] = "\(index)"
        }
        // The links tell these with positions.
        self.source.passages = []
        self.source.phrases = []
        // The page adds up the sources itself, all of them.
        for index in source.documents.indices { self.source.documents[index].sources = [] }
        self.source.pairs = pairs()
        self.source.clusters = source.clusters.map(numbered)
        let rows = self
        self.source.passageClusters = source.passageClusters.mapped(rows.numbered)
        self.source.paragraphs = source.paragraphs.mapped(rows.numbered)
    }

    /// Of many pairs those that share nothing say nothing.
    private func pairs() -> [PairScore] {
        let shown =
            source.pairs.count > 1
            ? source.pairs.filter { $0.aShared != 0 || $0.bShared != 0 } : source.pairs
        return shown.map { pair in
            var pair = pair
            (pair.a, pair.b) = (number(pair.a), number(pair.b))
            return pair
        }
    }

    private func numbered(_ cluster: Cluster) -> Cluster {
        var cluster = cluster
        // The text is that of the first member.
        if source.texts != nil { cluster.text = "" }
        for index in cluster.members.indices {
            cluster.members[index].document = number(cluster.members[index].document)
        }
        guard var earliest = cluster.earliest else { return cluster }
        earliest.name = number(earliest.name)
        earliest.ties = earliest.ties?.map(number)
        cluster.earliest = earliest
        return cluster
    }

    /// A match without its differences, which are not shown.
    private func numbered(_ match: ParagraphMatch) -> ParagraphMatch {
        var match = match
        match.differences = nil
        match.a.document = number(match.a.document)
        match.b.document = number(match.b.document)
        return match
    }

    private func number(_ name: String) -> String {
        numbers[name] ?? name
    }
}
