/// Tells whether the lines of a block were broken by a machine at a fixed width.
///
/// A program that wraps puts a word on the next line only if it does not fit: so a line is *full* if
/// the first word of the next line (one ideograph with the punctuation that may not begin a line, or
/// one word with its space) would have gone past the margin: the widest line of the block, not
/// counting a closing mark that may hang outside it. Lines are joined where
/// - the margin is at 40 to 120 columns (ideographs are 2): shorter lines are verse or lists,
///   longer ones are paragraphs; and at 56 or more where a single line is full, which is so of the
///   longer of any two lines;
/// - most full lines of the block end in the middle of a sentence, as a machine's lines do and
///   lines of verse do not;
/// - they outnumber the lines that stop short in the middle of a sentence, as headings do;
/// - some line holds punctuation, as prose does and headings do not;
/// - the line is full and the next neither is indented nor begins with an ordinal or a bullet.
package struct WrapDetector {
    private var isJoined: [Bool] = []

    package static let columnRange = 40...120
    package static let leastForOneLine = 56

    /// Looks at a block: lines without a blank one between them.
    ///
    /// - Parameters:
    ///   - text: The text the lines stand in.
    ///   - block: The lines.
    package init(_ text: Span<UInt8>, _ block: ArraySlice<TextLine>) {
        guard block.count > 1 else { return }
        // Cheap first: no column has more than three bytes, so longer lines settle it.
        guard block.allSatisfy({ $0.bytes.count <= 3 * Self.columnRange.upperBound }) else {
            return
        }
        let columns = block.map { Columns.count(text.extracting($0.start..<$0.bytes.upperBound)) }
        guard let widest = columns.max(), Self.columnRange.contains(widest) else { return }
        let lines = zip(block, columns).map { Line(text, $0, columns: $1) }
        guard let margin = lines.map(\.innerColumns).max() else { return }
        let fits = zip(lines, lines.dropFirst())
            .map { line, next in
                !next.beginsAnew && line.columns + next.firstWordColumns > margin
            }
        if Self.isProse(lines, fits, margin: margin) { isJoined = fits }
    }

    /// Whether a line of the block, counted from 0, goes on in the next.
    package func joins(_ index: Int) -> Bool {
        index < isJoined.count && isJoined[index]
    }

    /// Whether the full lines of a block are those of prose.
    private static func isProse(_ lines: [Line], _ fits: [Bool], margin: Int) -> Bool {
        var full = 0
        var unfinished = 0
        var stopShort = 0
        for index in fits.indices {
            if fits[index] {
                full += 1
                unfinished += lines[index].isFinal ? 0 : 1
            } else if !lines[index].isFinal, !lines[index + 1].beginsAnew {
                stopShort += 1
            }
        }
        guard full > 1 || full == 1 && margin >= leastForOneLine else { return false }
        return unfinished * 2 > full && unfinished > stopShort
            && lines.contains(where: \.isPunctuated)
    }

    /// What matters of a line.
    private struct Line {
        var columns: Int
        /// Columns without a mark at the end that may hang outside the margin.
        var innerColumns: Int
        var firstWordColumns: Int
        var isFinal: Bool
        var isPunctuated: Bool
        var beginsAnew: Bool

        init(_ file: Span<UInt8>, _ line: TextLine, columns: Int) {
            let text = file.extracting(line.bytes)
            self.columns = columns
            innerColumns = columns - Columns.ofClosingEnd(text)
            firstWordColumns = Columns.ofFirstWord(text)
            isFinal = LineEnd.isFinal(text)
            isPunctuated = LineEnd.isPunctuated(text)
            beginsAnew = line.isIndented || LineStart.isItem(text)
        }
    }
}
