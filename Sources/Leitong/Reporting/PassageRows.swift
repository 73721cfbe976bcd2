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
        // At once: each document is folded again for all that stands in it.
        var requests = await passageRequests(asked)
        let firstPhrase = requests.count
        let phraseCounts = await requestPhrases(&requests)
        let firstCluster = requests.count
        requestClusters(&requests)
        let sides = await places.find(requests, threads: options.threads)
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
                if let a = sides.paragraph(2 * number), let b = sides.paragraph(2 * number + 1),
                    a != b, areCopies(a, b)
                {
                    return nil
                }
                return match(found[index], sides[2 * number], sides[2 * number + 1])
            }
        }
        result.passages = Array(parts.joined())
        result.phrases = await phrases(sides, from: firstPhrase, phraseCounts)
        result.clusters = clusters(sides, from: firstCluster, besideParagraphs: areCopies)
        return result
    }

    /// Tells the passages with their final class, without rows.
    ///
    /// - Returns: All passages, in order.
    func classified() async -> [FoundPassage] {
        // Only what many documents hold is asked about: few documents have to be read again.
        let asked = comparison.passages.indices.filter { asksForMarks(comparison.passages[$0]) }
        var requests = PlaceRequests()
        for index in asked {
            let passage = comparison.passages[index].passage
            requests.append(passage.a, of: passage.aDocument, asksForMarks: true)
            requests.append(passage.b, of: passage.bDocument, asksForMarks: true)
        }
        return classified(asked, await places.find(requests, threads: options.threads))
    }

    /// The passages, those taken for quotations of which a side is quoted.
    ///
    /// - Parameters:
    ///   - asked: Passages that were asked about.
    ///   - sides: Two sides for each of these.
    /// - Returns: All passages, in order.
    private func classified(_ asked: [Int], _ sides: FoundPlaces) -> [FoundPassage] {
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
    private func passageRequests(_ asked: [Int]) async -> PlaceRequests {
        let parts = await ParallelRanges.map(
            count: asked.count,
            chunkSize: Self.chunkSize,
            threads: options.threads
        ) { passageRequests(asked[$0]) }
        var requests = PlaceRequests()
        requests.reserveCapacity(2 * asked.count)
        for part in parts { requests.append(part) }
        return requests
    }

    private func passageRequests(_ asked: ArraySlice<Int>) -> PlaceRequests {
        var requests = PlaceRequests()
        for index in asked {
            let found = comparison.passages[index]
            let passage = found.passage
            let asksForMarks = asksForMarks(found)
            let runs = comparison.isImplied[index] ? [] : comparison.list.runs(of: passage)
            requests.append(
                passage.a,
                of: passage.aDocument,
                asksForMarks: asksForMarks,
                runs: runs.lazy.map { PlaceRequests.Run($0.aLength, wantsText: wantsText($0)) }
            )
            requests.append(
                passage.b,
                of: passage.bDocument,
                asksForMarks: asksForMarks,
                runs: runs.lazy.map { PlaceRequests.Run($0.bLength, wantsText: wantsText($0)) }
            )
        }
        return requests
    }

    /// Whether the text of a run is told.
    private func wantsText(_ run: PassageRun) -> Bool {
        places.keepsTexts || run.kind == .redacted
    }

    private func match(
        _ found: FoundPassage,
        _ a: FoundPlaces.Side,
        _ b: FoundPlaces.Side
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
            edits: comparison.list.runs(of: passage).enumerated()
                .map { index, run in
                    let hasText = wantsText(run)
                    return PassageEdit(
                        kind: Self.kind(of: run),
                        a: a.cut(index)..<a.cut(index + 1),
                        b: b.cut(index)..<b.cut(index + 1),
                        aText: hasText ? a.text(index) : nil,
                        bText: hasText ? b.text(index) : nil
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

    /// Requests the places of the phrases, those that touch joined.
    ///
    /// - Returns: How many each has.
    private func requestPhrases(_ requests: inout PlaceRequests) async -> [Int] {
        let told = comparison.phrases.filter { $0.length >= options.minPassage }
        let parts = await ParallelRanges.map(
            count: told.count,
            chunkSize: Self.chunkSize,
            threads: options.threads
        ) { range in
            var requests = PlaceRequests()
            let counts = told[range].map { request($0, &requests) }
            return (requests: requests, counts: counts)
        }
        for part in parts { requests.append(part.requests) }
        return parts.flatMap(\.counts)
    }

    /// Requests the places of a phrase.
    ///
    /// - Returns: How many there are.
    private func request(_ phrase: FoundPhrase, _ requests: inout PlaceRequests) -> Int {
        let places = Self.merged(phrase, comparison.text.scalars)
        for (index, place) in places.enumerated() {
            guard index == 0 else {
                requests.append(place.range, of: place.document)
                continue
            }
            // The text of the phrase, not of all that touches it.
            let rest = place.range.count - phrase.length
            requests.append(
                place.range,
                of: place.document,
                asksForMarks: phrase.documents >= options.significance.quotedDocuments,
                runs: [.init(phrase.length, wantsText: true), .init(rest)]
            )
        }
        return places.count
    }

    /// Phrases with all their places.
    private func phrases(
        _ sides: FoundPlaces,
        from first: Int,
        _ counts: [Int]
    ) async -> [Phrase] {
        let told = comparison.phrases.filter { $0.length >= options.minPassage }
        var starts = [first]
        for count in counts { starts.append(starts[starts.count - 1] + count) }
        let parts = await ParallelRanges.map(
            count: told.count,
            chunkSize: Self.chunkSize,
            threads: options.threads
        ) { [starts] range in
            range.map { phrase(told[$0], sides, starts[$0]..<starts[$0 + 1]) }
        }
        return Array(parts.joined())
    }

    private func phrase(
        _ phrase: FoundPhrase,
        _ sides: FoundPlaces,
        _ requests: Range<Int>
    ) -> Phrase {
        let first = requests.lowerBound
        let isQuoted = sides.isQuoted(first) && phrase.matchClass == .setPhrase
        return Phrase(
            text: sides[first].text(0) ?? "",
            matchClass: isQuoted ? .quotation : phrase.matchClass,
            documents: phrase.documents,
            bits: Double(phrase.rawBits),
            places: requests.map { sides.place($0) }
        )
    }

    /// The places of a phrase, those that touch or overlap in one document joined.
    private static func merged(
        _ phrase: FoundPhrase,
        _ stream: FoldedStream
    ) -> [(range: Range<Int>, document: Int)] {
        var places: [(range: Range<Int>, document: Int)] = []
        for start in phrase.starts {
            let range = start..<start + phrase.length
            let document = stream.document(at: start)
            if let last = places.last, last.range.upperBound >= start, last.document == document {
                places[places.count - 1].range = last.range.lowerBound..<range.upperBound
            } else {
                places.append((range, document))
            }
        }
        return places
    }

    /// Requests the members of the clusters.
    private func requestClusters(_ requests: inout PlaceRequests) {
        let stream = comparison.text.scalars
        for cluster in comparison.clusters {
            for (index, range) in cluster.members.enumerated() {
                let document = stream.document(at: range.lowerBound)
                if index == 0, places.keepsTexts {
                    requests.append(
                        range,
                        of: document,
                        runs: [PlaceRequests.Run(range.count, wantsText: true)]
                    )
                } else {
                    requests.append(range, of: document)
                }
            }
        }
    }

    /// Clusters of passages, but for those that lie in the members of one cluster of paragraphs.
    private func clusters(
        _ sides: FoundPlaces,
        from first: Int,
        besideParagraphs areCopies: (Int, Int) -> Bool
    ) -> [Cluster] {
        var next = first
        var clusters: [Cluster] = []
        for cluster in comparison.clusters {
            let members = next..<next + cluster.members.count
            next = members.upperBound
            let paragraphs = members.lazy.map { sides.paragraph($0) }
            if Self.areCopies(paragraphs, areCopies) { continue }
            clusters.append(
                Cluster(
                    level: .passage,
                    members: members.map { sides.place($0) },
                    similarities: [],
                    cohesion: Rounded.value(cluster.cohesion),
                    meanSimilarity: Rounded.value(cluster.cohesion),
                    text: places.keepsTexts ? sides[members.lowerBound].text(0) ?? "" : ""
                )
            )
        }
        return clusters
    }

    /// Whether there is a paragraph for each member, and all are copies of the first.
    private static func areCopies(
        _ paragraphs: some Swift.Collection<Int?>,
        _ areCopies: (Int, Int) -> Bool
    ) -> Bool {
        guard let first = paragraphs.first.flatMap({ $0 }) else { return false }
        return paragraphs.dropFirst()
            .allSatisfy { other in other.map { $0 != first && areCopies(first, $0) } ?? false }
    }
}
