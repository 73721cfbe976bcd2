import TestSupport
import Testing

@testable import LeitongFormats
@testable import LeitongModel

@Suite struct HTMLEncodingTests {
    @Test(
        arguments: [
            ("<meta charset=gb2312>", "GB18030"), ("<meta charset = \"GBK\">", "GB18030"),
            ("<?xml encoding='Big5'?>", "BIG5-HKSCS"), ("<meta charset=latin1>", "WINDOWS-1252"),
            ("<meta charset=shift_jis>", "CP932"), ("<meta charset=utf-8>", "UTF-8"),
            ("<meta charset=utf-16le>", nil), ("<meta charset=nonsense>", nil), ("", nil),
            ("charset only", nil), ("charset charset=euc-kr", "CP949"),
            (String(repeating: " ", count: 4_096) + "<meta charset=gbk>", nil),
        ] as [(String, String?)]
    )
    func declarationsAreReadAsBrowsersReadThem(head: String, encoding: String?) {
        #expect(HTMLEncoding.declared(in: Array(head.utf8)) == encoding)
    }

    @Test func aDeclarationThatTheBytesContradictCountsForNothing() throws {
        let prose = ChineseSamples.simplified.joined()
        let page = "<meta charset=utf-8><p>\(prose)"
        let bytes = try #require(Legacy.gb18030.bytes(page))
        let text = try HTMLEncoding.decode(bytes, encoding: nil, hints: .init())
        #expect(text.encoding == "GB18030")
        let wrong = Array("<meta charset=gbk><p>\(prose)".utf8)
        #expect(try HTMLEncoding.decode(wrong, encoding: nil, hints: .init()).encoding == "UTF-8")
    }
}
