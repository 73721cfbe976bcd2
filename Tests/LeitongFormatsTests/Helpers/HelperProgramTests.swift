import Foundation
import Testing

@testable import LeitongFormats

@Suite struct HelperProgramTests {
    @Test(.timeLimit(.minutes(1))) func oneThatNeverEndsIsKilled() throws {
        let sleep = try #require(HelperProgram("sleep", limits: ReadingLimits(helperSeconds: 1)))
        #expect(throws: ExtractionFailure.self) { try sleep.run(on: [], ["100"]) }
        let shell = try #require(HelperProgram("sh", limits: ReadingLimits(helperSeconds: 1)))
        let begin = ContinuousClock.now
        #expect(throws: ExtractionFailure.self) {
            try shell.run(on: [], ["-c", "while :; do :; done"])
        }
        #expect(ContinuousClock.now - begin < .seconds(30))
    }

    @Test func itsFolderGoesWithIt() throws {
        let shell = try #require(HelperProgram("sh", limits: .init()))
        let result = try shell.run(
            on: Array("in".utf8),
            ["-c", "cat input; pwd; stat -c %a . >&2"]
        )
        let lines = String(decoding: result.output, as: UTF8.self)
        let folder = String(lines.dropFirst(2).dropLast())
        #expect(lines.hasPrefix("in/") && !FileManager.default.fileExists(atPath: folder))
        #expect(HelperProgram("no-such-program", limits: .init()) == nil)
    }

    @Test func whatIsOverALimitIsNamedWithItsHint() throws {
        let hints = ReadingHints([.helperSeconds: "more time"])
        let limits = ReadingLimits(helperSeconds: 1)
        let sleep = try #require(HelperProgram("sleep", limits: limits, hints: hints))
        let failure = #expect(throws: ExtractionFailure.self) { try sleep.run(on: [], ["100"]) }
        #expect(failure?.message == "takes sleep more than 1 s (more time)")
    }
}
