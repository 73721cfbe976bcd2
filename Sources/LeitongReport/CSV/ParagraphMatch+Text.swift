extension ParagraphMatch {
    /// The cluster the match is of, if it is printed.
    func shownCluster(of clusters: [Cluster]) -> Cluster? {
        guard let cluster, clusters.indices.contains(cluster - 1) else { return nil }
        return clusters[cluster - 1]
    }

    /// The source text of one side: from the differences, else from the cluster if the place is the
    /// first of its members, else empty.
    func text(
        _ side: KeyPath<Edit, String?>,
        at place: Place,
        clusters: [Cluster]
    ) -> String {
        if let differences {
            return differences.compactMap { $0[keyPath: side] }.joined()
        }
        guard let shown = shownCluster(of: clusters) else { return "" }
        return shown.members.first == place ? shown.text : ""
    }
}
