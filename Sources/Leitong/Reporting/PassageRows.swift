import LeitongCore
import LeitongReport

/// Makes the rows of passages and phrases.
struct PassageRows: Sendable {
    let places: PassagePlaces
    let comparison: PassageComparison
    let options: ComparisonOptions

    /// Passages that one task makes rows of at a time.
    private static let chunkSize = 1024

    /// What the report tells of passages.
    struct Result: Sendable {
        /// Passages with their final class, in the order of the comparison.
        var found: [FoundPassage] = []
        var passages: [PassageMatch] = []
        var phrases: [Phrase] = []
        var clusters: [Cluster] = []
        /// Passages left out as shorter than asked for.
        var shortPassages = 0
    }

    /// Makes all rows.
    ///
    /// - Parameter areCopies: Whether two paragraphs are reported as copies of each other: what
    ///   stands inside them is told there.
    /// - Returns: The rows, and the passages with their final class.
    func rows(
        besideParagraphs areCopies: @escaping @Sendable (Int, Int) -> Bool
    ) async -> Result {
        var result = Result()
        // What is implied by other rows is no row: it is only asked whether it is quoted.
        let asked = comparison.passages.indices.filter {
            !comparison.isImplied[$0] || asksForMarks(comparison.passages[$0])
        }
        let (phrases, clusters) = (phraseRequests(), clusterRequests())
        let passages = passageRequests(asked)
        // At once: each document is folded again for all that stands in it.
        let sides = await places.find(
            passages + phrases.requests + clusters,
            threads: options.threads
        )
        result.found = classified(asked, sides)
        result.shortPassages = result.found.count { $0.passage.matched < options.minPassage }
        let found = result.found
        let parts = await ParallelRanges.map(
            count: asked.count,
            chunkSize: Self.chunkSize,
            threads: options.threads
        ) { range in
            range.compactMap { number -> PassageMatch? in
                let index = asked[number]
                guard found[index].passage.matched >= options.minPassage,
                    !comparison.isImplied[index]
                else { return nil }
                let (a, b) = (sides[2 * number], sides[2 * number + 1])
                if let a = a.paragraph, let b = b.paragraph, a != b, areCopies(a, b) { return nil }
                return match(found[index], a, b)
            }
        }
        result.passages = Array(parts.joined())
        result.phrases = self.phrases(sides, from: passages.count, phrases.counts)
        result.clusters = self.clusters(
            sides,
            from: passages.count + phrases.requests.count,
            besideParagraphs: areCopies
        )
        return result
    }

    /// Tells the passages with their final class, without rows.
    ///
    /// - Returns: All passages, in order.
    func classified() async -> [FoundPassage] {
        // Only what many documents hold is asked about: few documents have to be read again.
        let asked = comparison.passages.indices.filter { asksForMarks(comparison.passages[$0]) }
        let requests = asked.flatMap { index in
            let passage = comparison.passages[index].passage
            return [passage.a, passage.b]
                .map { PassagePlaces.Request(range: $0, asksForMarks: true) }
        }
        return classified(asked, await places.find(requests, threads: options.threads))
    }

    /// The passages, those taken for quotations of which a side is quoted.
    ///
    /// - Parameters:
    ///   - asked: Passages that were asked about.
    ///   - sides: Two sides for each of these.
    /// - Returns: All passages, in order.
    private func classified(_ asked: [Int], _ sides: PassagePlaces.Sides) -> [FoundPassage] {
        var found = comparison.passages
        for (number, index) in asked.enumerated()
        where sides.isQuoted(2 * number) || sides.isQuoted(2 * number + 1) {
            found[index].matchClass = .quotation
        }
        return found
    }

    private func asksForMarks(_ found: FoundPassage) -> Bool {
        found.evidence.documents >= options.significance.quotedDocuments
    }

    /// Two requests for each passage that is asked about.
    private func passageRequests(_ asked: [Int]) -> [PassagePlaces.Request] {
        var requests: [PassagePlaces.Request] = []
        requests.reserveCapacity(2 * asked.count)
        for index in asked {
            let found = comparison.passages[index]
            let runs = comparison.isImplied[index] ? [] : found.passage.runs
            let wantsText = runs.map { places.keepsTexts || $0.kind == .redacted }
            let asksForMarks = asksForMarks(found)
            requests.append(
                PassagePlaces.Request(
                    range: found.passage.a,
                    runs: runs.map(\.aLength),
                    wantsText: wantsText,
                    asksForMarks: asksForMarks
                )
            )
            requests.append(
                PassagePlaces.Request(
                    range: found.passage.b,
                    runs: runs.map(\.bLength),
                    wantsText: wantsText,
                    asksForMarks: asksForMarks
                )
            )
        }
        return requests
    }

    private func match(
        _ found: FoundPassage,
        _ a: PassagePlaces.Side,
        _ b: PassagePlaces.Side
    ) -> PassageMatch {
        let passage = found.passage
        let identity = passage.identity
        return PassageMatch(
            a: a.place,
            b: b.place,
            matchClass: found.matchClass,
            form: form(ofIdentity: identity),
            identity: Rounded.value(identity),
            matched: passage.matched,
            bits: Double(found.evidence.bits),
            documents: found.evidence.documents,
            edits: passage.runs.enumerated()
                .map { index, run in
                    PassageEdit(
                        kind: Self.kind(of: run),
                        a: a.cuts[index]..<a.cuts[index + 1],
                        b: b.cuts[index]..<b.cuts[index + 1],
                        aText: a.texts[index],
                        bText: b.texts[index]
                    )
                }
        )
    }

    private func form(ofIdentity identity: Double) -> PassageMatch.Form {
        if identity == 1 { return .exact }
        return identity >= options.significance.nearIdentity ? .near : .rewritten
    }

    static func kind(of run: PassageRun) -> PassageEdit.Kind {
        switch run.kind {
        case .equal: .equal
        case .redacted: .redacted
        case .changed where run.aLength == 0: .inserted
        case .changed where run.bLength == 0: .deleted
        case .changed: .replaced
        }
    }

    /// Requests for the places of the phrases, those that touch joined, and how many each has.
    private func phraseRequests() -> (requests: [PassagePlaces.Request], counts: [Int]) {
        var requests: [PassagePlaces.Request] = []
        var counts: [Int] = []
        for phrase in comparison.phrases where phrase.length >= options.minPassage {
            let ranges = Self.merged(phrase, comparison.text.scalars)
            for (index, range) in ranges.enumerated() {
                var request = PassagePlaces.Request(range: range)
                if index == 0 {
                    // The text of the phrase, not of all that touches it.
                    request.runs = [phrase.length, range.count - phrase.length]
                    request.wantsText = [true, false]
                    request.asksForMarks =
                        phrase.documents >= options.significance.quotedDocuments
                }
                requests.append(request)
            }
            counts.append(ranges.count)
        }
        return (requests, counts)
    }

    /// Phrases with all their places.
    private func phrases(
        _ sides: PassagePlaces.Sides,
        from first: Int,
        _ counts: [Int]
    ) -> [Phrase] {
        var next = first
        let told = comparison.phrases.filter { $0.length >= options.minPassage }
        return zip(told, counts)
            .map { phrase, count in
                defer { next += count }
                let places = (next..<next + count).map { sides[$0].place }
                let isQuoted = sides.isQuoted(next) && phrase.matchClass == .setPhrase
                return Phrase(
                    text: sides[next].texts.first.flatMap { $0 } ?? "",
                    matchClass: isQuoted ? .quotation : phrase.matchClass,
                    documents: phrase.documents,
                    bits: Double(phrase.rawBits),
                    places: places
                )
            }
    }

    /// The places of a phrase, those that touch or overlap in one document joined.
    private static func merged(_ phrase: FoundPhrase, _ stream: FoldedStream) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        for start in phrase.starts {
            let range = start..<start + phrase.length
            if let last = ranges.last, last.upperBound >= start,
                stream.document(at: last.lowerBound) == stream.document(at: start)
            {
                ranges[ranges.count - 1] = last.lowerBound..<range.upperBound
            } else {
                ranges.append(range)
            }
        }
        return ranges
    }

    /// Requests for the members of the clusters.
    private func clusterRequests() -> [PassagePlaces.Request] {
        comparison.clusters.flatMap { cluster in
            cluster.members.enumerated()
                .map { index, range in
                    var request = PassagePlaces.Request(range: range)
                    if index == 0, places.keepsTexts {
                        request.runs = [range.count]
                        request.wantsText = [true]
                    }
                    return request
                }
        }
    }

    /// Clusters of passages, but for those that lie in the members of one cluster of paragraphs.
    private func clusters(
        _ sides: PassagePlaces.Sides,
        from first: Int,
        besideParagraphs areCopies: (Int, Int) -> Bool
    ) -> [Cluster] {
        var next = first
        var clusters: [Cluster] = []
        for cluster in comparison.clusters {
            let members = (next..<next + cluster.members.count).map { sides[$0] }
            next += cluster.members.count
            guard let first = members.first, !Self.lieInCopies(members, areCopies) else { continue }
            clusters.append(
                Cluster(
                    level: .passage,
                    members: members.map(\.place),
                    similarities: [],
                    cohesion: Rounded.value(cluster.cohesion),
                    meanSimilarity: Rounded.value(cluster.cohesion),
                    text: first.texts.first.flatMap { $0 } ?? ""
                )
            )
        }
        return clusters
    }

    private static func lieInCopies(
        _ members: [PassagePlaces.Side],
        _ areCopies: (Int, Int) -> Bool
    ) -> Bool {
        guard let first = members.first?.paragraph else { return false }
        return members.dropFirst()
            .allSatisfy { side in
                side.paragraph.map { $0 != first && areCopies(first, $0) } ?? false
            }
    }
}
