/// What printing clusters needs to look up: the match of each copy and the titles of documents.
struct ClusterLayout {
    private let matches: ReportRows<ParagraphMatch>
    /// Positions in `matches` by their later paragraph.
    private var positions: [Place: [Int]] = [:]
    private var titles: [String: String] = [:]
    /// Whether any copy will be printed with its changes.
    let hasChanges: Bool
    /// Whether any cluster will be printed as one text with slots.
    let hasVariants: Bool

    /// Prepares the look-ups.
    init(_ report: ReportSource) {
        matches = report.paragraphs
        let clusters = report.clusters
        hasVariants = clusters.contains { $0.variants != nil }
        hasChanges = matches.contains { match in
            guard match.form == .near, match.differences?.isEmpty == false else { return false }
            guard let cluster = match.cluster, clusters.indices.contains(cluster - 1) else {
                return true
            }
            return clusters[cluster - 1].variants == nil
        }
        for (position, match) in matches.enumerated() {
            positions[match.b, default: []].append(position)
        }
        for document in report.documents {
            // A record's name says nothing of its file.
            let path = document.format == "jsonl" ? "in \(document.path)  " : ""
            let title = PrintableText.singleLine(path + (document.title ?? ""))
            if !title.isEmpty { titles[document.name] = title }
        }
    }

    /// The title of a document, for a record with its file before it; empty if there is nothing.
    func title(of document: String) -> String {
        titles[document] ?? ""
    }

    /// The match that tells how a copy differs: from the first of its cluster if they were
    /// compared, else from the earlier copy it is closest to.
    func match(of copy: Place, in cluster: Cluster) -> ParagraphMatch? {
        let candidates = (positions[copy] ?? []).map { matches[$0] }
        if let direct = candidates.first(where: { $0.a == cluster.members.first }) { return direct }
        // `max` would take the last of equals; the first is the earliest copy.
        return candidates.reduce(nil) { best, next in
            guard let best else { return next }
            return next.closeness > best.closeness ? next : best
        }
    }

    /// How alike the copies of a cluster are: `equal`, `97 % alike`, `82 to 97 % alike`.
    func likeness(of cluster: Cluster) -> String {
        var lowest = Double.infinity
        var highest = 0.0
        var areClose = true
        for (index, member) in cluster.members.enumerated().dropFirst() {
            let match = match(of: member, in: cluster)
            let closeness = match?.closeness ?? cluster.similarity(at: index)
            lowest = min(lowest, closeness)
            highest = max(highest, closeness)
            areClose = areClose && (match?.form == .exact || match?.basis == .editDistance)
        }
        if lowest >= 1 { return "equal" }
        if areClose { return "but for one character" }
        let low = Wording.nearPercent(lowest)
        let high = Wording.nearPercent(highest)
        if highest >= 1 { return "from \(low) % alike to equal" }
        return low == high ? "\(low) % alike" : "\(low) to \(high) % alike"
    }

    /// How close a copy is to the text it is compared with.
    func likeness(at index: Int, of cluster: Cluster) -> String {
        guard let match = match(of: cluster.members[index], in: cluster) else {
            return index == 0 ? "" : "\(Wording.nearPercent(cluster.similarity(at: index))) %"
        }
        switch (match.form, match.basis) {
        case (.exact, _): return "equal"
        case (.near, .editDistance): return "one character"
        case (.near, .jaccard): return "\(Wording.nearPercent(match.jaccard)) %"
        }
    }

    /// How close a copy is to the first of its cluster.
    func likenessToFirst(at index: Int, of cluster: Cluster) -> String {
        if match(of: cluster.members[index], in: cluster)?.a == cluster.members.first {
            return likeness(at: index, of: cluster)
        }
        return "\(Wording.nearPercent(cluster.similarity(at: index))) %"
    }

    /// The copy that another is compared with, if it is not the first of the cluster.
    func otherCopy(comparedWith copy: Place, of cluster: Cluster) -> Place? {
        guard let match = match(of: copy, in: cluster), match.a != cluster.members.first else {
            return nil
        }
        return match.a
    }
}

extension ParagraphMatch {
    /// The similarity, where only equal texts count as wholly alike.
    fileprivate var closeness: Double {
        form == .exact ? 1 : min(jaccard, 0.9999)
    }
}

extension Cluster {
    /// The similarity of a member with the first.
    fileprivate func similarity(at index: Int) -> Double {
        similarities.indices.contains(index) ? similarities[index] : cohesion
    }
}

extension Place {
    /// The place as readers and editors know it: `notes/a.txt#3:12`.
    var label: String {
        "\(document):\(line)"
    }
}

extension Wording {
    /// Returns a similarity in whole per cent, at most 99 unless the texts are equal.
    fileprivate static func nearPercent(_ similarity: Double) -> Int {
        similarity >= 1 ? 100 : min(Int((similarity * 100).rounded()), 99)
    }
}
