import TestSupport
import Testing

@testable import LeitongFormats
@testable import LeitongModel

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

    /// What `read` makes of a table in ranges of some size.
    private func joined(_ bytes: [UInt8], size: Int) throws -> ExtractedParagraphs {
        let file = DocumentFile(path: "a.csv", format: .csv)
        let made = CSVReader(file, options: .init(), bytes.span)
        let reader = try #require(made)
        var batch = DocumentBatch()
        batch.sources = [SourceText(bytes)]
        var line = reader.firstLine
        for range in reader.ranges(in: bytes.span, size: size) {
            let count = reader.lineCount(of: bytes.span, in: range)
            let part = reader.read(bytes.span, range: range, firstLine: line, lineCount: count)
            batch.append(part, ofFile: 0)
            line += count
        }
        return ExtractedParagraphs(batch: batch)
    }

    @Test func rangesReadWhatTheWholeReads() throws {
        var random = SplitMix64(seed: 14)
        for round in 0..<300 {
            let bytes = Array("id,\"te\"xt,title\n".utf8) + CSVSamples.table(&random)
            let whole = try joined(bytes, size: .max)
            let parts = try joined(bytes, size: [1, 7, 30][round % 3])
            #expect(parts.texts == whole.texts)
            #expect(parts.batch.documents.map(\.name) == whole.batch.documents.map(\.name))
            #expect(parts.batch.documents.map(\.title) == whole.batch.documents.map(\.title))
            #expect(parts.batch.paragraphs == whole.batch.paragraphs)
            #expect(parts.batch.skipped == whole.batch.skipped)
        }
    }

    @Test func textsInOnePieceStayInTheFile() throws {
        let read = try read("text,id\n甲,1\n\"乙,\n丙\",2\n\"丁\"\"戊\",3\n")
        #expect(read.batch.documents.map(\.source) == [0, 0, 1])
        #expect(read.batch.documents.map(\.textByteRange) == [8..<11, 15..<23, 0..<7])
        #expect(read.texts == ["甲", "乙,", "丙", "丁\"戊"])
    }
}
