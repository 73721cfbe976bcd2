/// What several texts have in common, and what stands in each of them where they differ.
///
/// The changed runs of the scripts from the first text to each other one are laid over the first:
/// runs that overlap or touch make one slot. What lies between the slots is equal in all texts, so
/// that a text is, in order, a fixed piece, its value of the first slot, the next piece, and so on.
package struct VariantTable: Sendable, Equatable {
    /// For each slot, the scalars of each text that stand in it: `slots[slot][text]`.
    ///
    /// In the order of the texts. Between two slots stands at least one scalar, or in every text a
    /// mark that folding dropped. A range is empty where a text has nothing.
    package private(set) var slots: [[Range<Int>]]

    /// Lays texts over one another.
    ///
    /// Equal stretches too short to matter between two longer slots are part of them, as in
    /// ``EditScript/withoutShortMatches()``; a slot that would cut a number or a word in two takes in the
    /// whole of it; and one that holds as many short names or numbers in every text is cut into them.
    ///
    /// - Parameters:
    ///   - texts: Scalars of each text, at least one text.
    ///   - scripts: From the first text to each of the others, in the same order.
    ///   - gap: What folding dropped in a text between the scalars before and at a position.
    /// - Complexity: Linear in the runs of all scripts, but for sorting them, plus slots times texts
    ///   and the lengths of the values.
    package init(
        texts: [[UInt32]],
        scripts: [EditScript],
        gap: (_ text: Int, _ position: Int) -> Gap = { _, _ in .none }
    ) {
        precondition(scripts.count + 1 == texts.count, "one script for each text but the first")
        slots = Self.slots(of: scripts)
        takeInShortMatches()
        trim(texts)
        widen(texts, gap)
        slots = slots.flatMap { Self.parts(of: $0, texts, gap) }
    }

    /// What folding dropped between two scalars of a source.
    package enum Gap: Sendable {
        /// Nothing, or no more than what belongs inside a number: the two may be one word.
        case none
        /// White space only: the two belong to different words, perhaps of one name.
        case space
        /// Punctuation or symbols.
        case mark
    }

    /// Scalars that every text has outside the slots.
    ///
    /// - Parameter count: Scalars of the first text.
    /// - Returns: How many of them stand in no slot.
    package func fixedCount(of count: Int) -> Int {
        slots.reduce(count) { $0 - $1[0].count }
    }

    /// Lays the changed runs of all scripts over the first text.
    private static func slots(of scripts: [EditScript]) -> [[Range<Int>]] {
        let changes = scripts.map { $0.runs.filter { $0.kind == .changed } }
        var firsts: [Range<Int>] = []
        for range in changes.joined().map(\.a).sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = firsts.last, range.lowerBound <= last.upperBound {
                let end = Swift.max(last.upperBound, range.upperBound)
                firsts[firsts.count - 1] = last.lowerBound..<end
            } else {
                firsts.append(range)
            }
        }
        var slots = firsts.map { [$0] }
        for changes in changes { addText(changes, to: &slots) }
        return slots
    }

    /// Adds what stands in the slots in one more text.
    ///
    /// A changed run lies in one slot whole, so that a text has by as much more in a slot than the
    /// first as the runs in it add, and begins it as much later as the runs before it add.
    private static func addText(_ changes: [EditRun], to slots: inout [[Range<Int>]]) {
        var next = 0
        var shift = 0
        for index in slots.indices {
            let slot = slots[index][0]
            let start = slot.lowerBound + shift
            while next < changes.count, changes[next].a.upperBound <= slot.upperBound {
                shift += changes[next].b.count - changes[next].a.count
                next += 1
            }
            slots[index].append(start..<slot.upperBound + shift)
        }
    }

    /// Joins slots with only a short match between them.
    private mutating func takeInShortMatches() {
        var kept: [[Range<Int>]] = []
        var keptLength = 0
        for slot in slots {
            let length = slot.reduce(0) { Swift.max($0, $1.count) }
            let shortMatch = slot[0].lowerBound - (kept.last?[0].upperBound ?? 0)
            if !kept.isEmpty, shortMatch <= 4, 2 * shortMatch < Swift.min(length, keptLength) {
                kept[kept.count - 1] = Self.union(kept[kept.count - 1], slot)
                keptLength += shortMatch + length
            } else {
                kept.append(slot)
                keptLength = length
            }
        }
        slots = kept
    }

    /// Gives back to the pieces what all texts have at the beginning or the end of a slot: a script
    /// may match a scalar with another of its kind than its neighbours.
    private mutating func trim(_ texts: [[UInt32]]) {
        for index in slots.indices {
            let slot = slots[index]
            let least = slot.reduce(Int.max) { Swift.min($0, $1.count) }
            func agrees(_ position: (Range<Int>) -> Int) -> Bool {
                let scalar = texts[0][position(slot[0])]
                return slot.indices.allSatisfy { texts[$0][position(slot[$0])] == scalar }
            }
            var (start, end) = (0, 0)
            while start < least, agrees({ $0.lowerBound + start }) { start += 1 }
            while start + end < least, agrees({ $0.upperBound - 1 - end }) { end += 1 }
            slots[index] = slot.map { $0.lowerBound + start..<$0.upperBound - end }
        }
        slots.removeAll { $0.allSatisfy(\.isEmpty) }
    }

    /// Moves the borders of slots outwards to where no text has a number or word across them.
    private mutating func widen(_ texts: [[UInt32]], _ gap: (Int, Int) -> Gap) {
        // What a border moves over is equal in all texts: it moves by as much in each of them.
        func isCut(_ slot: [Range<Int>], _ border: (Range<Int>) -> Int) -> Bool {
            slot.indices.contains { text in
                let position = border(slot[text])
                return WordClass.runs(across: position, of: texts[text])
                    && gap(text, position) == .none
            }
        }
        var widened: [[Range<Int>]] = []
        for (index, slot) in slots.enumerated() {
            var before = slot[0].lowerBound - (index > 0 ? slots[index - 1][0].upperBound : 0)
            let next = index + 1 < slots.count ? slots[index + 1][0].lowerBound : texts[0].count
            var after = next - slot[0].upperBound
            var slot = slot
            while before > 0, isCut(slot, \.lowerBound) {
                slot = slot.map { $0.lowerBound - 1..<$0.upperBound }
                before -= 1
            }
            while after > 0, isCut(slot, \.upperBound) {
                slot = slot.map { $0.lowerBound..<$0.upperBound + 1 }
                after -= 1
            }
            if let last = widened.last, slot[0].lowerBound <= last[0].upperBound {
                widened[widened.count - 1] = Self.union(last, slot)
            } else {
                widened.append(slot)
            }
        }
        slots = widened
    }

    /// Longest name or number that is a slot of its own.
    private static let partLimit = 8

    /// A slot cut into the names or numbers it holds, 〔2023〕5 into 2023 and 5.
    ///
    /// It is cut at the marks between them, if every text has as many and what lies between them is
    /// short. Longer parts are clauses, set beside one another only because they are as many.
    private static func parts(
        of slot: [Range<Int>],
        _ texts: [[UInt32]],
        _ gap: (Int, Int) -> Gap
    ) -> [[Range<Int>]] {
        var columns: [[Range<Int>]] = []
        for (text, range) in slot.enumerated() {
            var parts: [Range<Int>] = []
            var start = range.lowerBound
            for position in range.dropFirst() where gap(text, position) == .mark {
                parts.append(start..<position)
                start = position
            }
            parts.append(start..<range.upperBound)
            let fits = parts.allSatisfy { 1...partLimit ~= $0.count }
            guard fits, columns.isEmpty || parts.count == columns[0].count else { return [slot] }
            columns.append(parts)
        }
        let parts = columns[0].indices.map { part in columns.map { $0[part] } }
        return parts.filter { part in
            part.indices.contains { texts[$0][part[$0]] != texts[0][part[0]] }
        }
    }

    private static func union(_ left: [Range<Int>], _ right: [Range<Int>]) -> [Range<Int>] {
        zip(left, right).map { $0.lowerBound..<Swift.max($0.upperBound, $1.upperBound) }
    }
}

/// Scalars that make up one number or one word when they stand side by side.
private enum WordClass {
    case digit
    case numeral
    case letter

    private static let numerals = Set("零〇一二三四五六七八九十百千万亿两".unicodeScalars.map(\.value))

    init?(_ scalar: UInt32) {
        switch scalar {
        // The comma, minus and point stay in numbers only.
        case 0x30...0x39, 0x2C...0x2E: self = .digit
        // Latin, Greek and Cyrillic letters, without the signs of multiplication and division.
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x52F: self = .letter
        default:
            guard Self.numerals.contains(scalar) else { return nil }
            self = .numeral
        }
    }

    /// Whether the scalars before and at a position are of one number or word.
    static func runs(across position: Int, of text: [UInt32]) -> Bool {
        guard position > 0, position < text.count, let before = WordClass(text[position - 1])
        else { return false }
        return before == WordClass(text[position])
    }
}
