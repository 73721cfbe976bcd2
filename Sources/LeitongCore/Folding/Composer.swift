/// Composes the folded stream: NFC over what is left after dropping.
///
/// Scalars that join nothing before them go straight out. One that may join is kept back together
/// with the last scalar that went out and what follows, until a scalar comes that does not join;
/// then the group is decomposed, put in canonical order and composed (UAX #15). The iota below
/// (U+0345) is a mark that folds to a letter: it becomes one once the order is found.
struct Composer {
    /// Computed, since a stored one would be retained for each group.
    private var table: FoldingTable { .table(for: level) }
    private let level: FoldingLevel
    private var group: [Item] = []

    /// Whether nothing is kept back.
    var isEmpty: Bool { group.isEmpty }

    private static let iotaBelow: UInt32 = 0x345
    /// The letter, or what stands for it.
    private var iota: UInt32 { table.single(table.entry(of: 0x3B9)) ?? 0x3B9 }

    private struct Item {
        var scalar: UInt32
        var start: UInt32
        var end: UInt32
        var combiningClass: UInt8 = 0
    }

    /// Creates a composer that keeps nothing back.
    init(level: FoldingLevel) {
        self.level = level
    }

    /// Appends what a source scalar folds to.
    mutating func append(
        _ scalar: UInt32,
        _ entry: UInt32,
        _ source: Range<Int>,
        to folded: inout FoldedText,
        keepingMap: Bool
    ) {
        switch entry & 3 {
        case FoldingTable.Action.keep:
            finish(&folded, keepingMap: keepingMap)
            folded.append(scalar)
            if keepingMap { folded.appendSource(source.lowerBound, source.upperBound) }
        case FoldingTable.Action.join:
            hold(scalar, source, from: &folded, keepingMap: keepingMap)
        default:
            let first = Int(entry >> 8)
            for position in first..<first + Int(entry >> 2 & 0x3F) {
                let mapped = table.pool[position]
                if table.entry(of: mapped) & 3 == FoldingTable.Action.join {
                    hold(mapped, source, from: &folded, keepingMap: keepingMap)
                } else {
                    finish(&folded, keepingMap: keepingMap)
                    folded.append(mapped)
                    if keepingMap { folded.appendSource(source.lowerBound, source.upperBound) }
                }
            }
        }
    }

    /// Appends a sign that stands for itself and joins nothing.
    mutating func keep(
        _ sign: UInt32,
        from source: Range<Int>,
        to folded: inout FoldedText,
        keepingMap: Bool
    ) {
        append(sign, FoldingTable.Action.keep, source, to: &folded, keepingMap: keepingMap)
    }

    /// Composes the group, if any, and lets it go.
    mutating func finish(_ folded: inout FoldedText, keepingMap: Bool) {
        if !group.isEmpty { compose(&folded, keepingMap: keepingMap) }
    }

    /// Keeps a scalar back, with the last one that went out, which it may join.
    private mutating func hold(
        _ scalar: UInt32,
        _ source: Range<Int>,
        from folded: inout FoldedText,
        keepingMap: Bool
    ) {
        if group.isEmpty, let start = folded.scalarStarts.popLast() {
            let last = UTF8Decoding.scalar(at: Int(start), in: folded.bytes.span).scalar
            folded.bytes.removeSubrange(Int(start)...)
            let from = keepingMap ? folded.sourceStarts.removeLast() : 0
            let to = keepingMap ? folded.sourceEnds.removeLast() : 0
            decompose(last, from, to)
        }
        decompose(
            scalar,
            UInt32(truncatingIfNeeded: source.lowerBound),
            UInt32(truncatingIfNeeded: source.upperBound)
        )
    }

    private mutating func decompose(_ scalar: UInt32, _ start: UInt32, _ end: UInt32) {
        if Hangul.syllables.contains(scalar) {
            Hangul.decompose(scalar) { group.append(Item(scalar: $0, start: start, end: end)) }
            return
        }
        guard let range = table.decompositions[scalar] else {
            let combiningClass = table.combiningClasses[scalar] ?? 0
            group.append(
                Item(scalar: scalar, start: start, end: end, combiningClass: combiningClass)
            )
            return
        }
        for part in table.pool[range] {
            let combiningClass = table.combiningClasses[part] ?? 0
            group.append(Item(scalar: part, start: start, end: end, combiningClass: combiningClass))
        }
    }

    private mutating func compose(_ folded: inout FoldedText, keepingMap: Bool) {
        dropMarksOverHan()
        order()
        var composed: [Item] = []
        var starter: Int?
        for item in group {
            // A mark is blocked from its starter by one of the same or a higher class between them.
            let isBlocked =
                starter.map { $0 < composed.count - 1 } == true
                && composed[composed.count - 1].combiningClass >= item.combiningClass
            if let starter, !isBlocked,
                let composite = composite(of: composed[starter].scalar, item.scalar)
            {
                composed[starter].scalar = composite
                composed[starter].start = Swift.min(composed[starter].start, item.start)
                composed[starter].end = Swift.max(composed[starter].end, item.end)
                continue
            }
            if item.combiningClass == 0 { starter = composed.count }
            composed.append(item)
        }
        group.removeAll(keepingCapacity: true)
        emit(composed, to: &folded, keepingMap: keepingMap)
    }

    /// Marks of no script mean nothing over Han: they are put there to hide a copy.
    private mutating func dropMarksOverHan() {
        guard let first = group.first, Han.contains(first.scalar) else { return }
        let end = group.dropFirst()
            .firstIndex { !CommonMark.contains($0.scalar) && $0.combiningClass == 0 }
        let marks = 1..<(end ?? group.count)
        group = group.indices
            .filter { !marks.contains($0) || !CommonMark.contains(group[$0].scalar) }
            .map { group[$0] }
    }

    /// Writes a composed group.
    ///
    /// A scalar whose source was also the source of others, or stood among
    /// theirs before reordering, gets the range of all of them, so that ranges rise and no source
    /// scalar is split.
    private func emit(_ items: [Item], to folded: inout FoldedText, keepingMap: Bool) {
        for item in items {
            folded.append(item.scalar)
            guard keepingMap else { continue }
            folded.appendSource(Int(item.start), Int(item.end))
        }
        guard keepingMap else { return }
        var index = folded.sourceStarts.count - 1
        let first = index - items.count + 1
        while index > first {
            if folded.sourceStarts[index] < folded.sourceEnds[index - 1] {
                let start = Swift.min(folded.sourceStarts[index - 1], folded.sourceStarts[index])
                let end = Swift.max(folded.sourceEnds[index - 1], folded.sourceEnds[index])
                folded.sourceStarts[index - 1] = start
                folded.sourceEnds[index - 1] = end
            }
            index -= 1
        }
        for later in first..<folded.sourceStarts.count where later > first {
            if folded.sourceStarts[later] < folded.sourceEnds[later - 1] {
                folded.sourceStarts[later] = folded.sourceStarts[later - 1]
                folded.sourceEnds[later] = folded.sourceEnds[later - 1]
            }
        }
    }

    private func composite(of first: UInt32, _ second: UInt32) -> UInt32? {
        Hangul.compose(first, second) ?? table.compositions[UInt64(first) << 32 | UInt64(second)]
    }

    /// Canonical order: each run of marks by class, stably.
    ///
    /// Then iotas below become letters.
    private mutating func order() {
        for index in group.indices.dropFirst() where group[index].combiningClass > 0 {
            var position = index
            while position > 0, group[position - 1].combiningClass > group[position].combiningClass
            {
                group.swapAt(position - 1, position)
                position -= 1
            }
        }
        for index in group.indices where group[index].scalar == Self.iotaBelow {
            group[index].scalar = iota
            group[index].combiningClass = 0
        }
    }
}
