import LeitongAlgorithms

/// Stretches of a stream that are marked as something: rising, and none overlaps another.
///
/// Two that touch stay two: a quotation does not go on in the next paragraph.
package struct TextMask: Sendable, Equatable {
    /// The stretches.
    package private(set) var ranges: [Range<Int>] = []

    /// Creates a mask that marks nothing.
    package init() {}

    /// Creates a mask.
    ///
    /// - Parameter ranges: Rising ranges that do not overlap; empty ones are left out.
    package init(_ ranges: [Range<Int>]) {
        for range in ranges { append(range) }
    }

    /// Marks a stretch behind all others.
    package mutating func append(_ range: Range<Int>) {
        precondition(range.lowerBound >= ranges.last?.upperBound ?? 0, "stretches rise")
        if !range.isEmpty { ranges.append(range) }
    }

    /// Whether nothing is marked.
    package var isEmpty: Bool { ranges.isEmpty }

    /// Position of the first stretch that ends behind a scalar.
    ///
    /// - Complexity: Logarithmic in the stretches.
    func firstRange(endingAfter position: Int) -> Int {
        ranges.indices.partitioningIndex { ranges[$0].upperBound > position }
    }

    /// Whether a scalar is marked.
    ///
    /// - Complexity: Logarithmic in the stretches.
    package func contains(_ position: Int) -> Bool {
        let index = firstRange(endingAfter: position)
        return index < ranges.count && ranges[index].lowerBound <= position
    }

    /// Whether one stretch holds all of a range.
    ///
    /// - Complexity: Logarithmic in the stretches.
    package func hasRange(holding range: Range<Int>) -> Bool {
        let index = firstRange(endingAfter: range.lowerBound)
        return index < ranges.count && ranges[index].lowerBound <= range.lowerBound
            && range.upperBound <= ranges[index].upperBound
    }

    /// Marked scalars of a range.
    ///
    /// - Complexity: Logarithmic in the stretches, and linear in those that the range touches.
    package func count(in range: Range<Int>) -> Int {
        var index = firstRange(endingAfter: range.lowerBound)
        var count = 0
        while index < ranges.count, ranges[index].lowerBound < range.upperBound {
            count += ranges[index].clamped(to: range).count
            index += 1
        }
        return count
    }

    /// Whether anything in a range is marked.
    ///
    /// - Complexity: Logarithmic in the stretches.
    func touches(_ range: Range<Int>) -> Bool {
        let first = firstRange(endingAfter: range.lowerBound)
        return first < ranges.count && ranges[first].lowerBound < range.upperBound
    }

    /// How many stretches a range touches.
    ///
    /// - Complexity: Logarithmic in the stretches.
    package func rangeCount(in range: Range<Int>) -> Int {
        let first = firstRange(endingAfter: range.lowerBound)
        let last = firstRange(endingAfter: range.upperBound - 1)
        let touchesLast = last < ranges.count && ranges[last].lowerBound < range.upperBound
        return last - first + (touchesLast ? 1 : 0)
    }

    /// What is marked inside a range.
    package func marked(inside range: Range<Int>) -> [Range<Int>] {
        var marked: [Range<Int>] = []
        appendMarked(inside: range, to: &marked)
        return marked
    }

    /// Appends what is marked inside a range.
    func appendMarked(inside range: Range<Int>, to marked: inout [Range<Int>]) {
        var index = firstRange(endingAfter: range.lowerBound)
        while index < ranges.count, ranges[index].lowerBound < range.upperBound {
            marked.append(ranges[index].clamped(to: range))
            index += 1
        }
    }

    /// Appends the positions inside a range at which what is marked begins or ends.
    ///
    /// - Complexity: Logarithmic in the stretches, and linear in those that the range touches.
    func appendBorders(inside range: Range<Int>, to borders: inout [Int]) {
        var index = firstRange(endingAfter: range.lowerBound)
        while index < ranges.count, ranges[index].lowerBound < range.upperBound {
            let marked = ranges[index]
            if range.lowerBound < marked.lowerBound { borders.append(marked.lowerBound) }
            if marked.upperBound < range.upperBound { borders.append(marked.upperBound) }
            index += 1
        }
    }
}

/// What is known of text before it is compared.
package struct TextMasks: Sendable {
    /// Text of a template that the user gave.
    package var template = TextMask()
    /// Text that most documents hold.
    package var common = TextMask()
    /// Text inside quotation marks, or after a verb of saying.
    package var quoted = TextMask()
    /// The paragraphs that hold quoted text.
    package var quotingParagraphs = TextMask()
    /// Text under a heading such as 参考文献.
    package var bibliography = TextMask()

    /// Creates masks that mark nothing.
    package init() {}

    /// Whether nothing is marked.
    var isEmpty: Bool {
        template.isEmpty && common.isEmpty && quoted.isEmpty && bibliography.isEmpty
    }

    /// Whether anything in a range is of a template or common, and so never part of a shuffled copy.
    func touchUncounted(_ range: Range<Int>) -> Bool {
        template.touches(range) || common.touches(range)
    }

    /// Whether anything in a range is marked.
    func touch(_ range: Range<Int>) -> Bool {
        template.touches(range) || common.touches(range) || quoted.touches(range)
            || bibliography.touches(range)
    }

    /// What a scalar is marked as: the first that applies.
    func mark(at position: Int) -> TextMark {
        if template.contains(position) { return .template }
        if common.contains(position) { return .common }
        if bibliography.contains(position) { return .bibliography }
        return quoted.contains(position) ? .quoted : .none
    }

    /// Appends all positions inside a range at which a mark begins or ends.
    func appendBorders(inside range: Range<Int>, to borders: inout [Int]) {
        template.appendBorders(inside: range, to: &borders)
        common.appendBorders(inside: range, to: &borders)
        bibliography.appendBorders(inside: range, to: &borders)
        quoted.appendBorders(inside: range, to: &borders)
    }
}

/// What text is marked as; of two, the lower goes before.
enum TextMark: UInt8, Comparable {
    case template
    case common
    case bibliography
    case quoted
    case none

    static func < (first: TextMark, second: TextMark) -> Bool {
        first.rawValue < second.rawValue
    }
}
