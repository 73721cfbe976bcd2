import LeitongStorage
import TestSupport
import Testing

@_spi(Core) @testable import LeitongCore

@Suite struct FoldedStreamTests {
    /// The document of each position, noted one by one, with empty documents among them.
    @Test(arguments: 0..<50)
    func documentsAreFoundByPosition(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let documents = (0..<Int.random(in: 1...12, using: &random))
            .map { number in
                [UInt32](repeating: UInt32(number), count: Int.random(in: 0...4, using: &random))
            }
        let stream = FoldedStream(documents)
        #expect(stream.documentCount == documents.count)
        for (position, document) in stream.scalars.enumerated() {
            #expect(stream.document(at: position) == Int(document))
            #expect(stream.range(ofDocument: Int(document)).contains(position))
        }
    }

    @Test func anEmptyStreamHasNoDocument() {
        #expect(FoldedStream().documentCount == 0)
        #expect(FoldedStream().document(at: 0) == 0)
    }

    @Test func joinedStreamsStandBehindOneAnother() {
        let documents: [[UInt32]] = [[1, 2], [], [3], [4, 5, 6]]
        let joined = FoldedStream(Array(documents[..<2]))
            .joined(with: FoldedStream(Array(documents[2...])))
        #expect(Array(joined.scalars) == documents.flatMap { $0 })
        #expect(joined.documentStarts == FoldedStream(documents).documentStarts)
    }

    @Test func wordsBeginWhereABitSaysSo() {
        let starts: [Int] = [0, 63, 64, 130]
        var bits = [UInt64](repeating: 0, count: 3)
        for start in starts { bits[start / 64] |= 1 << UInt64(start % 64) }
        let scalars = FlatArray([UInt32](repeating: 9, count: 200))
        let stream = FoldedStream(scalars: scalars, documentStarts: [0, 200], wordStarts: bits)
        #expect((0..<200).filter { stream.beginsWord(at: $0) } == starts)
    }
}
