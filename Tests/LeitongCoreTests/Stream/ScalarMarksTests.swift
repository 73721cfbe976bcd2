import TestSupport
import Testing

@_spi(Core) @testable import LeitongCore

@Suite struct ScalarMarksTests {
    @Test(arguments: 0..<30)
    func areThoseOfALookAtEachScalar(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var marks = ScalarMarks()
        // The buffers of a longer text stay for a shorter one.
        for length in [40, 25, 33] {
            let letters: [UInt32] = [0x61, 0x62, 0x7A, 0x39, 0x4E00, FoldedText.wildcard]
            let text = (0..<length).map { _ in letters[Int.random(in: 0..<6, using: &random)] }
            marks.scan(text.span)
            for start in text.indices {
                // A window lies in the text.
                for count in 1...8 where start + count <= length {
                    let window = text[start...].prefix(count)
                    let hasWide = window.contains(0x39) || window.contains(0x4E00)
                    #expect(marks.hasWide(from: start, count: count) == hasWide)
                    let hasWildcard = window.contains(FoldedText.wildcard)
                    #expect(marks.hasWildcard(from: start, count: count) == hasWildcard)
                }
            }
        }
    }
}
