import LeitongAlgorithms
@_spi(Core) import LeitongCore
import LeitongReport
import LeitongStorage

/// Texts that are no copies and stand in three places or more, each listed once with all its places.
struct RepeatedTextGroups {
    /// Places from which on a phrase is a row of its own instead of a passage for each pair.
    fileprivate static let leastPlaces = 3

    /// In order of the first place.
    let phrases: [FoundPhrase]
    /// The passages that stand in no phrase.
    let list: PassageList

    /// Texts a chunk.
    private static let chunkSize = 1024

    /// Gathers exact set phrases with the same text.
    ///
    /// - Parameters:
    ///   - all: All passages.
    ///   - stream: All documents.
    ///   - context: How it is run.
    /// - Returns: The phrases, and the passages that are left.
    /// - Throws: `StorageError` where there is no room for them, and `CancellationError`.
    /// - Complexity: Linear but for sorting.
    static func groups(
        of all: PassageList,
        in stream: FoldedStream,
        context: RunContext
    ) async throws -> RepeatedTextGroups {
        var entries: [HashedNumber] = []
        for (index, entry) in all.passages.enumerated()
        where entry.matchClass != .copy && entry.isExact {
            // Texts are grouped by what they are taken for as well. Wraps by design: a hash.
            let hash = stream.textHash(of: entry.passage.a) &+ UInt64(entry.matchClass.order)
            entries.append(HashedNumber(hash: hash, number: UInt32(truncatingIfNeeded: index)))
        }
        var sorter = HashSorter()
        sorter.sort(&entries)
        let groups = groups(of: entries)
        let parts = try await context.map(
            count: groups.count,
            chunkSize: chunkSize
        ) { [entries] range in
            var part = Part()
            for group in groups[range] {
                part.gather(entries[group].map { Int($0.number) }, of: all, stream)
            }
            return part
        }
        var phrases: [FoundPhrase] = []
        var isGathered = [Bool](repeating: false, count: all.passages.count)
        for part in parts {
            phrases.append(contentsOf: part.phrases)
            for index in part.gathered { isGathered[index] = true }
        }
        phrases.sort { ($0.starts[0], $0.length) < ($1.starts[0], $1.length) }
        let list = try all.removing(budget: context.memory) { isGathered[$0] }
        return RepeatedTextGroups(phrases: phrases, list: list)
    }

    /// The entries with equal hashes, where there are several.
    private static func groups(of entries: [HashedNumber]) -> [Range<Int>] {
        var groups: [Range<Int>] = []
        entries.indices.forEachRun(
            by: { entries[$0].hash },
            do: { run in
                if run.count > 1 { groups.append(run) }
            }
        )
        return groups
    }

    /// Some phrases, and the passages that they hold.
    fileprivate struct Part {
        var phrases: [FoundPhrase] = []
        var gathered: [Int] = []
    }
}

extension RepeatedTextGroups.Part {
    /// Makes phrases of passages whose texts have the same hash.
    fileprivate mutating func gather(
        _ passages: [Int],
        of list: PassageList,
        _ stream: FoldedStream
    ) {
        var rest = passages
        while let first = rest.first, rest.count > 1 {
            let text = list.passages[first].passage.a
            let matchClass = list.passages[first].matchClass
            let others = rest.filter {
                list.passages[$0].matchClass != matchClass
                    || !stream.haveEqualText(text, list.passages[$0].passage.a)
            }
            // Two texts of one hash are as good as never met.
            var equal = others.isEmpty ? rest : rest.filter { !others.contains($0) }
            rest = others
            Self.removeOverlapping(&equal, list)
            guard let phrase = Self.phrase(of: equal, list, stream) else { continue }
            phrases.append(phrase)
            gathered.append(contentsOf: equal)
        }
    }

    /// Leaves out the passages of a text that overlaps itself: a phrase lists no character twice, and so
    /// would not put each two of its places side by side.
    private static func removeOverlapping(_ passages: inout [Int], _ list: PassageList) {
        let places =
            passages.flatMap { number in
                [list.passages[number].passage.a, list.passages[number].passage.b]
            }
            .sorted { $0.lowerBound < $1.lowerBound }
        var overlapping: Set<Int> = []
        for (place, next) in zip(places, places.dropFirst())
        where place.lowerBound < next.lowerBound && next.lowerBound < place.upperBound {
            overlapping.insert(place.lowerBound)
            overlapping.insert(next.lowerBound)
        }
        guard !overlapping.isEmpty else { return }
        passages.removeAll { number in
            let passage = list.passages[number].passage
            return overlapping.contains(passage.a.lowerBound)
                || overlapping.contains(passage.b.lowerBound)
        }
    }

    /// The phrase that some passages tell; `nil` if it stands in too few places.
    private static func phrase(
        of passages: [Int],
        _ list: PassageList,
        _ stream: FoldedStream
    ) -> FoundPhrase? {
        guard passages.count > 1 else { return nil }
        var starts: [Int] = []
        starts.reserveCapacity(2 * passages.count)
        for index in passages {
            starts.append(list.passages[index].passage.a.lowerBound)
            starts.append(list.passages[index].passage.b.lowerBound)
        }
        starts.sort()
        var places: [Int] = []
        for start in starts where places.last != start { places.append(start) }
        guard places.count >= RepeatedTextGroups.leastPlaces else { return nil }
        let first = list.passages[passages[0]]
        return FoundPhrase(
            starts: places,
            length: first.passage.a.count,
            documents: stream.documentCount(of: places),
            rawBits: first.evidence.rawBits,
            matchClass: first.matchClass
        )
    }
}
