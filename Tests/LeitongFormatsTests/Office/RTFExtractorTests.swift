import TestSupport
import Testing

@testable import LeitongModel

@Suite struct RTFExtractorTests {
    private func read(_ text: String) throws -> ExtractedParagraphs {
        try ExtractedParagraphs(Array("{\\rtf1\\ansi\\ansicpg936 \(text)}".utf8), name: "a.rtf")
    }

    @Test(arguments: [
        ("one\\par two\\par", ["one", "two"]),
        ("\\'d6\\'d0\\'b9\\'fa", ["中国"]),
        ("\\u20013?\\u22269?\\par", ["中国"]),
        ("\\uc2\\u20013\\'d6\\'d0\\u22269\\'b9\\'fa", ["中国"]),
        ("\\uc0\\u20013 a", ["中a"]),
        ("\\u-10180?\\u-9214?", ["\u{1F002}"]),
        ("a\\line b\\tab c\\~d\\_e", ["a", "b c\u{A0}d-e"]),
        ("\\{a\\}\\\\", ["{a}\\"]),
        ("{\\info{\\title T}}{\\stylesheet x}{\\*\\unknown x}{\\pict 00ff}{\\header h}a", ["a"]),
        ("{\\field{\\*\\fldinst PAGE}{\\fldrslt 3}}", ["3"]),
        ("a{\\footnote n}b\\par c", ["ab", "c", "n"]),
        ("{\\v hidden}{\\deleted gone}kept", ["kept"]),
        ("a\\bin3 {}}b", ["ab"]),
        ("\\trowd a\\cell b\\cell\\row", ["a", "b"]),
        ("\\'d6", ["\u{FFFD}"]),
    ])
    func textIsRead(text: String, paragraphs: [String]) throws {
        #expect(try read(text).texts == paragraphs)
    }

    @Test func fontsHaveTheirCodePages() throws {
        let fonts = "{\\fonttbl{\\f0\\fcharset134 SimSun;}{\\f1\\fcharset136 MingLiU;}}"
        let file = "\\ansicpg1252 \(fonts)\\f0\\'d6\\'d0\\f1\\'a4\\'a4"
        let read = try ExtractedParagraphs(Array("{\\rtf1\(file)}".utf8), name: "a")
        #expect(read.texts == ["中中"])
    }

    @Test func theSampleWriterRoundTrips() throws {
        let texts = ChineseSamples.simplified
        let read = try ExtractedParagraphs(DocumentSamples.rtf(texts), name: "a.rtf")
        #expect(read.texts == texts)
    }

    @Test func deepGroupsAreRefused() throws {
        #expect(try read(String(repeating: "{", count: 100_000)).reasons == [.tooDeep])
    }
}
