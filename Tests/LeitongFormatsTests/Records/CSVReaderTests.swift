import LeitongModel
import Testing

@testable import LeitongFormats

@Suite struct CSVReaderTests {
    private func read(
        _ text: String,
        name: String = "a.csv",
        _ options: ReadingOptions = .init()
    ) throws -> ExtractedParagraphs {
        try ExtractedParagraphs(Array(text.utf8), name: name, options: options)
    }

    @Test func rowsAreDocuments() throws {
        let table = "\u{FEFF}id,title,text\r\n1,题,\"甲,\"\"乙\"\"\n丙\"\r\n\r\n,,丁\r\n"
        let read = try read(table)
        #expect(read.batch.documents.map(\.name) == ["1", "a.csv:5"])
        #expect(read.batch.documents.map(\.title) == ["题", ""])
        #expect(read.texts == ["甲,\"乙\"", "丙", "丁"])
        #expect(read.reasons.isEmpty)
    }

    @Test func fieldsAreNamedByOptions() throws {
        let options = ReadingOptions(idField: "编号", textField: "正文")
        #expect(try read("编号\t正文\n7\t文\"x\n", name: "a.tsv", options).texts == ["文\"x"])
        #expect(try read("id,body\n1,文\n").reasons == [.badRecord])
    }

    @Test func datesAreRead() throws {
        let table = "id,text,date,tag\n1,文,2024-05-01,2023\n2,文,soon,\n3,文\n"
        let read = try read(table)
        #expect(read.batch.documents.map(\.date?.year) == [2024, nil, nil])
        #expect(read.batch.documents.map(\.dateSource) == [.field, nil, nil])
        let named = try self.read(table, ReadingOptions(dateField: "tag"))
        #expect(named.batch.documents.map(\.date?.year) == [2023, nil, nil])
    }

    @Test func badRowsAreNamed() throws {
        let read = try read("id,text\n1\n2,文\n3,\"open\n")
        #expect(read.texts == ["文"])
        #expect(read.batch.skipped.map(\.path) == ["a.csv:2", "a.csv:4"])
        #expect(try self.read("id,text\n").reasons == [.empty])
    }
}
