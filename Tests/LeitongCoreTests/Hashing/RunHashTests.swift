import TestSupport
import Testing

@_spi(Core) @testable import LeitongCore

@Suite struct RunHashTests {
    @Test func isThatOfTheScalarsWhereverTheyStand() {
        let text: [UInt32] = [1, 2, 3, 9, 1, 2, 3, 2, 1]
        let hash = RunHash.hash(text.span, from: 0, count: 3)
        #expect(RunHash.hash(text.span, from: 4, count: 3) == hash)
        #expect(RunHash.hash(text.span, from: 6, count: 3) != hash)
        #expect(RunHash.hash(text.span, from: 0, count: 2) != hash)
    }

    @Test func tellsAMillionTextsApart() {
        let text = (0..<1002).map { UInt32($0 % 1000) }
        var hashes: Set<UInt64> = []
        for first in 0..<1000 as Range<UInt32> {
            let texts = (0..<100 as Range<UInt32>).map { [first, $0, first ^ $0] }
            for text in texts { hashes.insert(RunHash.hash(text.span, from: 0, count: 3)) }
        }
        #expect(hashes.count == 100_000)
        #expect(!hashes.contains(.max) && text.count == 1002)
    }
}
