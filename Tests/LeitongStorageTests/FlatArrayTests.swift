import TestSupport
import Testing

@testable import LeitongStorage

/// A flat array holds what was appended, whether it fits into memory or not.
struct FlatArrayTests {
    private struct Record: BitwiseCopyable, Equatable, Sendable {
        var number: UInt32
        var flag: UInt8
    }

    @Test(arguments: [0, 1, 100, 5_000, 300_000, 1 << 30], 0..<6 as Range<UInt64>)
    func holdsWhatWasAppended(budgetBytes: Int, seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let budget = MemoryBudget(limit: budgetBytes, arrayLimit: budgetBytes, directory: nil)
        var expected: [Record] = []
        var writer = FlatArrayWriter<Record>(budget: budget)
        for _ in 0..<Int.random(in: 0..<40, using: &random) {
            let size = Int.random(in: 0..<[2, 300, 60_000][Int(seed) % 3], using: &random)
            let part = (0..<size)
                .map { _ in
                    Record(number: .random(in: 0 ... .max, using: &random), flag: 7)
                }
            if part.count == 1 { try writer.append(part[0]) } else { try writer.append(part.span) }
            expected += part
            #expect(writer.count == expected.count)
        }
        let array = try writer.finish()
        #expect(array.elementsEqual(expected))
        let byteCount = expected.count * MemoryLayout<Record>.stride
        #expect(array.isSpilled == (byteCount > budgetBytes))
        #expect(budget.spilledBytes == (array.isSpilled ? byteCount : 0))
        #expect(budget.spilledArrays == (array.isSpilled ? 1 : 0))
        if !array.isSpilled { #expect(budget.reservedBytes <= budgetBytes) }
        budget.relieve()
        #expect(sum(array.span) == expected.reduce(0) { $0 + Int($1.number) })
    }

    private func sum(_ span: Span<Record>) -> Int {
        var sum = 0
        for index in span.indices { sum += Int(span[index].number) }
        return sum
    }

    @Test func givesBackWhatItTook() throws {
        let budget = MemoryBudget(limit: 1 << 20, arrayLimit: 1 << 20, directory: nil)
        for length in [10, 100_000, 400_000] {
            var writer = FlatArrayWriter<UInt32>(budget: budget)
            try writer.append([UInt32](repeating: 1, count: length).span)
            let array = try writer.finish()
            #expect(budget.reservedBytes == (array.isSpilled ? 0 : length * 4 - 1))
        }
        var abandoned = FlatArrayWriter<UInt32>(budget: budget)
        try abandoned.append(1)
        _ = consume abandoned
        #expect(budget.reservedBytes == 0)
    }

    @Test func copiesShareAndOutliveTheWriter() throws {
        let budget = MemoryBudget(limit: 0, arrayLimit: 0, directory: nil)
        var copies: [FlatArray<UInt64>] = []
        do {
            var writer = FlatArrayWriter<UInt64>(budget: budget)
            for number in 0..<100_000 as Range<UInt64> { try writer.append(number) }
            let array = try writer.finish()
            copies = [array, array]
        }
        #expect(copies[0].isSpilled)
        #expect(copies.allSatisfy { $0.elementsEqual(0..<100_000) })
        #expect(copies[1][10..<13].elementsEqual([10, 11, 12]))
    }

    @Test func smallOnesNeedNoBudget() {
        #expect(FlatArray<Int>().isEmpty)
        #expect(FlatArray([1, 2, 3]).elementsEqual([1, 2, 3]))
        let isEmpty = FlatArray<Int>().span.isEmpty
        #expect(isEmpty)
    }

    /// Elements that are copied out are those of the span, on the heap and in a file.
    @Test(arguments: [0, 1 << 20])
    func copiesAreTheElements(limit: Int) throws {
        let budget = MemoryBudget(limit: limit, arrayLimit: limit, directory: nil)
        var writer = FlatArrayWriter<UInt32>(budget: budget)
        let elements = (0..<100_000).map { UInt32($0 &* 2_654_435_761 & 0xFFFF_FFFF) }
        try writer.append(elements.span)
        let array = try writer.finish()
        #expect(array.isSpilled == (limit == 0))
        for range in [0..<0, 0..<1, 99_999..<100_000, 5_000..<70_000, 0..<100_000] {
            var copy: [UInt32] = [7]
            array.append(range, to: &copy)
            #expect(copy == [7] + elements[range])
        }
    }
}
