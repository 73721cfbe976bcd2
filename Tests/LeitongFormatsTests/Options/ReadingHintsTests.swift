import TestSupport
import Testing

@testable import LeitongFormats
@testable import LeitongModel

@Suite struct ReadingHintsTests {
    @Test func messagesNameNoOptionOfTheirOwn() throws {
        let inputs: [(String, [UInt8])] = [
            ("a.csv", Array("id,words\n1,x\n".utf8)), ("a.txt", Array("a\u{0}b".utf8)),
            ("b.txt", [0x61, 0xFF, 0xFF, 0xFF, 0xFF, 0x81]),
        ]
        let hints = ReadingHints([.noTextField: "t", .binary: "b", .noEncoding: "e"])
        for ((name, bytes), hint) in zip(inputs, ["t", "b", "e"]) {
            let plain = try ExtractedParagraphs(bytes, name: name)
            let message = try #require(plain.batch.skipped.first?.message)
            #expect(!message.contains("--"))
            let hinted = try ExtractedParagraphs(bytes, name: name, options: .init(hints: hints))
            #expect(hinted.batch.skipped.map(\.message) == [message + " (\(hint))"])
        }
    }
}
