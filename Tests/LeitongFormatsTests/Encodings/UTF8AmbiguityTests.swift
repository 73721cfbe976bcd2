import TestSupport
import Testing

@testable import LeitongFormats
@testable import LeitongModel

@Suite struct UTF8AmbiguityTests {
    /// What a decoder without a given encoding makes of bytes: name and text.
    private func reading(_ bytes: [UInt8]) -> String {
        guard let text = try? TextDecoder(encoding: nil).decode(bytes) else { return "none" }
        return "\(text.encoding) \(String(decoding: text.bytes, as: UTF8.self))"
    }

    private func isUTF8(_ bytes: [UInt8]) -> Bool {
        String(validating: bytes, as: UTF8.self) != nil
    }

    /// Valid UTF-8 by chance: letters of several scripts in one word, or common words of Chinese.
    @Test(arguments: [
        "24小时", "小时", "时间：12小时", "小时\n小时", "学校", "系统", "同志", "通知", "小说", "谢谢", "一些", "目前", "录取",
        "抓住",
        "医药", "太太", "微微", "远远", "症状", "目录", "效应", "爷爷", "思路", "住址", "小小", "眉毛", "乾隆", "专注", "一些 谢谢",
    ])
    func chineseThatIsUTF8ByChanceIsChinese(text: String) throws {
        let bytes = try #require(Legacy.gb18030.bytes(text))
        #expect(isUTF8(bytes) == (text.first != "时"))
        #expect(reading(bytes) == "GB18030 \(text)")
    }

    /// A known limit: of one character nothing tells, nor where UTF-8 has a word.
    @Test(arguments: ["小", "要挟", "忙碌"])
    func whatUTF8MayWellMeanIsUTF8(text: String) throws {
        let bytes = try #require(Legacy.gb18030.bytes(text))
        #expect(reading(bytes).hasPrefix("UTF-8 "))
    }

    @Test(arguments: [
        "Привет, мир", "Привет", "café", "Ωμέγα", "±5 µm", "×Δ", "naïve façade", "Łódź", "½Ω",
        "или", "один", "надо", "км", "млн", "ТЦ", "С°", "και", "με", "שקר", "é\nü", "über", "§±",
        "שלום", "سلام",
        "αβγ ЖЗИ", "үлкен", "Ңə", "Ѧ", "£µ", "24°С", "Жé", "ÄÖÜ äöü", "Ελλάδα и Россия",
    ])
    func shortUTF8StaysUTF8(text: String) {
        #expect(reading(Array(text.utf8)) == "UTF-8 \(text)")
    }

    @Test func damagedAndMixedUTF8IsNamedAsSuch() throws {
        let prose = Array(ChineseSamples.simplified.joined(separator: "\n").utf8)
        let broken = prose[..<99] + [0xFF, 0xFE] + prose[99...]
        let gbk = try #require(
            Legacy.gb18030.bytes(ChineseSamples.simplified.joined(separator: "\n"))
        )
        for bytes in [Array(broken), prose + [0x0A] + gbk, gbk + [0x0A] + prose] {
            let failure = #expect(throws: DecodingFailure.self) {
                try TextDecoder(encoding: nil).decode(bytes)
            }
            #expect(failure?.message == "is UTF-8, but damaged or mixed with another encoding")
        }
        let damage = DamagedBytes(in: Array(broken), encoding: "UTF-8")
        #expect(damage == DamagedBytes(count: 2, offsets: [99, 100]))
    }
}
