import LeitongModel
import TestSupport
import Testing

@testable import LeitongFormats

@Suite struct UTF16EvidenceTests {
    @Test func unmarkedUTF16IsReadInItsByteOrder() {
        let texts = [
            "Hello, world\n", "Straße und Brücke\r\n", "Привет, мир\n", "①第一条　总则\n",
            "https://example.org/a?b=1\n", "陈丹、李娜\n", "안녕하세요\n", "こんにちは\n",
        ]
        for text in texts + ChineseSamples.simplified + ChineseSamples.traditional {
            let bytes = Array(text.utf8)
            let little = UTF16Evidence(Wide.utf16(text, isBig: false)).text
            #expect(little?.encoding == "UTF-16LE", "\(text)")
            #expect(little?.bytes == bytes)
            let big = UTF16Evidence(Wide.utf16(text, isBig: true)).text
            #expect(big?.encoding == "UTF-16BE", "\(text)")
            #expect(big?.bytes == bytes)
        }
    }

    @Test(arguments: ["café au lait", "naïve text in lower case", "ein großes Haus an der straße"])
    func lettersOfOneByteAreNoUTF16(text: String) throws {
        let bytes = try #require(Legacy.windows1252.bytes(text))
        #expect(UTF16Evidence(bytes).text == nil)
    }

    @Test func legacyChineseIsNoUTF16() throws {
        for text in ChineseSamples.simplified {
            #expect(UTF16Evidence(try #require(Legacy.gb18030.bytes(text))).text == nil)
        }
        for text in ChineseSamples.traditional {
            #expect(UTF16Evidence(try #require(Legacy.big5.bytes(text))).text == nil)
        }
    }

    @Test func oddAndTinyInputsAreNone() {
        #expect(UTF16Evidence([]).text == nil)
        #expect(UTF16Evidence([0x61, 0]).text == nil)
        #expect(UTF16Evidence([0x61, 0, 0x62, 0, 0x63]).text == nil)
    }
}
