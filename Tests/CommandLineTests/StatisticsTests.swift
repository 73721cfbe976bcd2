import Foundation
import TestSupport
import Testing

/// `--stats` and the progress line, on the built program.
@Suite struct StatisticsTests {
    private static func run(_ arguments: [String]) throws -> ProgramRun {
        let folder = try TemporaryFolder()
        for index in 0..<3 {
            try folder.write("今年春天雨水偏少，不少农户推迟了播种，镇里的农机站修好了两台旧抽水机。", to: "\(index).txt")
        }
        return try ProgramRun(arguments, in: folder.url)
    }

    @Test(arguments: [["find", "."], ["score", "."], ["find", ".", "--only", "paragraphs"]])
    func stagesAndCountsArePrinted(arguments: [String]) throws {
        let plain = try Self.run(arguments)
        let run = try Self.run(arguments + ["--stats"])
        #expect(run.status == 0 && run.output == plain.output && plain.errors.isEmpty)
        let lines = run.errors.split(separator: "\n").map(String.init)
        #expect(lines.first?.hasPrefix("stage") == true)
        for stage in ["reading", "reading paragraphs", "verifying candidates", "in all"] {
            #expect(lines.contains { $0.hasPrefix(stage + " ") }, "\(stage)")
        }
        #expect(lines.contains("3 documents") && lines.contains("1 different text"))
        #expect(lines.contains("3 paragraphs"))
        #expect(lines.last?.contains(" bytes of memory at the most: ") == true)
        let hasPassages = !arguments.contains("paragraphs")
        #expect(lines.contains { $0.hasSuffix(" seeds") } == hasPassages)
    }

    @Test func progressNamesEachStageAndLeavesNothing() throws {
        let run = try Self.run(["find", ".", "--progress", "always"])
        #expect(run.errors.contains("leitong: aligning passages…"))
        #expect(run.errors.hasSuffix("\r\u{1B}[2K"))
    }
}
