import Testing

@testable import LeitongFormats
@testable import LeitongModel

@Suite struct TextDecoderTests {
    private let texts = ["领导讲话\r\n第二行，2024年。\n", "Hello, world\n", "a", "字", "é ü ñ 𠮷 😀 text\n"]

    private func decode(_ bytes: [UInt8], as encoding: String? = nil) throws -> String {
        String(decoding: try TextDecoder(encoding: encoding).decode(bytes).bytes, as: UTF8.self)
    }

    @Test func byteOrderMarksNameTheEncodingAndAreDropped() throws {
        for text in texts {
            #expect(try decode([0xEF, 0xBB, 0xBF] + Array(text.utf8)) == text)
            #expect(try decode([0xFF, 0xFE] + Wide.utf16(text, isBig: false)) == text)
            #expect(try decode([0xFE, 0xFF] + Wide.utf16(text, isBig: true)) == text)
            #expect(try decode([0xFF, 0xFE, 0, 0] + Wide.utf32(text, isBig: false)) == text)
            #expect(try decode([0, 0, 0xFE, 0xFF] + Wide.utf32(text, isBig: true)) == text)
            let legacy = try #require(Legacy.gb18030.bytes(text))
            #expect(try decode([0x84, 0x31, 0x95, 0x33] + legacy) == text)
        }
    }

    @Test func aGivenEncodingIsObeyedAndItsMarkDropped() throws {
        for text in texts {
            let little = Wide.utf16(text, isBig: false)
            let big = Wide.utf16(text, isBig: true)
            #expect(try decode(little, as: "UTF-16LE") == text)
            #expect(try decode([0xFF, 0xFE] + little, as: "utf-16le") == text)
            #expect(try decode(big, as: "UTF-16BE") == text)
            #expect(try decode([0xFE, 0xFF] + big, as: "UTF-16BE") == text)
            #expect(try decode([0xFE, 0xFF] + big, as: "UTF-16") == text)
            #expect(try decode([0xFF, 0xFE] + little, as: "UTF-16") == text)
            #expect(
                try decode([0, 0, 0xFE, 0xFF] + Wide.utf32(text, isBig: true), as: "UTF-32") == text
            )
            #expect(try decode([0xEF, 0xBB, 0xBF] + Array(text.utf8), as: "utf8") == text)
            #expect(try decode(try #require(Legacy.gb18030.bytes(text)), as: "gb18030") == text)
        }
        #expect(try decode([0x63, 0xE9], as: "ISO-8859-1") == "cé")
    }

    @Test func wrongBytesInAGivenEncodingAreNamed() {
        let failure = #expect(throws: DecodingFailure.self) {
            try decode(Array("ab中".utf8) + [0xFF], as: "UTF-8")
        }
        #expect(
            failure
                == DecodingFailure(
                    reason: .undecodable,
                    message: "is not valid UTF-8",
                    byteOffset: 5,
                    encoding: "UTF-8"
                )
        )
        let marked = #expect(throws: DecodingFailure.self) {
            try decode([0xEF, 0xBB, 0xBF, 0x61, 0xFF])
        }
        #expect(marked?.byteOffset == 4)
        let odd = #expect(throws: DecodingFailure.self) { try decode([0xFF, 0xFE, 0x61, 0, 0x62]) }
        #expect(odd?.byteOffset == 4)
        let surrogate = #expect(throws: DecodingFailure.self) {
            try decode([0xFE, 0xFF, 0, 0x61, 0xD8, 0x00, 0, 0x62])
        }
        #expect(surrogate?.byteOffset == 4)
    }

    @Test func aNulThatIsNotOfUTF16IsBinary() {
        let inputs: [([UInt8], Int)] = [
            (Array("text\0text".utf8), 4), ([0, 0, 0, 0, 0, 0], 0),
            ([0xEF, 0xBB, 0xBF, 0x61, 0, 0x62], 4),
            ([0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0, 0, 0], 7),
            ([0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0, 0, 13], 8),
        ]
        for (bytes, offset) in inputs {
            let failure = #expect(throws: DecodingFailure.self) { try decode(bytes) }
            #expect(failure?.reason == .binary)
            #expect(failure?.byteOffset == offset)
        }
    }

    @Test func bytesOfNoEncodingAreUndecodable() {
        let failure = #expect(throws: DecodingFailure.self) {
            try decode([0x61, 0xFF, 0xFF, 0xFF, 0xFF, 0x81])
        }
        #expect(failure?.reason == .undecodable)
        #expect(failure?.byteOffset == 1)
    }

    /// Valid UTF-8, and almost ASCII: 60 4F 7D 59 16 4E 4C 75.
    @Test func shortUTF16WithoutMarkIsNoASCII() throws {
        for isBig in [false, true] {
            let bytes = Wide.utf16("你好世界", isBig: isBig)
            let text = try TextDecoder(encoding: nil).decode(bytes)
            #expect(String(decoding: text.bytes, as: UTF8.self) == "你好世界")
        }
    }
}
