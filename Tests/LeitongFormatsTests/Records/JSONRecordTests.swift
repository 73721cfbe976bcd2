import TestSupport
import Testing

@testable import LeitongFormats
@testable import LeitongModel

@Suite struct JSONRecordTests {
    private let names = JSONRecord.FieldNames(
        id: Array("id".utf8),
        text: Array("text".utf8),
        title: Array("id".utf8),
        date: Array("day".utf8)
    )

    private func record(_ line: String) throws -> JSONRecord {
        let bytes = Array(line.utf8)
        return try JSONRecord(bytes.span, line: bytes.indices, names: names)
    }

    @Test func fieldsAreRangesOfTheLine() throws {
        let record = try record(#"{"id":12,"text":"a\"b","day":"x","text2":"no"}"#)
        #expect(record.id == JSONRecord.Field(bytes: 6..<8, isNumber: true))
        #expect(record.title == record.id)
        #expect(record.text == JSONRecord.Field(bytes: 17..<21, isEscaped: true))
        #expect(record.date == JSONRecord.Field(bytes: 30..<31))
    }

    @Test(arguments: [#"{"text":7}"#, #"{"text":null}"#, #"{"text":"a","text":["b"]}"#, "{ }"])
    func onlyStringsAreTexts(line: String) throws {
        #expect(try record(line).text == nil)
    }

    @Test(arguments: ["", "7", "[]", "{", "{\"a\":1,}", "{\"a\":1} x", "{a:1}", "{\"a\" 1}"])
    func whatIsNoObjectIsRefused(line: String) {
        #expect(throws: JSONScanner.Failure.self) { try record(line) }
    }
}
