/// Cuts a text into paragraphs.
///
/// A line is a paragraph, unless the text was hard-wrapped: then the lines of a paragraph are
/// joined (``WrapDetector``). A paragraph is one contiguous range of the text.
struct ParagraphSplitter {
    /// The lines of the text split last.
    private(set) var lines: [TextLine] = []

    /// Cuts a text.
    ///
    /// - Parameters:
    ///   - text: UTF-8.
    ///   - document: Number of the document.
    ///   - paragraphs: Receives the paragraphs.
    /// - Returns: Number of scalars of the text.
    /// - Complexity: Linear.
    mutating func split(
        _ text: Span<UInt8>,
        document: UInt32,
        into paragraphs: inout [Paragraph]
    ) -> Int {
        let scalarCount = TextLine.split(text, into: &lines)
        var index = 0
        while index < lines.count {
            guard !lines[index].isBlank else {
                index += 1
                continue
            }
            var runEnd = index + 1
            while runEnd < lines.count, !lines[runEnd].isBlank { runEnd += 1 }
            let wrap = WrapDetector(text, Array(lines[index..<runEnd]))
            while index < runEnd {
                let first = index
                while index + 1 < runEnd, wrap.joins(index - runEnd + wrap.lines.count) { index += 1 }
                append(text, lines[first], lines[index], document, &paragraphs)
                index += 1
            }
        }
        return scalarCount
    }

    private func append(
        _ text: Span<UInt8>,
        _ first: TextLine,
        _ last: TextLine,
        _ document: UInt32,
        _ paragraphs: inout [Paragraph]
    ) {
        let bytes = first.bytes.lowerBound..<last.bytes.upperBound
        let length = ScalarCount.count(text.extracting(bytes))
        paragraphs.append(
            Paragraph(
                document: document,
                section: 0,
                byteRange: UInt32(bytes.lowerBound)..<UInt32(bytes.upperBound),
                scalarRange: UInt32(first.scalarStart)..<UInt32(first.scalarStart + length),
                line: UInt32(first.number)
            )
        )
    }
}
