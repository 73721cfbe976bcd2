extension [DifferenceSegment] {
    /// What was changed, in words: `“青屿” → “白鹭”; added “认真”; removed “切实”`.
    var changesInWords: String {
        var changes: [String] = []
        for segment in self {
            switch segment.kind {
            case .equal: break
            case .replaced: changes.append("“\(segment.a)” → “\(segment.b)”")
            case .inserted: changes.append("added “\(segment.b)”")
            case .deleted: changes.append("removed “\(segment.a)”")
            }
        }
        return changes.joined(separator: "; ")
    }
}

extension ParagraphMatch {
    /// The cluster the match is of, if it is printed.
    func shownCluster(of clusters: [Cluster]) -> Cluster? {
        guard let cluster, clusters.indices.contains(cluster - 1) else { return nil }
        return clusters[cluster - 1]
    }

    /// The source text of one side: from the differences, else from the cluster if the place is the
    /// first of its members, else empty.
    func text(
        _ side: KeyPath<DifferenceSegment, String>,
        at place: Place,
        clusters: [Cluster]
    ) -> String {
        if let differences {
            return differences.map { $0[keyPath: side] }.joined()
        }
        guard let shown = shownCluster(of: clusters) else { return "" }
        return shown.members.first == place ? shown.text : ""
    }
}
