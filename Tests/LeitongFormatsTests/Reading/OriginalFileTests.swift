import Foundation
import TestSupport
import Testing

@testable import LeitongFormats
@testable import LeitongModel

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

    /// The plain reference: as many bytes as the text before it takes when it is encoded by itself.
    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func placesCountTheBytesBefore(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let text = String(
            String.UnicodeScalarView(
                (0..<Int.random(in: 1...300, using: &generator))
                    .compactMap { _ in
                        "a1\n\r\"中文镕鎔é€😀𠀀".unicodeScalars.randomElement(using: &generator)
                    }
            )
        )
        var forms: [(mark: [UInt8], encoding: String, encode: (String) -> [UInt8]?)] = [
            ([0xEF, 0xBB, 0xBF], "UTF-8", { Array($0.utf8) }), ([], "UTF-8", { Array($0.utf8) }),
            ([], "GB18030", Legacy.gb18030.bytes),
        ]
        for isBig in [false, true] {
            let end = isBig ? "BE" : "LE"
            let utf16 = { Wide.utf16($0, isBig: isBig) as [UInt8]? }
            let utf32 = { Wide.utf32($0, isBig: isBig) as [UInt8]? }
            forms += [
                (Wide.utf16("\u{FEFF}", isBig: isBig), "UTF-16" + end, utf16),
                ([], "UTF-16" + end, utf16),
                (Wide.utf32("\u{FEFF}", isBig: isBig), "UTF-32" + end, utf32),
            ]
        }
        let starts = text.unicodeScalars.indices.map { $0.utf16Offset(in: text) }
            .filter { _ in Bool.random(using: &generator) }
            .map { String.Index(utf16Offset: $0, in: text) }
        let offsets = starts.map { text.utf8.distance(from: text.startIndex, to: $0) }
        for form in forms {
            let bytes = try #require(form.encode(text))
            let file = try original(form.mark + bytes, text, form.encoding)
            let expected = try starts.map {
                form.mark.count + (try #require(form.encode(String(text[..<$0])))).count
            }
            #expect(file.places(of: offsets) == expected, "\(form.encoding)")
            #expect(file.places(of: [text.utf8.count]) == [form.mark.count + bytes.count])
        }
    }

    /// More than the decoder is given room for at a time.
    @Test func placesInALongFile() throws {
        let text = String(repeating: "一行文字😀\r\n", count: 20_000)
        let file = try original(
            [0xFF, 0xFE] + Wide.utf16(text, isBig: false),
            text,
            "UTF-16LE"
        )
        // A line takes 18 bytes in UTF-8, and 8 units of two in UTF-16.
        let lines = [0, 1, 7000, 19_999, 20_000]
        #expect(file.places(of: lines.map { $0 * 18 }) == lines.map { 2 + $0 * 16 })
    }

    @Test func whatIsGoneCannotBeRead() {
        let file = InputFile(path: "/no/such/file")
        #expect(throws: OriginalFile.Failure(message: "No such file or directory")) {
            try OriginalFile(file, text: [], encoding: "UTF-8")
        }
    }
}
