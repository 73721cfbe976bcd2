import TestSupport
import Testing

@testable import LeitongModel

@Suite struct EPUBExtractorTests {
    @Test func pagesComeInTheOrderOfTheSpine() throws {
        let bytes = DocumentSamples.epub(chapters: ["<h1>一</h1><p>甲&nbsp;乙</p>", "<p>丙</p>"])
        let book = try ExtractedParagraphs(bytes, name: "book")
        #expect(book.texts == ["一", "甲\u{A0}乙", "丙"])
        #expect(book.batch.metadata.map(\.title) == ["书名"])
        #expect(book.batch.metadata.map(\.fileDate) == ["2020-01-02"])
        #expect(book.batch.documents.map(\.format) == [.epub])
    }

    /// A thousand names for one page: a list of some kilobytes would ask for any length of text.
    @Test func aPageThatIsListedOftenIsReadOnce() throws {
        let items = (0..<1000).map { "<item id='i\($0)' href='a.xhtml' media-type='text/html'/>" }
        let spine = (0..<1000).map { "<itemref idref='i\($0)'/>" }
        let book = ZIPBuilder([
            ("mimetype", "application/epub+zip"),
            (
                "META-INF/container.xml",
                "<container><rootfiles><rootfile full-path='b.opf'/></rootfiles></container>"
            ),
            (
                "b.opf",
                """
                <package xmlns='http://www.idpf.org/2007/opf'><manifest>\(items.joined())</manifest>\
                <spine>\(spine.joined())</spine></package>
                """
            ), ("a.xhtml", "<html><body><p>渡口</p></body></html>"),
        ])
        #expect(try ExtractedParagraphs(book.bytes, name: "a.epub").texts == ["渡口"])
    }

    @Test func aBookWithoutPagesIsNamed() throws {
        let empty = ZIPBuilder([("mimetype", "application/epub+zip")])
        #expect(try ExtractedParagraphs(empty.bytes, name: "a").reasons == [.malformed])
        let none = DocumentSamples.epub(chapters: [])
        #expect(try ExtractedParagraphs(none, name: "a").reasons == [.empty])
    }
}
