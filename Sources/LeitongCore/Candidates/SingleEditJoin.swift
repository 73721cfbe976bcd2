private import CXXHash
import LeitongAlgorithms

/// Finds short texts that differ by at most one character.
///
/// Source: T. Bocek, E. Hunt, B. Stiller, Fast similarity search in large dictionaries (FastSS),
/// 2007. Two texts are within one substitution, insertion or deletion of each other only if they,
/// with at most one character deleted from each, are equal. So each text is entered under the hash
/// of itself and of itself without each character; texts that share an entry are candidates.
package struct SingleEditJoin: Sendable {
    private var entries: [EditEntry] = []
    private var scratch: [UInt8] = []
    private let sides: JoinSides

    /// Creates an empty join.
    ///
    /// - Parameter sides: Which pairs are looked for.
    package init(sides: JoinSides = .same) {
        self.sides = sides
    }

    /// Adds a text.
    ///
    /// - Parameters:
    ///   - number: Number of the text.
    ///   - text: Its folded text.
    ///   - filter: What texts are entered under that it is compared with, or `nil` to keep all.
    /// - Complexity: Quadratic in the length of the text, which is short.
    package mutating func add(
        _ number: UInt32,
        text: borrowing FoldedText,
        meeting filter: HashFilter? = nil
    ) {
        enter(number, at: 0, hash(text.bytes.span), meeting: filter)
        for skipped in 0..<text.scalarCount {
            scratch.removeAll(keepingCapacity: true)
            scratch.append(contentsOf: text.bytes[..<Int(text.scalarStarts[skipped])])
            scratch.append(contentsOf: text.bytes[Int(text.scalarStarts[skipped + 1])...])
            let place = UInt32(skipped + 1)
            enter(number, at: place, hash(scratch.span), meeting: filter)
        }
    }

    private mutating func enter(
        _ text: UInt32,
        at place: UInt32,
        _ key: UInt64,
        meeting filter: HashFilter?
    ) {
        guard filter?.mayContain(key) ?? true else { return }
        entries.append(EditEntry(key: key, text: text, place: place))
    }

    /// Tells what none of the texts that were added so far is entered under.
    package func filter() -> HashFilter {
        var filter = HashFilter(count: entries.count)
        for entry in entries { filter.insert(entry.key) }
        return filter
    }

    /// Adds the texts of another join behind those of this one.
    package mutating func append(_ other: SingleEditJoin) {
        entries.append(contentsOf: other.entries)
    }

    /// Lists the candidate pairs.
    ///
    /// A group of more than ``BucketScan/largeBucketSize`` texts (a numbered heading, say) gives no
    /// more pairs than it takes to join the texts that one edit joins, directly or over others: the
    /// text without a deletion with every other; and of those with the character deleted at one
    /// place, each two of which differ by that character, the first with every other and each with
    /// the next.
    ///
    /// Of two sides that are not the same all pairs across are listed: there a copy is not missed
    /// because the text that joins two others is on the wrong side.
    ///
    /// Of a task that was cancelled it ends soon, before it is done.
    ///
    /// - Parameter expandsAll: Whether large groups give all their pairs too.
    /// - Returns: Pairs in rising order, each once.
    package consuming func candidates(expandsAll: Bool) -> [TextPair] {
        if Task.isCancelled { return [] }
        let sides = sides
        var pace = CancellationPace()
        var sorter = PrefixSorter<EditEntry>()
        sorter.sort(&entries)
        var pairs: [TextPair] = []
        entries.indices.forEachRun(
            by: { entries[$0].key },
            do: { run in
                guard run.count > 1, !pace.isCancelled(after: run.count) else { return }
                if sides.isSelfJoin {
                    Self.pair(entries[run], expandsAll: expandsAll, into: &pairs)
                } else {
                    Self.pair(entries[run], sides, into: &pairs)
                }
            }
        )
        TextPair.sortUnique(&pairs)
        return pairs
    }

    private static func pair(
        _ group: ArraySlice<EditEntry>,
        _ sides: JoinSides,
        into pairs: inout [TextPair]
    ) {
        var (asked, known): ([UInt32], [UInt32]) = ([], [])
        for entry in group {
            let text = entry.text
            if sides.query.contains(text), asked.last != text { asked.append(text) }
            if sides.reference.contains(text), known.last != text { known.append(text) }
        }
        for text in asked {
            for other in known where other != text { pairs.append(TextPair(text, other)) }
        }
    }

    private static func pair(
        _ group: ArraySlice<EditEntry>,
        expandsAll: Bool,
        into pairs: inout [TextPair]
    ) {
        var texts: [UInt32] = []
        for entry in group where texts.last != entry.text { texts.append(entry.text) }
        guard texts.count > BucketScan.largeBucketSize, !expandsAll else {
            for left in texts.indices {
                for right in texts[(left + 1)...] { pairs.append(TextPair(texts[left], right)) }
            }
            return
        }
        for whole in group where whole.place == 0 {
            for other in texts where other != whole.text {
                pairs.append(TextPair(whole.text, other))
            }
        }
        let byPlace = group.filter { $0.place > 0 }
            .sorted { ($0.place, $0.text) < ($1.place, $1.text) }
        var first = 0
        for index in byPlace.indices.dropFirst() {
            guard byPlace[index].place == byPlace[first].place else {
                first = index
                continue
            }
            pairs.append(TextPair(byPlace[first].text, byPlace[index].text))
            if index - 1 > first {
                pairs.append(TextPair(byPlace[index - 1].text, byPlace[index].text))
            }
        }
    }

    /// Whether two texts differ by exactly one substitution, insertion or deletion of a character.
    ///
    /// - Complexity: Linear in the length.
    package static func differByOneEdit(_ a: borrowing FoldedText, _ b: borrowing FoldedText)
        -> Bool
    {
        let (shorter, longer) =
            a.scalarCount <= b.scalarCount
            ? (a.scalarCount, b.scalarCount) : (b.scalarCount, a.scalarCount)
        guard longer - shorter <= 1 else { return false }
        var prefix = 0
        while prefix < shorter, a.hasSameScalar(at: prefix, as: b, at: prefix) { prefix += 1 }
        var suffix = 0
        while suffix < shorter - prefix,
            a.hasSameScalar(at: a.scalarCount - 1 - suffix, as: b, at: b.scalarCount - 1 - suffix)
        {
            suffix += 1
        }
        return longer - prefix - suffix == 1
    }

    private func hash(_ bytes: Span<UInt8>) -> UInt64 {
        // Safe: hashes exactly the bytes of the span.
        unsafe bytes.withUnsafeBufferPointer { bytes in
            unsafe leitong_xxh3_64(bytes.baseAddress, bytes.count)
        }
    }
}

/// A text under the hash of itself or of itself without a character.
private struct EditEntry: PrefixSortable {
    var key: UInt64
    var text: UInt32
    /// 0 for the text itself, or one more than the place of the character that was deleted.
    var place: UInt32

    var prefix: UInt64 { key }
    static var filler: EditEntry { EditEntry(key: 0, text: 0, place: 0) }

    static func < (left: EditEntry, right: EditEntry) -> Bool {
        (left.key, left.text, left.place) < (right.key, right.text, right.place)
    }
}

extension FoldedText {
    /// Whether a scalar of this text equals a scalar of another.
    func hasSameScalar(at index: Int, as other: borrowing FoldedText, at otherIndex: Int) -> Bool {
        let range = Int(scalarStarts[index])..<Int(scalarStarts[index + 1])
        let otherStart = Int(other.scalarStarts[otherIndex])
        guard range.count == Int(other.scalarStarts[otherIndex + 1]) - otherStart else {
            return false
        }
        for offset in 0..<range.count
        where bytes[range.lowerBound + offset] != other.bytes[otherStart + offset] {
            return false
        }
        return true
    }
}
