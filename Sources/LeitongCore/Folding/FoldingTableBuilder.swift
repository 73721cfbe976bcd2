/// Parses the text of the folding data.
///
/// The script that made it is trusted to have made it well.
struct FoldingTableBuilder {
    private(set) var blocks = [UInt16](repeating: 0, count: 0x11_0000 >> 8)
    private(set) var entries = [UInt32](repeating: 0, count: 256)
    private(set) var pool: [UInt32] = []
    private(set) var combiningClasses: [UInt32: UInt8] = [:]
    private(set) var decompositions: [UInt32: Range<Int>] = [:]
    private(set) var compositions: [UInt64: UInt32] = [:]
    /// What stands for each variant or confusable character; empty for standard folding.
    private let standing: [UInt32: [UInt32]]

    /// Creates a table in which every scalar stands for itself.
    init(level: FoldingLevel) {
        standing = Self.standing(for: level)
    }

    /// What stands for each character that a level takes for another.
    ///
    /// Of variants that look like other characters too, what stands for the variant decides, so
    /// that no level tells apart what the one before takes for one.
    private static func standing(for level: FoldingLevel) -> [UInt32: [UInt32]] {
        guard level == .variants || level == .confusables else { return [:] }
        var variants: [UInt32: UInt32] = [:]
        for (variant, standing) in VariantCharacters.list() { variants[variant] = standing }
        var result = variants.mapValues { [$0] }
        guard level == .confusables else { return result }
        var confusables: [UInt32: [UInt32]] = [:]
        FoldingText.forEachItem(ConfusableCharacters.text) { scalar, _, values in
            confusables[scalar] = values.map { variants[$0] ?? $0 }
        }
        for (scalar, values) in confusables where variants[scalar] == nil {
            result[scalar] = values
        }
        for (variant, standing) in variants {
            if let values = confusables[standing] { result[variant] = values }
        }
        return result
    }

    mutating func readDropped(_ text: StaticString) {
        FoldingText.forEachItem(text) { first, last, _ in
            for scalar in first...last { set(scalar, FoldingTable.Action.drop) }
        }
    }

    mutating func readMapped(_ text: StaticString) {
        FoldingText.forEachItem(text) { first, last, values in
            for scalar in first...last {
                let position = UInt32(pool.count)
                for (index, value) in values.enumerated() {
                    // Of a range the values follow one another as the scalars do.
                    let mapped = index == 0 ? value + (scalar - first) : value
                    pool.append(contentsOf: standing[mapped] ?? [mapped])
                }
                let count = UInt32(pool.count) - position
                set(scalar, position << 8 | count << 2 | FoldingTable.Action.map)
            }
        }
    }

    mutating func readClasses(_ text: StaticString) {
        FoldingText.forEachItem(text, radix: 10) { first, last, values in
            for scalar in first...last {
                combiningClasses[scalar] = UInt8(truncatingIfNeeded: values[0])
                join(scalar)
            }
        }
    }

    mutating func readDecompositions(_ text: StaticString) {
        FoldingText.forEachItem(text) { first, _, values in
            decompositions[first] = pool.count..<pool.count + values.count
            pool.append(contentsOf: values)
        }
    }

    mutating func readCompositions(_ text: StaticString) {
        // Here an item is FIRST+SECOND=COMPOSITE: the text before = is a sequence too.
        FoldingText.forEachPair(text) { first, second, composite in
            compositions[UInt64(first) << 32 | UInt64(second)] = composite
            join(second)
        }
    }

    /// Vowels and trailing consonants join what is before them.
    mutating func markHangul() {
        for scalar in Hangul.vowels { join(scalar) }
        for scalar in Hangul.trailing { join(scalar) }
    }

    /// Enclosing marks join what is before them, so that they are seen where they stand over Han.
    mutating func markEnclosing() {
        for scalar in CommonMark.enclosing.joined() { join(scalar) }
    }

    /// Maps characters that standard folding leaves as they are and for which others stand; those it
    /// maps to, it has mapped.
    mutating func markStanding() {
        // In order of the scalars, so that the table is the same in every run.
        for (scalar, values) in standing.sorted(by: { $0.key < $1.key })
        where entry(of: scalar) == FoldingTable.Action.keep {
            let count = UInt32(values.count)
            set(scalar, UInt32(pool.count) << 8 | count << 2 | FoldingTable.Action.map)
            pool.append(contentsOf: values)
        }
    }

    /// Marks the characters of private use; all their blocks are one.
    mutating func markPrivateUse() {
        let block = UInt16(entries.count >> 8)
        entries.append(contentsOf: repeatElement(FoldingTable.Action.hangsOnOthers, count: 256))
        for range in PrivateUse.ranges {
            for number in range.lowerBound >> 8...range.upperBound >> 8 {
                blocks[Int(number)] = block
            }
        }
    }

    /// Marks the signs that are kept beside some characters only.
    ///
    /// Points, commas and minuses are not marked: the digit behind them asks for them.
    mutating func markSigns() {
        for scalar in KeptSign.marked {
            let mark = entry(of: scalar) & FoldingTable.Action.mayBeginMark
            set(scalar, FoldingTable.Action.drop | FoldingTable.Action.hangsOnOthers | mark)
        }
    }

    /// Marks the scalars with which redaction marks begin; what stands for them is no text.
    ///
    /// Made here and not in the data, which are Unicode's.
    mutating func markRedactions() {
        for scalar in RedactionMark.scalars {
            set(scalar, entry(of: scalar) | FoldingTable.Action.mayBeginMark)
        }
        set(FoldedText.wildcard, FoldingTable.Action.drop)
    }

    /// Marks a scalar that stands for itself as one that may join.
    private mutating func join(_ scalar: UInt32) {
        if entry(of: scalar) == FoldingTable.Action.keep { set(scalar, FoldingTable.Action.join) }
    }

    private func entry(of scalar: UInt32) -> UInt32 {
        entries[Int(blocks[Int(scalar >> 8)]) << 8 | Int(scalar & 0xFF)]
    }

    private mutating func set(_ scalar: UInt32, _ entry: UInt32) {
        let block = Int(scalar >> 8)
        if blocks[block] == 0 {
            blocks[block] = UInt16(entries.count >> 8)
            entries.append(contentsOf: repeatElement(0, count: 256))
        }
        entries[Int(blocks[block]) << 8 | Int(scalar & 0xFF)] = entry
    }
}

/// Reads the items of the data: `FIRST`, `FIRST-LAST`, `…=VALUE` or `…=VALUE+VALUE`, in hexadecimal.
enum FoldingText {
    /// Calls `body` for each item with its ends and its values, which are in the given radix.
    static func forEachItem(
        _ text: StaticString,
        radix: UInt32 = 16,
        _ body: (_ first: UInt32, _ last: UInt32, _ values: [UInt32]) -> Void
    ) {
        forEachWord(text) { numbers, marks in
            let isRange = marks.first == UInt8(ascii: "-")
            let last = isRange ? numbers[1] : numbers[0]
            let values = Array(numbers.dropFirst(isRange ? 2 : 1))
            body(numbers[0], last, radix == 16 ? values : values.map(decimal))
        }
    }

    /// Calls `body` for each item `FIRST+SECOND=VALUE`.
    static func forEachPair(
        _ text: StaticString,
        _ body: (_ first: UInt32, _ second: UInt32, _ value: UInt32) -> Void
    ) {
        forEachWord(text) { numbers, _ in body(numbers[0], numbers[1], numbers[2]) }
    }

    /// A number read as hexadecimal, as its digits say in decimal.
    private static func decimal(_ value: UInt32) -> UInt32 {
        (value >> 8 & 0xF) * 100 + (value >> 4 & 0xF) * 10 + (value & 0xF)
    }

    /// Calls `body` for each word with its numbers and the marks between them.
    private static func forEachWord(
        _ text: StaticString,
        _ body: (_ numbers: [UInt32], _ marks: [UInt8]) -> Void
    ) {
        var numbers: [UInt32] = [0]
        var marks: [UInt8] = []
        var isEmpty = true
        func read(_ byte: UInt8) {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                numbers[numbers.count - 1] = numbers[numbers.count - 1] << 4 | UInt32(byte - 48)
                isEmpty = false
            case UInt8(ascii: "A")...UInt8(ascii: "F"):
                numbers[numbers.count - 1] = numbers[numbers.count - 1] << 4 | UInt32(byte - 55)
                isEmpty = false
            case UInt8(ascii: " "), UInt8(ascii: "\n"):
                if !isEmpty { body(numbers, marks) }
                numbers = [0]
                marks.removeAll(keepingCapacity: true)
                isEmpty = true
            default:
                marks.append(byte)
                numbers.append(0)
            }
        }
        // Safe: the buffer is the literal's own bytes, which live as long as the program.
        text.withUTF8Buffer { buffer in
            for index in 0..<buffer.count { unsafe read(buffer[index]) }
        }
        read(UInt8(ascii: "\n"))
    }
}
