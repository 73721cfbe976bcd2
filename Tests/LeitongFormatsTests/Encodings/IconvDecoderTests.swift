import Testing

@testable import LeitongFormats

@Suite struct IconvDecoderTests {
    @Test func knowsWhatItCanDecode() {
        for name in ["UTF-8", "gb18030", "GBK", "BIG5-HKSCS", "EUC-KR", "SHIFT_JIS", "UTF-16LE"] {
            #expect(IconvDecoder.knows(name))
        }
        for name in ["", "no-such-encoding", "UTF-8//IGNORE", "UTF-8\0", "/"] {
            #expect(!IconvDecoder.knows(name))
        }
    }

    @Test func longTextsPassThroughTheOutputBuffer() throws {
        let text = String(repeating: "中文编码test，", count: 40_000)
        let bytes = try #require(Legacy.gb18030.bytes(text))
        #expect(try IconvDecoder.decode(bytes, from: "GB18030") == Array(text.utf8))
    }

    @Test func whatTheDecoderHoldsBackIsNotLost() throws {
        // 88 66 is Ê, which a following macron would change.
        let bytes = try IconvDecoder.decode([0x88, 0x66], from: "BIG5-HKSCS")
        #expect(String(decoding: bytes, as: UTF8.self) == "Ê")
    }

    @Test func failureNamesTheFirstByteThatIsNoText() throws {
        let good = Array(String(repeating: "a", count: 100_000).utf8)
        let expected = IconvDecoder.Failure(byteOffset: 100_000)
        #expect(throws: expected) { try IconvDecoder.decode(good + [0xFF, 0x61], from: "GB18030") }
        #expect(throws: expected) { try IconvDecoder.decode(good + [0xD6], from: "GB18030") }
        #expect(throws: IconvDecoder.Failure(byteOffset: 0, isUnknownEncoding: true)) {
            try IconvDecoder.decode(good, from: "no-such-encoding")
        }
    }

    @Test func nothingBecomesNothing() throws {
        #expect(try IconvDecoder.decode([], from: "GB18030").isEmpty)
    }

    /// glibc's iconv takes numbers beyond Unicode.
    @Test(
        arguments: [("UTF-8", [0xF5, 0xBD, 0xAD, 0xB0]), ("UCS-4BE", [0, 0x11, 0, 0])]
            as [(String, [UInt8])]
    )
    func whatIsNoScalarFails(encoding: String, bytes: [UInt8]) {
        #expect(throws: IconvDecoder.Failure.self) {
            try IconvDecoder.decode(bytes, from: encoding)
        }
    }
}
