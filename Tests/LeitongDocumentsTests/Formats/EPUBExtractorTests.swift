import TestSupport
import Testing

@testable import LeitongDocuments

@Suite struct EPUBExtractorTests {
    @Test func pagesComeInTheOrderOfTheSpine() throws {
        let bytes = DocumentSamples.epub(chapters: ["<h1>一</h1><p>甲&nbsp;乙</p>", "<p>丙</p>"])
        let book = try ExtractedParagraphs(bytes, name: "book")
        #expect(book.texts == ["一", "甲\u{A0}乙", "丙"])
        #expect(book.batch.metadata.map(\.title) == ["书名"])
        #expect(book.batch.metadata.map(\.date) == ["2020-01-02"])
        #expect(book.batch.documents.map(\.format) == [.epub])
    }

    @Test func aBookWithoutPagesIsNamed() throws {
        let empty = ZIPBuilder([("mimetype", "application/epub+zip")])
        #expect(try ExtractedParagraphs(empty.bytes, name: "a").reasons == [.malformed])
        let none = DocumentSamples.epub(chapters: [])
        #expect(try ExtractedParagraphs(none, name: "a").reasons == [.empty])
    }
}
