/// One line of a text, without its end and the white space around it.
package struct TextLine: Equatable {
    /// Bytes of the line, trimmed.
    package var bytes: Range<Int>
    /// Scalars of the line, trimmed.
    package var scalars: Range<Int>
    /// Number of the line, from 1.
    package var number: Int
    /// First byte of the line, white space before it included.
    package var start: Int

    package var isBlank: Bool { bytes.isEmpty }

    /// Whether white space stands before it.
    package var isIndented: Bool { start < bytes.lowerBound }

    /// Cuts a text into lines at LF, CR LF and CR.
    ///
    /// - Parameters:
    ///   - text: UTF-8.
    ///   - lines: Receives the lines.
    /// - Returns: Number of scalars of the text.
    package static func split(_ text: Span<UInt8>, into lines: inout [TextLine]) -> Int {
        lines.removeAll(keepingCapacity: true)
        let (lineFeed, carriageReturn): (UInt8, UInt8) = (0x0A, 0x0D)
        var nextReturn = ByteSearch.first(carriageReturn, in: text, 0..<text.count)
        var start = 0
        var scalars = 0
        while start < text.count {
            // Most texts hold no CR at all: it is looked for again only once the last is passed.
            if nextReturn < start {
                nextReturn = ByteSearch.first(carriageReturn, in: text, start..<text.count)
            }
            let end = ByteSearch.first(lineFeed, in: text, start..<nextReturn)
            var next = Swift.min(end + 1, text.count)
            if end == nextReturn, next < text.count, text[next] == lineFeed { next += 1 }
            let length = ScalarCount.count(text.extracting(start..<end))
            lines.append(
                TextLine(
                    text,
                    start..<end,
                    scalars: scalars..<scalars + length,
                    number: lines.count + 1
                )
            )
            scalars += length + next - end
            start = next
        }
        return scalars
    }

    /// Trims a line.
    ///
    /// - Parameters:
    ///   - text: The text the line stands in.
    ///   - line: Bytes of the line.
    ///   - scalars: Scalars of the line.
    ///   - number: Number of the line.
    package init(_ text: Span<UInt8>, _ line: Range<Int>, scalars: Range<Int>, number: Int) {
        var start = line.lowerBound
        var end = line.upperBound
        var first = scalars.lowerBound
        var last = scalars.upperBound
        while start < end {
            let length = WhiteSpace.length(startingAt: start, in: text, end: end)
            guard length > 0 else { break }
            start += length
            first += 1
        }
        while end > start {
            let length = WhiteSpace.length(endingAt: end, in: text, start: start)
            guard length > 0 else { break }
            end -= length
            last -= 1
        }
        bytes = start..<end
        self.scalars = first..<last
        self.number = number
        self.start = line.lowerBound
    }
}

/// Counts Unicode scalars of UTF-8.
package enum ScalarCount {
    /// Bytes that continue no scalar.
    package static func count(_ text: Span<UInt8>) -> Int {
        text.count - ByteSearch.continuationCount(of: text)
    }
}
