import Foundation
import TestSupport
import Testing

/// A program that is told to go while it writes leaves nothing behind, and ends by that signal.
@Suite struct KilledTests {
    /// Debug code takes long enough with less.
    #if DEBUG
    private static let (copies, files) = (200, 800)
    #else
    private static let (copies, files) = (500, 3000)
    #endif

    @Test(arguments: [SIGTERM, SIGINT, SIGHUP])
    func leavesNoHalfWrittenFile(signal: Int32) throws {
        let folder = try TemporaryFolder()
        // Every copy with every other: a report that takes long to write.
        let line = #"{"text": "今年春天雨水偏少，不少农户推迟了播种，镇里的农机站修好了两台旧抽水机。"}"# + "\n"
        let input = try folder.write(
            String(repeating: line, count: Self.copies),
            to: "in/copies.jsonl"
        )
        try FileManager.default.createDirectory(
            at: folder.url.appendingPathComponent("out"),
            withIntermediateDirectories: false
        )
        let arguments = ["find", input, "--only", "paragraphs", "--all-pairs", "--format", "json"]
        try kill(arguments + ["--output", "\(folder.path)/out/report"], signal, in: folder)
    }

    @Test func leavesNoHalfWrittenFolder() throws {
        let folder = try TemporaryFolder()
        for number in 0..<Self.files {
            try folder.write("第\(number)份材料讲的是第\(number * 7919)号农机站的抽水机。", to: "in/\(number).txt")
        }
        try FileManager.default.createDirectory(
            at: folder.url.appendingPathComponent("out"),
            withIntermediateDirectories: false
        )
        try kill(["dedup", "in", "--output", "out/kept/"], SIGTERM, in: folder)
    }

    /// Runs the program, and kills it as soon as something stands in the folder `out`.
    ///
    /// A busy machine may let it end before that: then it is run again.
    private func kill(_ arguments: [String], _ signal: Int32, in folder: TemporaryFolder) throws {
        let out = folder.path + "/out"
        for _ in 0..<8 {
            let process = Process()
            process.executableURL = Project.program
            process.arguments = arguments
            process.currentDirectoryURL = folder.url
            process.standardError = FileHandle.nullDevice
            try process.run()
            while process.isRunning, try contents(of: out).isEmpty { usleep(200) }
            Foundation.kill(process.processIdentifier, signal)
            process.waitUntilExit()
            if process.terminationReason == .uncaughtSignal {
                #expect(process.terminationStatus == signal)
                #expect(try contents(of: out).isEmpty)
                return
            }
            for name in try contents(of: out) {
                try FileManager.default.removeItem(atPath: "\(out)/\(name)")
            }
        }
        Issue.record("the program always ended before the signal")
    }

    private func contents(of folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder)
    }
}
