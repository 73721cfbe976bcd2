import Foundation
import Testing

@testable import LeitongDocuments

@Suite struct OriginalFileTests {
    private func original(
        _ bytes: [UInt8],
        _ text: String,
        _ encoding: String
    ) throws -> OriginalFile {
        let folder = try TemporaryFolder()
        try folder.write("a.txt", bytes)
        let file = InputFile(path: folder.path + "/a.txt")
        return try OriginalFile(file, text: Array(text.utf8), encoding: encoding)
    }

    /// Half of it takes twice, half of it half as many bytes in UTF-8: lengths tell nothing.
    @Test func equalLengthIsNotEqualText() throws {
        let text = "ab中中\ncd国国\n"
        let bytes = Wide.utf16(text, isBig: false)
        let file = try original(bytes, text, "UTF-16LE")
        let cut = try file.removing([0..<9])
        #expect(cut == Wide.utf16("cd国国\n", isBig: false))
    }

    /// In UTF-7 a line feed may stand in a run of letters: its lines are not those of the text.
    @Test func anEncodingWithoutLinesIsRefused() throws {
        let text = "a\nb\n"
        let file = try original(Array("a+AAo-b+AAo-".utf8), text, "UTF-7")
        #expect(file.bytes == Array("a+AAo-b+AAo-".utf8))
        let failure = #expect(throws: OriginalFile.Failure.self) { try file.removing([0..<2]) }
        #expect(failure?.message.contains("UTF-7") == true)
    }

    @Test func aMarkStaysWhenTheFirstLineGoes() throws {
        let file = try original(
            [0xFE, 0xFF] + Wide.utf16("a\r\nb", isBig: true),
            "a\r\nb",
            "UTF-16BE"
        )
        #expect(try file.removing([0..<3]) == [0xFE, 0xFF, 0, 0x62])
    }

    @Test func whatIsGoneCannotBeRead() {
        let file = InputFile(path: "/no/such/file")
        #expect(throws: OriginalFile.Failure(message: "No such file or directory")) {
            try OriginalFile(file, text: [], encoding: "UTF-8")
        }
    }
}
