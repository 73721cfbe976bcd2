/// What several texts have in common, and what stands in each of them where they differ.
///
/// The changed runs of the scripts from the first text to each other one are laid over the first:
/// runs that overlap or touch make one slot. What lies between the slots is equal in all texts, so
/// that a text is, in order, a fixed piece, its value of the first slot, the next piece, and so on.
public struct VariantTable: Sendable, Equatable {
    /// Where the texts differ, as scalars of the first text: in order, never touching.
    ///
    /// An empty range is a point at which the first text has nothing and another has something.
    public private(set) var slots: [Range<Int>]
    /// For each text, the scalars of its own that stand in each slot; those of the first are `slots`.
    public private(set) var values: [[Range<Int>]]

    /// Lays texts over one another.
    ///
    /// A slot that would cut a number or a word in two takes in the whole of it, and equal stretches
    /// too short to matter between two longer slots are part of them, as in
    /// ``EditScript/withoutCrumbs()``.
    ///
    /// - Parameters:
    ///   - texts: Scalars of each text, at least one text.
    ///   - scripts: From the first text to each of the others, in the same order.
    ///   - isJoined: Whether in a text, by position, the scalars before and at a position stood side
    ///     by side in its source: folding drops the spaces that part words. Asked at borders only.
    /// - Complexity: Linear in the runs of all scripts, but for sorting them, plus slots times texts.
    public init(
        texts: [[UInt32]],
        scripts: [EditScript],
        isJoined: (_ text: Int, _ position: Int) -> Bool = { _, _ in true }
    ) {
        precondition(scripts.count + 1 == texts.count, "one script for each text but the first")
        let changes = scripts.map { $0.runs.filter { $0.kind == .changed } }
        slots = Self.joined(changes.joined().map(\.a).sorted { $0.lowerBound < $1.lowerBound })
        values = Self.values(of: slots, changes)
        widen(texts, isJoined)
        values = Self.values(of: slots, changes)
        takeInCrumbs()
        values = Self.values(of: slots, changes)
    }

    /// Scalars of the first text that stand in every text.
    ///
    /// - Parameter count: Scalars of the first text.
    public func fixedCount(of count: Int) -> Int {
        slots.reduce(count) { $0 - $1.count }
    }

    /// Ranges in rising order, those that overlap or touch as one.
    private static func joined(_ ranges: [Range<Int>]) -> [Range<Int>] {
        var joined: [Range<Int>] = []
        for range in ranges {
            if let last = joined.last, range.lowerBound <= last.upperBound {
                let end = Swift.max(last.upperBound, range.upperBound)
                joined[joined.count - 1] = last.lowerBound..<end
            } else {
                joined.append(range)
            }
        }
        return joined
    }

    /// What stands in each slot: a changed run lies in one slot, so that a value is longer than the
    /// slot by what the runs in it add, and begins as much later as the runs before it add.
    private static func values(of slots: [Range<Int>], _ changes: [[EditRun]]) -> [[Range<Int>]] {
        var values = [slots]
        for changes in changes {
            var row: [Range<Int>] = []
            row.reserveCapacity(slots.count)
            var next = 0
            var shift = 0
            for slot in slots {
                let start = slot.lowerBound + shift
                while next < changes.count, changes[next].a.upperBound <= slot.upperBound {
                    shift += changes[next].b.count - changes[next].a.count
                    next += 1
                }
                row.append(start..<slot.upperBound + shift)
            }
            values.append(row)
        }
        return values
    }

    /// Moves the borders of slots outwards to where no text has a number or word across them.
    private mutating func widen(_ texts: [[UInt32]], _ isJoined: (Int, Int) -> Bool) {
        let end = texts[0].count
        // What a border moves over is equal in all texts: it moves by as much in each of them.
        func isCut(_ border: (Range<Int>) -> Int, _ slot: Int, _ moved: Int) -> Bool {
            texts.indices.contains { text in
                let position = border(values[text][slot]) + moved
                return WordClass.runs(across: position, of: texts[text]) && isJoined(text, position)
            }
        }
        var widened: [Range<Int>] = []
        for (index, slot) in slots.enumerated() {
            let least = index > 0 ? slots[index - 1].upperBound : 0
            let most = index + 1 < slots.count ? slots[index + 1].lowerBound : end
            var (low, high) = (slot.lowerBound, slot.upperBound)
            while low > least, isCut(\.lowerBound, index, low - slot.lowerBound) { low -= 1 }
            while high < most, isCut(\.upperBound, index, high - slot.upperBound) { high += 1 }
            widened.append(low..<high)
        }
        slots = Self.joined(widened)
    }

    /// Joins slots with only a crumb of equal text between them.
    private mutating func takeInCrumbs() {
        var kept: [Range<Int>] = []
        var lengths: [Int] = []
        for (index, slot) in slots.enumerated() {
            let length = values.reduce(0) { Swift.max($0, $1[index].count) }
            if let last = kept.last, let lastLength = lengths.last {
                let crumb = slot.lowerBound - last.upperBound
                if crumb <= 4, 2 * crumb < Swift.min(length, lastLength) {
                    kept[kept.count - 1] = last.lowerBound..<slot.upperBound
                    lengths[lengths.count - 1] = lastLength + crumb + length
                    continue
                }
            }
            kept.append(slot)
            lengths.append(length)
        }
        slots = kept
    }
}

/// Scalars that make up one number or one word when they stand side by side.
private enum WordClass {
    case number
    case letter

    private static let numerals = Set("零〇一二三四五六七八九十百千万亿两".unicodeScalars.map(\.value))

    init?(_ scalar: UInt32) {
        switch scalar {
        case 0x30...0x39: self = .number
        // Latin, Greek and Cyrillic letters; signs among them do not survive folding.
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0x52F: self = .letter
        default:
            guard Self.numerals.contains(scalar) else { return nil }
            self = .number
        }
    }

    /// Whether the scalars before and at a position are of one number or word.
    static func runs(across position: Int, of text: [UInt32]) -> Bool {
        guard position > 0, position < text.count, let before = WordClass(text[position - 1])
        else { return false }
        return before == WordClass(text[position])
    }
}
