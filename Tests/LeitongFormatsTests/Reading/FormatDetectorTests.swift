import TestSupport
import Testing

@testable import LeitongFormats
@testable import LeitongModel

@Suite struct FormatDetectorTests {
    @Test(arguments: [
        ("a.txt", DocumentFormat.text), ("a.md", .markdown), ("a.MARKDOWN", .markdown),
        ("a.jsonl", .jsonLines), ("dir.jsonl/a", .text), ("b/a.NDJSON", .jsonLines),
        ("jsonl", .text),
        ("-", .text), ("", .text), (".md", .text),
    ])
    func theNameTellsTheFormat(path: String, format: DocumentFormat) {
        #expect(ReadingOptions().format(ofPath: path) == format)
        #expect(ReadingOptions(inputFormat: .jsonLines).format(ofPath: path) == .jsonLines)
    }

    @Test(arguments: [
        ("%PDF-1.7", DocumentFormat.pdf), ("{\\rtf1", .rtf), ("\u{1F}", .text),
        ("<!DOCTYPE html><p>", .html), (" <!-- a --> <?xml version='1.0'?>\n<html>", .html),
        ("<!-- never closed", .text), ("<htm", .text), ("BZh91AY&SY0000", .archive),
    ])
    func theContentTellsTheFormat(start: String, format: DocumentFormat) {
        #expect(FormatDetector.format(of: Array(start.utf8), path: "a") == format)
        // A record may begin like a page, but not like a file of bytes.
        let asRecord = FormatDetector.format(of: Array(start.utf8), path: "a.jsonl")
        #expect(asRecord == ([.html, .text].contains(format) ? .jsonLines : format))
        #expect(
            ReadingOptions(inputFormat: .epub).format(of: Array(start.utf8), path: "a") == .epub
        )
    }

    @Test(arguments: [
        ("word/document.xml", "", DocumentFormat.docx), ("[Content_Types].xml", "", .docx),
        ("mimetype", "application/epub+zip", .epub), ("a.txt", "", .archive),
        ("mimetype", "application/vnd.oasis.opendocument.text", .odt),
        ("mimetype", "application/zip", .archive),
    ])
    func theFirstNameTellsWhatAZIPFileIs(name: String, content: String, format: DocumentFormat) {
        var zip = ZIPBuilder()
        zip.add(name, Array(content.utf8))
        #expect(FormatDetector.format(of: zip.bytes, path: "a") == format)
        // Another order of the parts is not taken for another format.
        let named = FormatDetector.format(of: zip.bytes, path: "a.odt")
        #expect(named == (format == .archive ? .odt : format))
    }
}
