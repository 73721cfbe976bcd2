import Testing

@testable import LeitongModel

@Suite struct WholeLinesTests {
    @Test func linesEndInAnyWay() {
        let text = Array("a\r\nb\rc\nd".utf8)
        let starts = text.indices.map { WholeLines.start(at: $0, in: text.span) }
        #expect(starts == [0, 0, 2, 3, 3, 5, 5, 7])
        #expect([1, 2, 4, 6, 8].map { WholeLines.afterEnd($0, in: text.span) } == [3, 3, 5, 7, 8])
        let bounds = WholeLines.bounds(of: text.span, from: 0, unit: CodeUnit(encoding: "UTF-8"))
        #expect(bounds == [0, 1, 3, 4, 5, 6, 7, 8])
    }

    /// Equal texts have equally many bounds in every encoding.
    @Test(arguments: [
        ("UTF-16LE", 2, 0), ("UTF-16BE", 2, 1), ("UTF-32LE", 4, 0), ("UCS-4BE", 4, 3),
    ])
    func unitsAreRead(encoding: String, width: Int, place: Int) {
        // U+0A0A and U+0D00 hold the bytes of line ends, and are none.
        let units: [[UInt8]] = [[0x61], [0x0D], [0x0A], [0x0A, 0x0A], [0x0A], [0x62]]
        let bytes = units.flatMap { unit -> [UInt8] in
            var bytes = [UInt8](repeating: 0, count: width)
            bytes[place] = unit[0]
            if unit.count > 1 { bytes[place == 0 ? 1 : place - 1] = unit[1] }
            return bytes
        }
        let unit = CodeUnit(encoding: encoding)
        #expect(unit.width == width)
        let bounds = WholeLines.bounds(of: bytes.span, from: 0, unit: unit)
        #expect(bounds == [0, 1, 3, 4, 5, 6].map { $0 * width })
    }
}
