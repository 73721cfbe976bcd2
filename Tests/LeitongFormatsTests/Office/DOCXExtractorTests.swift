import TestSupport
import Testing

@testable import LeitongModel

@Suite struct DOCXExtractorTests {
    private func read(_ body: String, notes: String = "") throws -> ExtractedParagraphs {
        try ExtractedParagraphs(DocumentSamples.docx(body: body, notes: notes), name: "a.docx")
    }

    private static func paragraph(_ text: String) -> String {
        "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>"
    }

    @Test func paragraphsAndCellsAreParagraphs() throws {
        let cells = ["a", "b"].map { "<w:tc>\(Self.paragraph($0))</w:tc>" }.joined()
        let heading = "<w:p><w:pPr><w:pStyle w:val=\"1\"/></w:pPr><w:r><w:t>题</w:t></w:r></w:p>"
        let body = heading + Self.paragraph("甲&amp;") + "<w:tbl><w:tr>\(cells)</w:tr></w:tbl><w:p/>"
        #expect(try read(body + Self.paragraph("丙")).texts == ["题", "甲&", "a", "b", "丙"])
    }

    @Test(arguments: [
        ("<w:r><w:t>甲</w:t></w:r><w:del><w:r><w:delText>删</w:delText></w:r></w:del>", ["甲"]),
        ("<w:moveFrom><w:r><w:t>走</w:t></w:r></w:moveFrom><w:r><w:t>乙</w:t></w:r>", ["乙"]),
        ("<w:ins><w:r><w:t>新</w:t></w:r></w:ins>", ["新"]),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r><w:r><w:t>显</w:t></w:r>", ["显"]),
        ("<w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>显</w:t></w:r>", ["显"]),
        ("<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>3</w:t></w:r>", ["3"]),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t></w:r>", ["a b-c"]),
        ("<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r>", ["甲", "乙"]),
        ("<w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>甲</w:t></w:r>", ["甲"]),
    ])
    func theFinalTextIsRead(runs: String, paragraphs: [String]) throws {
        #expect(try read("<w:p>\(runs)</w:p>").texts == paragraphs)
    }

    @Test func aDeletedMarkJoinsParagraphs() throws {
        let deleted = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>"
        #expect(try read(deleted + Self.paragraph("乙")).texts == ["甲乙"])
    }

    @Test func boxesFollowTheirParagraphOnce() throws {
        let box = "<w:txbxContent>\(Self.paragraph("框一"))\(Self.paragraph("框二"))</w:txbxContent>"
        let both =
            "<mc:AlternateContent><mc:Choice>\(box)</mc:Choice><mc:Fallback>\(box)</mc:Fallback>"
        let body = """
            <w:p><w:r><w:t>前</w:t></w:r><w:r>\(both)</mc:AlternateContent></w:r><w:r><w:t>后</w:t></w:r></w:p>
            """
        #expect(try read(body + Self.paragraph("尾")).texts == ["前后", "框一", "框二", "尾"])
    }

    @Test func notesFollowTheBody() throws {
        let notes = """
            <w:footnote w:type="separator"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>\
            <w:footnote w:id="1">\(Self.paragraph("注"))</w:footnote>
            """
        let body = "<w:p><w:r><w:t>文</w:t><w:footnoteReference w:id=\"1\"/></w:r></w:p>"
        #expect(try read(body, notes: notes).texts == ["文", "注"])
    }

    @Test func propertiesAreKept() throws {
        let bytes = DocumentSamples.docx(body: Self.paragraph("文"), title: "题名")
        let read = try ExtractedParagraphs(bytes, name: "no-suffix")
        #expect(read.batch.metadata.map(\.title) == ["题名"])
        #expect(read.batch.metadata.map(\.fileDate) == ["2023-03-05T08:00:00Z"])
        #expect(read.batch.documents.map(\.format) == [.docx])
    }

    @Test func damageIsNamed() throws {
        let whole = DocumentSamples.docx(["文"])
        #expect(try ExtractedParagraphs(Array("text".utf8), name: "a.docx").reasons == [.malformed])
        let cut = Array(whole.prefix(whole.count / 2))
        #expect(try ExtractedParagraphs(cut, name: "a.docx").reasons == [.malformed])
        #expect(try read("<w:p>").reasons == [.malformed])
        #expect(try read("").reasons == [.empty])
        let sheet = ZIPBuilder([("[Content_Types].xml", ""), ("xl/workbook.xml", "<workbook/>")])
        #expect(try ExtractedParagraphs(sheet.bytes, name: "a.xlsx").reasons == [.malformed])
    }

    @Test func entitiesAreNeverRead() throws {
        let laughs = (1...9).map { "<!ENTITY l\($0) '&l\($0 - 1);&l\($0 - 1);&l\($0 - 1);'>" }
        for type in [
            "<!DOCTYPE w [<!ENTITY l0 'ha'>\(laughs.joined())]>",
            "<!DOCTYPE w [<!ENTITY l9 SYSTEM 'file:///etc/passwd'>]>",
        ] {
            let xml = "\(type)<w:document xmlns:w='w'><w:t>&l9;</w:t></w:document>"
            let file = ZIPBuilder([("word/document.xml", xml)])
            let read = try ExtractedParagraphs(file.bytes, name: "a.docx")
            #expect(read.reasons == [.xmlEntities])
        }
    }
}
