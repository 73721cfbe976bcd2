import Testing

@testable import LeitongModel

@Suite struct DocumentListTests {
    private static let records = DocumentFile(path: "r.jsonl", format: .jsonLines)
    private static let date = ISODateParser.date("2023-05")

    /// One of each kind: a file, records with and without an id, one with all that a document may have.
    private static var documents: [Document] {
        var full = Document(
            file: records,
            id: "甲",
            line: 7,
            source: 3,
            textByteRange: 5_000_000_000..<5_000_000_009,
            isEscaped: true,
            title: "题",
            scalarCount: 3,
            sections: 2..<4,
            paragraphs: 3..<5,
            recordByteRange: 4_999_999_999..<5_000_000_020
        )
        if let date { full.setDate(date, from: .field) }
        return [
            Document(
                file: DocumentFile(path: "a.txt"),
                source: 0,
                textByteRange: 0..<6,
                paragraphs: 0..<2
            ),
            Document(file: records, id: "x", line: 1, source: 1, textByteRange: 9..<12),
            Document(file: records, line: 2, source: 1, textByteRange: 30..<30),
            full,
        ]
    }

    private static var list: DocumentList {
        var list = DocumentList()
        for document in documents { list.append(document) }
        return list
    }

    @Test func documentsAreAsTheyWere() {
        #expect(Array(Self.list) == Self.documents)
        #expect(Self.list.map(\.name) == ["a.txt", "x", "r.jsonl:2", "甲"])
    }

    @Test func whatIsAskedOfManyIsWhatADocumentSays() {
        let list = Self.list
        for (index, document) in list.enumerated() {
            var name: [UInt8] = []
            list.appendName(of: index, to: &name)
            #expect(String(decoding: name, as: UTF8.self) == document.name)
            #expect(list.name(of: index) == document.name)
            #expect(list.date(of: index) == document.date)
            #expect(list.paragraphs(of: index) == document.paragraphs)
            #expect(list.place(of: index) == document.place)
        }
    }

    @Test func anIdMayBeGivenAsBytes() throws {
        var list = DocumentList()
        list.append(Self.documents[2], id: "乙".utf8Span.span)
        list.append(Self.documents[2], id: "".utf8Span.span)
        #expect(list.map(\.name) == ["乙", "r.jsonl:2"])
    }

    @Test func joinedListsPointToWhereThingsStandNow() {
        var whole = Self.list
        whole.append(Self.list, source: { $0 + 10 }, sectionBase: 20, paragraphBase: 30)
        let expected = Self.documents.map { document in
            var moved = Document(
                file: document.file,
                id: document.id,
                line: document.line,
                source: document.source + 10,
                textByteRange: document.textByteRange,
                isEscaped: document.isEscaped,
                title: document.title,
                scalarCount: document.scalarCount,
                sections: document.sections.isEmpty ? 0..<0 : 22..<24,
                paragraphs: document.paragraphs.lowerBound + 30..<document.paragraphs.upperBound
                    + 30,
                recordByteRange: document.recordByteRange
            )
            if let date = document.date { moved.setDate(date, from: .field) }
            return moved
        }
        #expect(Array(whole.prefix(4)) == Self.documents)
        #expect(Array(whole.dropFirst(4)) == expected)
    }

    @Test func titlesAndDatesAreNotedLater() {
        var list = Self.list
        list.setTitle("新", of: 1)
        if let date = Self.date { list.setDate(date, from: .text, of: 1) }
        list.setTitle(nil, of: 3)
        #expect(list.map(\.title) == [nil, "新", nil, nil])
        #expect(list.map(\.date) == [nil, Self.date, nil, Self.date])
        #expect(list.map(\.dateSource) == [nil, .text, nil, .field])
    }
}
