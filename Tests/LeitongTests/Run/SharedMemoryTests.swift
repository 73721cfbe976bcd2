import Leitong
import LeitongStorage
import Testing

/// Several runs in one process that share one account of memory.
@Suite struct SharedMemoryTests {
    @Test(arguments: [0, (64 << 20) + 300_000, 1 << 40])
    func runsSideBySideGiveTheSameReports(limit: Int) async throws {
        let corpora = (0..<3)
            .map { seed in
                Corpus(
                    SampleTexts.paragraphs(count: 90, seed: UInt64(seed)).enumerated()
                        .map { InputText(id: "\($0.offset)", text: $0.element) }
                )
            }
        var alone: [Report] = []
        for corpus in corpora { alone.append(try await Finder().find(in: corpus)) }
        let memory = MemoryBudget(limit: limit)
        let together = try await withThrowingTaskGroup(of: (Int, Report).self) { group in
            for (number, corpus) in corpora.enumerated() {
                group.addTask {
                    let context = RunContext(threads: 1 + number % 3, memory: memory)
                    return (number, try await Finder().find(in: corpus, context: context))
                }
            }
            return try await group.reduce(into: [Int: Report]()) { $0[$1.0] = $1.1 }
        }
        for (number, report) in alone.enumerated() { #expect(together[number] == report) }
        #expect((memory.spilledArrays > 0) == (limit < 1 << 40))
        #expect(alone.allSatisfy { !$0.clusters.isEmpty })
    }

    /// What a run counted is given back when its report goes.
    @Test func nothingStaysCounted() async throws {
        let memory = MemoryBudget(limit: 1 << 40)
        let corpus = Corpus(
            SampleTexts.paragraphs(count: 100, seed: 9).enumerated()
                .map { InputText(id: "\($0.offset)", text: $0.element) }
        )
        for _ in 0..<2 {
            _ = try await Finder().find(in: corpus, context: RunContext(memory: memory))
        }
        #expect(memory.reservedBytes == 0)
    }
}
