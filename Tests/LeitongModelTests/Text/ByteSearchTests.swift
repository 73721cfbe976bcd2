import TestSupport
import Testing

@testable import LeitongModel

@Suite struct ByteSearchTests {
    @Test func everyAnswerIsThatOfAPlainLoop() {
        var random = SplitMix64(seed: 3)
        for _ in 0..<400 {
            let count = Int.random(in: 0...5000, using: &random)
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) | 0x10 }
            let start = Int.random(in: 0...count, using: &random)
            let range = start..<Int.random(in: start...count, using: &random)
            let byte = UInt8.random(in: 0...255, using: &random)
            let part = bytes[range]
            #expect(
                ByteSearch.first(byte, in: bytes.span, range)
                    == part.firstIndex(of: byte) ?? range.upperBound
            )
            #expect(ByteSearch.count(byte, in: bytes.span, range) == part.count { $0 == byte })
            #expect(
                ByteSearch.continuationCount(of: bytes.span.extracting(range))
                    == part.count { $0 & 0xC0 == 0x80 }
            )
        }
    }

    /// Of all lengths, with what ends the text at every place of a block.
    @Test func plainTextEndsWhereAPlainLoopEndsIt() {
        var random = SplitMix64(seed: 5)
        let others: [UInt8] = [
            0x22, 0x5C, 0x00, 0x0A, 0x1F, 0x20, 0x21, 0x23, 0x5B, 0x5D, 0x7F, 0xFF,
        ]
        for count in 1..<140 {
            for _ in 0..<60 {
                var bytes = [UInt8](repeating: 0x61, count: count)
                for _ in 0..<Int.random(in: 0...2, using: &random) {
                    let place = Int.random(in: 0..<bytes.count, using: &random)
                    bytes[place] = others[Int.random(in: 0..<others.count, using: &random)]
                }
                let start = Int.random(in: 0...bytes.count, using: &random)
                let range = start..<Int.random(in: start...bytes.count, using: &random)
                #expect(
                    ByteSearch.endOfPlainText(in: bytes.span, range)
                        == bytes[range].firstIndex { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C }
                        ?? range.upperBound
                )
            }
        }
    }

    @Test func manyContinuationBytesDoNotOverflow() {
        let bytes = [UInt8](repeating: 0xBF, count: 255 * 8 * 3 + 5)
        #expect(ByteSearch.continuationCount(of: bytes.span) == bytes.count)
        let none: [UInt8] = []
        #expect(ByteSearch.continuationCount(of: none.span) == 0)
        #expect(ByteSearch.first(0, in: none.span, 0..<0) == 0)
    }
}
