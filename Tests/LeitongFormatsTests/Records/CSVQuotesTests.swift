import TestSupport
import Testing

@testable import LeitongFormats

@Suite struct CSVQuotesTests {
    private let comma = UInt8(ascii: ",")

    /// Each range begins with a row, and lines are counted as a walk over all rows counts them.
    @Test func rangesHoldWholeRows() {
        var random = SplitMix64(seed: 11)
        let quotes = CSVQuotes(separator: comma)
        for round in 0..<2_000 {
            let bytes = CSVSamples.table(&random)
            let size = [0, 1, 2, 5, 20, .max][round % 6]
            var joined: [PlainCSV.Row] = []
            var end = 0
            var line = 1
            for range in quotes.ranges(in: bytes.span, of: bytes.indices, size: size) {
                #expect(range.lowerBound == end && !range.isEmpty)
                end = range.upperBound
                #expect(end == bytes.count || range.count >= size)
                joined += CSVScannerTests.rows(bytes, range, firstLine: line, separator: comma)
                line += quotes.lineCount(of: bytes.span, in: range)
            }
            #expect(end == bytes.count)
            #expect(
                joined == PlainCSV.rows(bytes, separator: comma),
                "\(size) \(String(decoding: bytes, as: UTF8.self).debugDescription)"
            )
        }
    }

    @Test func aRangeEndsWithTheFirstRowThatIsLongEnough() {
        let bytes = Array("a\n\"b\nc\"\r\nd\re".utf8)
        let quotes = CSVQuotes(separator: comma)
        #expect(
            quotes.ranges(in: bytes.span, of: 0..<12, size: 1) == [0..<2, 2..<9, 9..<11, 11..<12]
        )
        #expect(quotes.ranges(in: bytes.span, of: 2..<12, size: 8) == [2..<11, 11..<12])
        #expect(quotes.ranges(in: bytes.span, of: 0..<12, size: 12) == [0..<12])
        #expect(quotes.ranges(in: bytes.span, of: 12..<12, size: 1).isEmpty)
        #expect(quotes.lineCount(of: bytes.span, in: 2..<9) == 2)
    }
}
