import TestSupport
import Testing

@testable import LeitongModel

@Suite struct ODTExtractorTests {
    private func read(_ body: String, meta: String = "") throws -> ExtractedParagraphs {
        try ExtractedParagraphs(DocumentSamples.odt(body: body, meta: meta), name: "a.odt")
    }

    @Test(arguments: [
        (
            "<text:h>题</text:h><text:p>甲<text:s text:c=\"2\"/>a<text:tab/>b</text:p>",
            ["题", "甲 a b"]
        ),
        ("<text:p>甲<text:line-break/>乙</text:p>", ["甲", "乙"]),
        ("<text:list><text:list-item><text:p>一</text:p></text:list-item></text:list>", ["一"]),
        ("<text:p>甲<office:annotation><text:p>批</text:p></office:annotation>乙</text:p>", ["甲乙"]),
        ("<text:p>前<draw:text-box><text:p>框</text:p></draw:text-box>后</text:p>", ["前后", "框"]),
        (
            "<text:tracked-changes><text:p>删</text:p></text:tracked-changes><text:p>文</text:p>",
            ["文"]
        ),
        (
            """
            <text:p>文<text:note><text:note-citation>1</text:note-citation><text:note-body>\
            <text:p>注</text:p></text:note-body></text:note>章</text:p><text:p>尾</text:p>
            """, ["文章", "尾", "注"]
        ),
    ])
    func theFinalTextIsRead(body: String, paragraphs: [String]) throws {
        #expect(try read(body).texts == paragraphs)
    }

    @Test func cellsAreParagraphs() throws {
        let cells = ["a", "b"].map { "<table:table-cell><text:p>\($0)</text:p></table:table-cell>" }
        let row = "<table:table-row>\(cells.joined())</table:table-row>"
        #expect(try read("<table:table>\(row)</table:table>").texts == ["a", "b"])
    }

    @Test func propertiesAndDamageAreNamed() throws {
        let meta = "<dc:title>题名</dc:title><meta:creation-date>2023-03-05</meta:creation-date>"
        let whole = try read("<text:p>文</text:p>", meta: meta)
        #expect(whole.batch.metadata.map(\.title) == ["题名"])
        #expect(whole.batch.metadata.map(\.fileDate) == ["2023-03-05"])
        #expect(try read("<text:p>").reasons == [.malformed])
        let locked = ZIPBuilder([
            ("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "?"),
            ("META-INF/manifest.xml", "<manifest:encryption-data/>"),
        ])
        #expect(try ExtractedParagraphs(locked.bytes, name: "a").reasons == [.encrypted])
    }
}
