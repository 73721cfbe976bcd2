import LeitongCore
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

    /// Phrases none of which overlaps itself: text that repeats itself is told as long as it is, and
    /// beside that so that each two of its places that do not overlap stand in a phrase.
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
        parts += disjoint(phrase, merged)
        for index in parts.indices {
            parts[index].documents = stream.documentCount(of: parts[index].starts)
        }
        return parts
    }

    /// Layers of overlapping places beyond which text is told as long as it is only: the phrases are as
    /// many as the square of the layers, and what repeats itself more often says nothing by a part.
    private static let layerLimit = 4

    /// Phrases of places that do not overlap, which put each two of different stretches side by side.
    ///
    /// The places of a stretch are laid in layers without overlap. Two stretches differ in a digit of
    /// their binary numbers: for each digit and each two layers a phrase takes one layer of those that
    /// have a 0 there, and the other of those that have a 1.
    private static func disjoint(_ phrase: FoundPhrase, _ merged: [Range<Int>]) -> [FoundPhrase] {
        var next = 0
        let stretches = merged.map { stretch in
            let first = next
            while next < phrase.starts.count, phrase.starts[next] < stretch.upperBound { next += 1 }
            return layers(phrase.starts[first..<next], length: phrase.length)
        }
        let layerCount = stretches.reduce(0) { Swift.max($0, $1.count) }
        guard layerCount <= layerLimit else { return [] }
        let digits = Swift.max(1, Int.bitWidth - (stretches.count - 1).leadingZeroBitCount)
        var phrases: [FoundPhrase] = []
        var known: Set<[Int]> = []
        for first in 0..<layerCount {
            for second in 0..<layerCount {
                for digit in 0..<(first == second ? 1 : digits) {
                    var own = phrase
                    own.starts = stretches.enumerated()
                        .flatMap { number, layers in
                            let layer = number >> digit & 1 == 0 ? first : second
                            return layers[Swift.min(layer, layers.count - 1)]
                        }
                    if own.starts.count > 1, known.insert(own.starts).inserted {
                        phrases.append(own)
                    }
                }
            }
        }
        return phrases
    }

    /// Places laid in layers, each in the first in which it overlaps none.
    private static func layers(_ starts: ArraySlice<Int>, length: Int) -> [[Int]] {
        var layers: [[Int]] = []
        for start in starts {
            let layer = layers.firstIndex { ($0.last ?? 0) + length <= start }
            if let layer { layers[layer].append(start) } else { layers.append([start]) }
        }
        return layers
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
    ) async -> ReportRows<Cluster> {
        let clusters = comparison.clusters
        let parts = await ParallelRanges.map(
            count: clusters.count,
            chunkSize: Self.chunkSize,
            threads: options.threads
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
            text: options.detail == .full ? text(of: found.members[0]) : ""
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
