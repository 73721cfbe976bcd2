import LeitongCore
import LeitongReport
import LeitongStorage

/// Set phrases that stand in three places or more, each told once with all its places.
struct PhraseGroups {
    /// Places from which on a phrase is a row of its own instead of a passage for each pair.
    private static let leastPlaces = 3

    private(set) var phrases: [FoundPhrase] = []
    /// The passages that no phrase tells.
    private(set) var passages: [FoundPassage] = []

    /// Gathers exact set phrases with the same text.
    ///
    /// - Complexity: Linear but for sorting.
    init(_ found: [FoundPassage], stream: FoldedStream) {
        var holders: [PhraseText: [Int]] = [:]
        for (index, entry) in found.enumerated()
        where entry.matchClass == .setPhrase && entry.isExact {
            holders[PhraseText(entry.passage.a, stream), default: []].append(index)
        }
        var isTold = [Bool](repeating: false, count: found.count)
        for indices in holders.values where indices.count > 1 {
            let starts = indices.flatMap {
                [found[$0].passage.a.lowerBound, found[$0].passage.b.lowerBound]
            }
            let places = Set(starts).sorted()
            guard places.count >= Self.leastPlaces else { continue }
            for index in indices { isTold[index] = true }
            phrases.append(
                FoundPhrase(
                    starts: places,
                    length: found[indices[0]].passage.a.count,
                    documents: stream.documentCount(of: places),
                    rawBits: found[indices[0]].evidence.rawBits,
                    matchClass: .setPhrase
                )
            )
        }
        passages = zip(found, isTold).filter { !$1 }.map(\.0)
    }
}

/// The text of a phrase: equal for equal scalars.
private struct PhraseText: Hashable {
    private let scalars: Slice<FlatArray<UInt32>>

    init(_ range: Range<Int>, _ stream: FoldedStream) {
        scalars = stream.scalars[range]
    }

    static func == (a: PhraseText, b: PhraseText) -> Bool { a.scalars.elementsEqual(b.scalars) }

    func hash(into hasher: inout Hasher) {
        for scalar in scalars { hasher.combine(scalar) }
    }
}

extension FoldedStream {
    /// How many documents hold some places.
    ///
    /// - Parameter starts: Positions, rising.
    /// - Returns: Their number.
    func documentCount(of starts: [Int]) -> Int {
        var count = 0
        var last = -1
        for start in starts {
            let document = document(at: start)
            if document != last { count += 1 }
            last = document
        }
        return count
    }
}
