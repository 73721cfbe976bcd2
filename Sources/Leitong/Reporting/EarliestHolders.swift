import LeitongModel
import LeitongReport

/// Tells which holder of a text bears the earliest date.
struct EarliestHolders: Sendable {
    private var dates: [String: DocumentDate] = [:]

    /// Notes the dates of the units of a corpus.
    ///
    /// - Parameter dates: Names and dates of the units that bear one.
    init(_ dates: [(name: String, date: DocumentDate)]) {
        for (name, date) in dates { self.dates[name] = date }
    }

    /// Names the earliest holder of each cluster.
    ///
    /// A date stated less closely, as 2023-05 beside 2023-05-04, may be as early as the other: then
    /// both are named.
    func note(in clusters: inout [Cluster]) {
        for index in clusters.indices { note(in: &clusters[index]) }
    }

    /// Notes of each pair which of the two is earlier, where both dates tell.
    func note(in pairs: inout [PairScore]) {
        if dates.isEmpty { return }
        for index in pairs.indices {
            guard let a = dates[pairs[index].a], let b = dates[pairs[index].b],
                let order = a.order(beside: b)
            else { continue }
            pairs[index].earlier = order == .earlier ? .a : .b
        }
    }

    /// Names the earliest holder of a cluster.
    func note(in cluster: inout Cluster) {
        if dates.isEmpty { return }
        cluster.earliest = earliest(among: cluster.members)
    }

    /// The earliest of the documents of some places.
    func earliest(among places: [Place]) -> EarliestHolder? {
        var seen: Set<String> = []
        let names = places.map(\.document).filter { seen.insert($0).inserted }
        let dated = names.compactMap { name in dates[name].map { (name: name, date: $0) } }
        guard names.count > 1,
            let first = dated.min(by: { Self.order($0.date, $1.date) }),
            let bound = dated.map(\.date.latest).min()
        else { return nil }
        let ties = dated.filter { $0.name != first.name && $0.date.earliest <= bound }
        return EarliestHolder(
            name: first.name,
            date: first.date.text,
            ties: ties.map(\.name),
            unknown: names.count - dated.count
        )
    }

    /// The earlier first; of those that may be the same the one stated most closely.
    private static func order(_ a: DocumentDate, _ b: DocumentDate) -> Bool {
        (a.latest, b.earliest) < (b.latest, a.earliest)
    }
}
