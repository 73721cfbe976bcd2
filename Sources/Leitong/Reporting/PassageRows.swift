@_spi(Core) import LeitongCore
import LeitongReport
import LeitongStorage

/// Makes the rows of passages and phrases.
struct PassageRows: Sendable {
    let places: PassagePlaces
    let comparison: PassageFindings
    /// What settles the classes that depend on both units.
    let texts: SharedTexts
    let earliest: EarliestHolders
    let options: ComparisonOptions
    /// How much of the rows is filled in.
    let detail: ReportDetail
    let context: RunContext

    /// Passages that one task looks at at a time.
    static let chunkSize = 1024

    /// What the report tells of passages; rows are made when they are asked for.
    struct Result: Sendable {
        /// Passages with their final class, in the order of the comparison.
        var found: ClassifiedPassages
        var passages: ReportRows<PassageMatch>
        /// Rows of each class.
        var counts: [MatchClass: Int]
        var phrases: ReportRows<Phrase>
        var clusters: ReportRows<Cluster>
        /// Passages left out as shorter than asked for.
        var shortPassages: Int
    }

    /// Chooses the rows.
    ///
    /// - Parameter areCopies: Whether two paragraphs are reported as copies of each other: what
    ///   stands inside them is told there.
    /// - Returns: The rows, and the passages with their final class.
    /// - Throws: `StorageError` where there is no room for a number for each.
    func rows(
        besideParagraphs areCopies: @escaping @Sendable (Int, Int) -> Bool
    ) async throws -> Result {
        let found = ClassifiedPassages(list: comparison.list, texts: texts)
        var numbers = FlatArrayWriter<UInt32>(budget: context.memory)
        var counts: [MatchClass: Int] = [:]
        let chunks = RunContext.chunks(of: found.count, limit: Self.chunkSize) { _ in 1 }
        try await context.forEach(chunks) { range in
            range.filter { isRow(found[$0], $0, areCopies) }.map { UInt32($0) }
        } consume: { rows in
            try numbers.append(rows.span)
            for row in rows { counts[found[Int(row)].matchClass, default: 0] += 1 }
        }
        let rows = try numbers.finish()
        return Result(
            found: found,
            passages: ReportRows(count: rows.count) { match(found[Int(rows[$0])]) },
            counts: counts,
            phrases: phrases(),
            clusters: try await clusters(besideParagraphs: areCopies),
            shortPassages: found.count { $0.passage.matched < options.minPassage }
        )
    }

    private func match(_ found: FoundPassage) -> PassageMatch {
        let passage = found.passage
        let identity = passage.identity
        let runs = Array(comparison.list.runs(of: passage))
        let a = places.side(of: passage.a, in: passage.aDocument, runs: runs.lazy.map(\.aLength))
        let b = places.side(of: passage.b, in: passage.bDocument, runs: runs.lazy.map(\.bLength))
        // By itself, so that no closure copies all that rows are made of.
        let isFull = detail == .full
        let wantsText = { (index: Int) in isFull || runs[index].kind == .redacted }
        let hasTexts = runs.indices.contains(where: wantsText)
        let aTexts = hasTexts ? places.texts(of: a, where: wantsText) : []
        let bTexts = hasTexts ? places.texts(of: b, where: wantsText) : []
        return PassageMatch(
            a: a.place,
            b: b.place,
            matchClass: found.matchClass,
            form: found.isShuffled ? .shuffled : form(ofIdentity: identity),
            identity: Rounded.value(identity),
            matched: passage.matched,
            chain: Int(found.chain) + 1,
            bits: Double(found.evidence.bits),
            documents: found.evidence.documents,
            edits: runs.indices.map { index in
                Edit(
                    kind: Self.kind(of: runs[index]),
                    a: a.cuts[index]..<a.cuts[index + 1],
                    b: b.cuts[index]..<b.cuts[index + 1],
                    aText: hasTexts ? aTexts[index] : nil,
                    bText: hasTexts ? bTexts[index] : nil
                )
            }
        )
    }

    private func form(ofIdentity identity: Double) -> PassageMatch.Form {
        if identity == 1 { return .exact }
        return identity >= options.significance.nearIdentity ? .near : .rewritten
    }

    static func kind(of run: PassageRun) -> Edit.Kind {
        switch run.kind {
        case .equal: .equal
        case .redacted: .redacted
        case .changed where run.aLength == 0: .inserted
        case .changed where run.bLength == 0: .deleted
        case .changed: .replaced
        }
    }
}
