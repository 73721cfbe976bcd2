import Testing

@testable import LeitongModel

@Suite struct WhiteSpaceTests {
    /// All scalars, from both sides: the space of Unicode, what is not seen, and control characters.
    @Test func everyScalarIsToldAlikeFromBothSides() {
        let unseen: Set<UInt32> = [0x200B, 0x2060, 0xFEFF]
        for value in UInt32(0)...0x3_0000 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let bytes = Array(String(scalar).utf8)
            let isSpace =
                scalar.properties.isWhitespace || value <= 0x20 || unseen.contains(value)
            let length = isSpace ? bytes.count : 0
            let forward = WhiteSpace.length(startingAt: 0, in: bytes.span, end: bytes.count)
            let backward = WhiteSpace.length(endingAt: bytes.count, in: bytes.span, start: 0)
            guard forward == length, backward == length else {
                Issue.record(
                    "U+\(String(value, radix: 16)): \(forward), \(backward), not \(length)"
                )
                return
            }
        }
    }

    @Test func nothingBeyondTheBoundsIsTouched() {
        let bytes = Array("\u{3000}".utf8)
        #expect(WhiteSpace.length(startingAt: 0, in: bytes.span, end: 2) == 0)
        #expect(WhiteSpace.length(endingAt: 3, in: bytes.span, start: 1) == 0)
    }
}
