@_spi(Core) import LeitongCore
import LeitongReport

// Rows of what is told once with all its places: phrases, and clusters of passages.

extension PassageRows {
    /// Phrases with all their places.
    func phrases() -> ReportRows<Phrase> {
        let stream = comparison.text.scalars
        let told = comparison.phrases.filter { $0.length >= options.minPassage }
            .flatMap { texts.resolved($0, stream: stream) }
            .flatMap { Self.parted($0, stream) }
        return ReportRows(count: told.count) { phrase(told[$0]) }
    }

    private func phrase(_ phrase: FoundPhrase) -> Phrase {
        let stream = comparison.text.scalars
        func range(_ start: Int) -> Range<Int> { start..<start + phrase.length }
        let first = places.side(
            of: range(phrase.starts[0]),
            in: stream.document(at: phrase.starts[0]),
            runs: [phrase.length]
        )
        return Phrase(
            text: (places.texts(of: first) { _ in true })[0] ?? "",
            matchClass: phrase.matchClass,
            documents: phrase.documents,
            bits: Double(phrase.rawBits),
            places: phrase.starts.map { places.place(of: range($0), in: stream.document(at: $0)) }
        )
    }

    /// Places up to which those that overlap are told each by itself: one row holds any two of them.
    private static let wholePlaces = 256

    /// Phrases none of which overlaps itself: text that repeats itself very often is told as long as
    /// it is.
    private static func parted(_ phrase: FoundPhrase, _ stream: FoldedStream) -> [FoundPhrase] {
        if phrase.starts.count <= wholePlaces { return [phrase] }
        let merged = merged(phrase, stream)
        if merged.count == phrase.starts.count { return [phrase] }
        var parts: [FoundPhrase] = []
        // Most stretches are alike: those of one text are looked for among the parts of its length.
        var partsOfLength: [Int: [Int]] = [:]
        for range in merged {
            let part = partsOfLength[range.count]?
                .first {
                    let start = parts[$0].starts[0]
                    return stream.haveEqualText(range, start..<start + range.count)
                }
            if let part {
                parts[part].starts.append(range.lowerBound)
            } else {
                var own = phrase
                own.starts = [range.lowerBound]
                own.length = range.count
                partsOfLength[range.count, default: []].append(parts.count)
                parts.append(own)
            }
        }
        for index in parts.indices {
            parts[index].documents = stream.documentCount(of: parts[index].starts)
        }
        return parts
    }

    /// The places of a phrase, those that touch or overlap in one document joined.
    private static func merged(_ phrase: FoundPhrase, _ stream: FoldedStream) -> [Range<Int>] {
        var places: [Range<Int>] = []
        var document = -1
        for start in phrase.starts {
            let range = start..<start + phrase.length
            let own = stream.document(at: start)
            if let last = places.last, last.upperBound > start, own == document {
                places[places.count - 1] = last.lowerBound..<range.upperBound
            } else {
                places.append(range)
            }
            document = own
        }
        return places
    }

    /// Clusters of passages, but for those that lie in the members of one cluster of paragraphs.
    func clusters(
        besideParagraphs areCopies: @escaping @Sendable (Int, Int) -> Bool
    ) async throws -> ReportRows<Cluster> {
        let clusters = comparison.clusters
        let parts = try await context.map(
            count: clusters.count,
            chunkSize: Self.chunkSize
        ) { range in range.filter { !isTold(clusters[$0], areCopies) } }
        let told = Array(parts.joined())
        return ReportRows(count: told.count) { cluster(clusters[told[$0]]) }
    }

    private func cluster(_ found: FoundCluster) -> Cluster {
        let stream = comparison.text.scalars
        var cluster = Cluster(
            level: .passage,
            members: found.members.map {
                places.place(of: $0, in: stream.document(at: $0.lowerBound))
            },
            similarities: [],
            cohesion: Rounded.value(found.cohesion),
            meanSimilarity: Rounded.value(found.cohesion),
            text: detail == .full ? text(of: found.members[0]) : ""
        )
        earliest.note(in: &cluster)
        return cluster
    }

    private func text(of range: Range<Int>) -> String {
        let document = comparison.text.scalars.document(at: range.lowerBound)
        let side = places.side(of: range, in: document, runs: [range.count])
        return (places.texts(of: side) { _ in true })[0] ?? ""
    }

    /// Whether there is a paragraph for each member of a cluster, and all are copies of the first.
    private func isTold(_ cluster: FoundCluster, _ areCopies: (Int, Int) -> Bool) -> Bool {
        let stream = comparison.text.scalars
        let paragraphs = cluster.members.lazy.map {
            places.paragraph(holding: $0, in: stream.document(at: $0.lowerBound))
        }
        guard let first = paragraphs.first.flatMap({ $0 }) else { return false }
        return paragraphs.dropFirst()
            .allSatisfy { other in other.map { $0 != first && areCopies(first, $0) } ?? false }
    }
}
