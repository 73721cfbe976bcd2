import LeitongReport
import LeitongStorage
import TestSupport
import Testing

@testable import Leitong
@testable import LeitongFiles

@Suite struct MemoryLimitTests {
    /// Texts, keys and sketches that go on in scratch files give the report that those in memory give.
    @Test(arguments: [1, 3])
    func reportDoesNotDependOnTheLimit(threads: Int) async throws {
        let folder = try TemporaryFolder()
        var generator = SplitMix64(seed: 11)
        let pool = (0..<300).map { _ in SampleTexts.paragraph(length: 40, using: &generator) }
        var records = ""
        for number in 0..<2000 {
            var text = pool[Int.random(in: 0..<pool.count, using: &generator)]
            if number % 7 == 0 {
                text += "\\n" + SampleTexts.paragraph(length: 15, using: &generator)
            }
            records += "{\"id\":\"\(number)\",\"text\":\"\(text)\"}\n"
        }
        try folder.write(records, to: "records.jsonl")
        for number in 0..<20 {
            let texts = (0..<5).map { _ in pool[Int.random(in: 0..<pool.count, using: &generator)] }
            try folder.write(texts.joined(separator: "\n"), to: "file-\(number).txt")
        }
        func report(_ memory: MemoryBudget) async throws -> Report {
            let context = RunContext(threads: threads, memory: memory)
            var options = ComparisonOptions()
            options.scope = .paragraphs
            let corpus = try await Loader().load(paths: [folder.path], context: context)
            return try await Finder(options: options).find(in: corpus, context: context)
        }
        let small = MemoryBudget(limit: 1 << 12)
        let limited = try await report(small)
        let all = MemoryBudget()
        #expect(try await report(all) == limited)
        #expect(!limited.clusters.isEmpty)
        #expect(small.spilledArrays > 7, "texts, and what was learned of them")
        #expect(all.spilledArrays == 0)
    }

    @Test func scratchSpaceThatIsNoneIsAnError() async throws {
        let folder = try TemporaryFolder()
        try folder.write(String(repeating: "甲乙丙丁", count: 2000), to: "a.txt")
        let memory = MemoryBudget(limit: 1 << 12, directory: folder.path + "/none")
        await #expect(throws: LeitongError.self) {
            _ = try await Loader().load(paths: [folder.path], context: RunContext(memory: memory))
        }
    }
}
