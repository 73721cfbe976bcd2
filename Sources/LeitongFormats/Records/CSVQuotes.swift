import LeitongModel

/// Tells what of a table stands outside of quotation marks, from mark to mark: there rows end.
///
/// A mark opens only where a cell begins, which the byte before it tells. So nothing between marks
/// has to be looked at, and a table is cut into ranges at the speed at which a byte is searched for.
struct CSVQuotes {
    static let mark = UInt8(ascii: "\"")

    private let separator: UInt8

    init(separator: UInt8) {
        self.separator = separator
    }

    /// Finds the next mark that opens.
    ///
    /// - Parameters:
    ///   - bytes: The table.
    ///   - rest: From the start of a row, or behind a mark that closed, to the end of the table.
    /// - Returns: Its place, or the end.
    func opening(in bytes: Span<UInt8>, _ rest: Range<Int>) -> Int {
        var place = ByteSearch.first(Self.mark, in: bytes, rest)
        while place < rest.upperBound, place > 0, !isBetweenCells(bytes[place - 1]) {
            place = ByteSearch.first(Self.mark, in: bytes, place + 1..<rest.upperBound)
        }
        return place
    }

    /// The place behind the mark that closes what a mark opens, or the end.
    func closing(in bytes: Span<UInt8>, _ opening: Int, end: Int) -> Int {
        var place = opening + 1
        while place < end {
            place = ByteSearch.first(Self.mark, in: bytes, place..<end) + 1
            // Two marks are one in the text.
            guard place < end, bytes[place] == Self.mark else { return Swift.min(place, end) }
            place += 1
        }
        return end
    }

    private func isBetweenCells(_ byte: UInt8) -> Bool {
        byte == separator || WholeLines.isEnd(byte)
    }

    /// Cuts rows into ranges of at least some bytes.
    ///
    /// - Parameters:
    ///   - bytes: The table.
    ///   - rows: Where the rows stand: from the start of one to the end of the table.
    ///   - size: Bytes a range has at least, but for the last.
    /// - Returns: Ranges that cover the rows.
    /// - Complexity: Linear.
    func ranges(in bytes: Span<UInt8>, of rows: Range<Int>, size: Int) -> [Range<Int>] {
        let end = rows.upperBound
        guard rows.count > size else { return rows.isEmpty ? [] : [rows] }
        var ranges: [Range<Int>] = []
        var start = rows.lowerBound
        var outside = start
        while outside < end {
            let opening = opening(in: bytes, outside..<end)
            var place = Swift.max(outside, start + size - 1)
            while place < opening {
                guard WholeLines.isEnd(bytes[place]) else {
                    place += 1
                    continue
                }
                let rowEnd = Swift.min(WholeLines.afterEnd(place, in: bytes), end)
                ranges.append(start..<rowEnd)
                start = rowEnd
                // A range is not empty, so that the place moves on.
                place = start + Swift.max(size, 1) - 1
            }
            outside = opening < end ? closing(in: bytes, opening, end: end) : end
        }
        if start < end { ranges.append(start..<end) }
        return ranges
    }

    /// Counts the lines that end in whole rows: all that LF, CR LF and CR end outside of quotation
    /// marks, and those that LF ends inside.
    ///
    /// - Complexity: Linear.
    func lineCount(of bytes: Span<UInt8>, in rows: Range<Int>) -> Int {
        let end = rows.upperBound
        var count = ByteSearch.count(0x0A, in: bytes, rows)
        var outside = rows.lowerBound
        var carriageReturn = ByteSearch.first(0x0D, in: bytes, rows)
        while outside < end, carriageReturn < end {
            let opening = opening(in: bytes, outside..<end)
            carriageReturn = Swift.max(carriageReturn, outside)
            carriageReturn = ByteSearch.first(0x0D, in: bytes, carriageReturn..<end)
            while carriageReturn < opening {
                let next = carriageReturn + 1
                if next == end || bytes[next] != 0x0A { count += 1 }
                carriageReturn = ByteSearch.first(0x0D, in: bytes, next..<end)
            }
            outside = opening < end ? closing(in: bytes, opening, end: end) : end
        }
        return count
    }
}
