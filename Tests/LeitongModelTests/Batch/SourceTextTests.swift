import LeitongStorage
import Testing

@testable import LeitongModel

/// A source lends the same bytes wherever they lie.
@Suite struct SourceTextTests {
    private static let bytes = Array("一二三 four 五".utf8)

    /// On the heap, inside an array in memory, inside one in a scratch file.
    private static func sources() throws -> [SourceText] {
        let array = FlatArray([1, 2] + bytes + [3])
        // No budget: the array goes to a scratch file.
        var writer = FlatArrayWriter<UInt8>(budget: MemoryBudget(limit: 0))
        try writer.append(([9] + bytes + [8]).span)
        let spilled = try writer.finish()
        #expect(spilled.isSpilled)
        return [
            SourceText(bytes),
            SourceText(array, 2..<2 + bytes.count),
            SourceText(spilled, 1..<1 + bytes.count),
        ]
    }

    @Test func allIsLent() throws {
        for source in try Self.sources() {
            #expect(source.count == Self.bytes.count)
            #expect(source.bytes == Self.bytes)
            #expect(source.withSpan { ByteSearch.string($0, 0..<$0.count) } == "一二三 four 五")
        }
        #expect(try Self.sources().map(\.isOnHeap) == [true, false, false])
    }

    @Test func everyPartIsLent() throws {
        let sources = try Self.sources()
        for position in sources.indices {
            var scratch: [UInt8] = [7, 7]
            for start in 0...Self.bytes.count {
                for end in start...Self.bytes.count {
                    let lent = SourceText.withSpan(
                        of: start..<end,
                        at: position,
                        in: sources.span,
                        scratch: &scratch
                    ) { part in
                        part.indices.map { part[$0] }
                    }
                    #expect(lent == Array(Self.bytes[start..<end]))
                }
            }
            var output: [UInt8] = [0x21]
            sources[position].append(3..<6, to: &output)
            #expect(output == Array("!二".utf8))
        }
    }

    @Test func nothingIsLentOfNothing() {
        #expect(SourceText([]).bytes.isEmpty)
        #expect(SourceText(FlatArray<UInt8>(), 0..<0).bytes.isEmpty)
    }
}
