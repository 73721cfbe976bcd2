import LeitongCore
import LeitongReport

// Rows of what is told once with all its places: phrases, and clusters of passages.

extension PassageRows {
    /// Requests the places of the phrases, those that touch joined.
    ///
    /// - Returns: How many each has.
    func requestPhrases(_ requests: inout PlaceRequests) async -> [Int] {
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
        requests.append(parts.map(\.requests))
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
    func phrases(
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
    func requestClusters(_ requests: inout PlaceRequests) {
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
    func clusters(
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
