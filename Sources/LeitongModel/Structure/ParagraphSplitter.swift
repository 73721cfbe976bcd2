/// Cuts a text into paragraphs.
///
/// A line is a paragraph, unless the text was hard-wrapped: then the lines of a paragraph are
/// joined (``WrapDetector``). A paragraph is one contiguous range of the text.
package struct ParagraphSplitter {
    /// The lines of the text split last; kept for its memory.
    private var lines: [TextLine] = []

    /// Creates a splitter.
    package init() {}

    /// Cuts a text.
    ///
    /// - Parameters:
    ///   - text: UTF-8.
    ///   - start: First byte of the line from which on there are paragraphs.
    ///   - document: Number of the document.
    ///   - paragraphs: Receives the paragraphs.
    /// - Returns: Number of scalars of the text.
    /// - Complexity: Linear.
    package mutating func split(
        _ text: Span<UInt8>,
        from start: Int = 0,
        document: UInt32,
        into paragraphs: inout [Paragraph]
    ) -> Int {
        let scalarCount = TextLine.split(text, into: &lines)
        append(lines.drop { $0.start < start }, text, document, to: &paragraphs)
        return scalarCount
    }

    /// Cuts a text whose lines are paragraphs, but for those between line breaks inside one element.
    ///
    /// - Parameters:
    ///   - text: UTF-8.
    ///   - softBreaks: Places of the line ends that may lie inside a paragraph, rising.
    ///   - document: Number of the document.
    ///   - paragraphs: Receives the paragraphs.
    /// - Returns: Number of scalars of the text.
    /// - Complexity: Linear.
    package mutating func split(
        _ text: Span<UInt8>,
        softBreaks: [Int],
        document: UInt32,
        into paragraphs: inout [Paragraph]
    ) -> Int {
        let scalarCount = TextLine.split(text, into: &lines)
        var next = 0
        var start = 0
        for index in lines.indices {
            while next < softBreaks.count, softBreaks[next] < lines[index].start { next += 1 }
            // Behind the last line nothing goes on, whatever ends it.
            if index + 1 < lines.count, next < softBreaks.count,
                softBreaks[next] < lines[index + 1].start
            {
                continue
            }
            append(lines[start...index], text, document, to: &paragraphs)
            start = index + 1
        }
        return scalarCount
    }

    private func append(
        _ lines: ArraySlice<TextLine>,
        _ text: Span<UInt8>,
        _ document: UInt32,
        to paragraphs: inout [Paragraph]
    ) {
        var index = lines.startIndex
        while index < lines.endIndex {
            guard !lines[index].isBlank else {
                index += 1
                continue
            }
            var blockEnd = index + 1
            while blockEnd < lines.endIndex, !lines[blockEnd].isBlank { blockEnd += 1 }
            let block = index..<blockEnd
            let wrap = WrapDetector(text, lines[block])
            while index < blockEnd {
                let first = index
                while index + 1 < blockEnd, wrap.joins(index - block.lowerBound) { index += 1 }
                paragraphs.append(Self.paragraph(lines[first], lines[index], document))
                index += 1
            }
        }
    }

    /// Makes the paragraph of a text without line ends.
    ///
    /// - Returns: Number of scalars of the text.
    package static func splitLine(
        _ text: Span<UInt8>,
        document: UInt32,
        into paragraphs: inout [Paragraph]
    ) -> Int {
        let scalarCount = ScalarCount.count(text)
        let line = TextLine(
            text,
            0..<text.count,
            scalars: 0..<scalarCount,
            number: 1
        )
        if !line.isBlank { paragraphs.append(paragraph(line, line, document)) }
        return scalarCount
    }

    private static func paragraph(
        _ first: TextLine,
        _ last: TextLine,
        _ document: UInt32
    ) -> Paragraph {
        Paragraph(
            document: document,
            section: 0,
            byteRange: UInt32(first.bytes.lowerBound)..<UInt32(last.bytes.upperBound),
            scalarRange: UInt32(first.scalars.lowerBound)..<UInt32(last.scalars.upperBound),
            line: UInt32(first.number)
        )
    }
}
