import LeitongStorage
import Testing

@testable import LeitongModel

@Suite struct SourceGathererTests {
    private func text(_ number: Int, count: Int = 10) -> SourceText {
        SourceText([UInt8](repeating: UInt8(number), count: count))
    }

    @Test func whatIsOverTheShareMoves() throws {
        var gatherer = SourceGatherer(share: 25, memory: MemoryBudget())
        var sources: [SourceText] = []
        var isOnHeap: [[Bool]] = []
        for number in 0..<7 {
            sources.append(text(number))
            try gatherer.gather(&sources)
            isOnHeap.append(sources.map(\.isOnHeap))
        }
        #expect(isOnHeap[1] == [true, true])
        #expect(isOnHeap[2] == [false, false, false])
        #expect(isOnHeap[4] == [false, false, false, true, true])
        #expect(isOnHeap[6] == [false, false, false, false, false, false, true])
        #expect(sources.map(\.bytes) == (0..<7).map { text($0).bytes })
    }

    /// A source that lies elsewhere already stays there, and counts for nothing.
    @Test func whatIsOffTheHeapStays() throws {
        var gatherer = SourceGatherer(share: 15, memory: MemoryBudget())
        let array = FlatArray([UInt8](repeating: 1, count: 100))
        var sources = [SourceText(array, 0..<100), text(2)]
        try gatherer.gather(&sources)
        #expect(sources.map(\.isOnHeap) == [false, true])
        sources.append(text(3))
        try gatherer.gather(&sources)
        #expect(sources.map(\.isOnHeap) == [false, false, false])
        #expect(sources.map(\.count) == [100, 10, 10])
        #expect(sources[1].bytes + sources[2].bytes == text(2).bytes + text(3).bytes)
    }

    @Test func scratchSpaceThatIsNoneIsAnError() {
        let memory = MemoryBudget(limit: 0, directory: "/nowhere")
        var gatherer = SourceGatherer(share: 5, memory: memory)
        var sources = [text(1)]
        #expect(throws: StorageError.self) { try gatherer.gather(&sources) }
    }
}
