import TestSupport
import Testing

@testable import LeitongFormats
@testable import LeitongModel

@Suite struct JSONLinesReaderTests {
    private func read(_ text: String, options: ReadingOptions = .init()) -> DocumentBatch {
        let bytes = Array(text.utf8)
        let records = JSONLinesReader(path: "f.jsonl", options: options)
            .read(bytes.span, range: 0..<bytes.count, firstLine: 1)
        var batch = DocumentBatch()
        batch.sources = [SourceText(bytes)]
        batch.append(records, ofFile: 0)
        return batch
    }

    private func texts(_ batch: DocumentBatch) -> [String] {
        var scratch: [UInt8] = []
        return batch.documents.map { document in
            batch.withText(of: document, scratch: &scratch) { text in
                ByteSearch.string(text, 0..<text.count)
            }
        }
    }

    @Test func fieldsStandInAnyOrder() {
        let batch = read(
            """
            {"id":"a","text":"第一段文字"}
            {"text":"第二段","x":[1,{"text":"no"}],"title":"题目","id":7}
              {"x":{"id":"no","text":"no"} , "te\\u0078t" : "third" , "\\u0069d" : "c" }
            """
        )
        #expect(batch.documents.map(\.name) == ["a", "7", "c"])
        #expect(texts(batch) == ["第一段文字", "第二段", "third"])
        #expect(batch.documents.map(\.title) == [nil, "题目", nil])
        #expect(batch.documents.map(\.path) == ["f.jsonl", "f.jsonl", "f.jsonl"])
        #expect(batch.documents.map(\.scalarCount) == [5, 3, 5])
        #expect(batch.skipped.isEmpty)
    }

    @Test func placesCountWhatStandsBeforeTheText() {
        let bytes = Array("{\"text\":\"文字\"}\n{}\n{\"text\":\"文\"}".utf8)
        let file = DocumentFile(path: "f.jsonl", format: .jsonLines)
        let batch = JSONLinesReader(file, options: .init(), startInFile: 3)
            .read(bytes.span, range: 0..<bytes.count, firstLine: 1)
        #expect(batch.documents.map(\.recordByteRange) == [3..<20, 24..<38])
        #expect(batch.skipped.map(\.byteOffset) == [21])
        #expect(batch.documents.map(\.textByteRange) == [9..<15, 30..<33])
    }

    @Test func namesOfFieldsAreOptions() {
        let options = ReadingOptions(idField: "编号", textField: "content", titleField: "编号")
        let batch = read(#"{"text":"no","content":"yes","编号":"x1"}"#, options: options)
        #expect(batch.documents.map(\.name) == ["x1"])
        #expect(batch.documents.map(\.title) == ["x1"])
        #expect(texts(batch) == ["yes"])
    }

    @Test func numbersAreNamesAsTheyAreWritten() {
        let batch = read(
            """
            {"id":-1.50e3,"text":"a"}
            {"id":9007199254740993,"text":"b"}
            """
        )
        #expect(batch.documents.map(\.name) == ["-1.50e3", "9007199254740993"])
    }

    @Test func withoutAnIdTheLineIsTheName() {
        let batch = read(
            """
            {"text":"a"}

            {"id":null,"text":"b"}\r
            {"id":["x"],"text":"c"}
            {"id":"","text":"d"}
            {"id":true,"text":"e"}
            """
        )
        #expect(batch.documents.map(\.name) == [1, 3, 4, 5, 6].map { "f.jsonl:\($0)" })
    }

    @Test func ofTwinsTheLastCounts() {
        let batch = read(#"{"id":1,"text":"a","id":2,"text":"b"}"#)
        #expect(batch.documents.map(\.name) == ["2"])
        #expect(texts(batch) == ["b"])
        #expect(read(#"{"text":"a","text":null}"#).skipped.count == 1)
    }

    @Test func aRecordWithoutTextIsSkippedWithItsPlace() {
        let batch = read(
            "{\"text\":\"a\"}\n{\"id\":1}\n{\"text\":5}\nnot json\n{\"text\":\"\t\"}\n"
        )
        #expect(batch.documents.count == 1)
        #expect(batch.skipped.map(\.path) == [2, 3, 4, 5].map { "f.jsonl:\($0)" })
        #expect(batch.skipped.allSatisfy { $0.reason == .badRecord })
        #expect(batch.skipped.map(\.byteOffset) == [13, 22, 33, 51])
    }

    @Test func lineEndsOfAllKindsAndNoneAtTheEnd() {
        let lines = [#"{"id":"a","text":"x"}"#, #"{"id":"b","text":"y"}"#]
        for (text, numbers) in [
            (lines.joined(separator: "\n"), ["a", "b"]),
            (lines.joined(separator: "\r\n") + "\r\n", ["a", "b"]),
            ("\n\n" + lines.joined(separator: "\n\n") + "\n \t\n", ["a", "b"]), ("", []),
            ("\n", []),
        ] {
            let batch = read(text)
            #expect(batch.documents.map(\.name) == numbers)
            #expect(batch.skipped.isEmpty)
        }
    }

    @Test func escapedTextHasParagraphsOfItsOwn() {
        let batch = read(#"{"id":"a","text":"第一段。\n\u3000\u3000第二段😀\ud83d\ude00。\n"}"#)
        // Several paragraphs: resolved once, in a source of its own.
        #expect(batch.documents.map(\.isEscaped) == [false])
        #expect(batch.sources.count == 2)
        #expect(batch.documents.map(\.scalarCount) == [14])
        var scratch: [UInt8] = []
        let paragraphs = batch.paragraphs.indices.map { index in
            batch.withText(ofParagraph: index, scratch: &scratch) { text in
                ByteSearch.string(text, 0..<text.count)
            }
        }
        #expect(paragraphs == ["第一段。", "第二段😀😀。"])
        #expect(batch.paragraphs.map(\.scalarStart) == [0, 7])
        #expect(batch.paragraphs.map(\.scalarEnd) == [4, 13])
        #expect(batch.paragraphs.map(\.line) == [1, 2])
    }

    @Test func escapedTextOfOneParagraphStaysInTheFile() {
        let batch = read(#"{"id":"a","text":"一段\"文字\"。"}"#)
        #expect(batch.documents.map(\.isEscaped) == [true])
        #expect(batch.sources.count == 1)
        #expect(texts(batch) == [#"一段"文字"。"#])
    }

    /// A long one would be resolved anew for each passage in it.
    @Test func longEscapedTextIsResolvedOnce() {
        let text = String(repeating: "长", count: 3000)
        let batch = read(#"{"id":"a","text":"\"\#(text)\""}"#)
        #expect(batch.documents.map(\.isEscaped) == [false])
        #expect(texts(batch) == ["\"\(text)\""])
    }

    @Test func readingInRangesEqualsReadingWhole() {
        var random = SplitMix64(seed: 5)
        for round in 0..<60 {
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 0...40, using: &random) {
                var line = Array(JSONSamples.object(&random).utf8)
                if Bool.random(using: &random) { Mutation.apply(&line, &random) }
                line = Array(String(decoding: line, as: UTF8.self).utf8)
                bytes += line + (Bool.random(using: &random) ? [0x0A] : [0x0D, 0x0A])
            }
            let reader = JSONLinesReader(path: "f", options: .init())
            var whole = DocumentBatch()
            whole.sources = [SourceText(bytes)]
            whole.append(
                reader.read(bytes.span, range: 0..<bytes.count, firstLine: 1),
                ofFile: 0
            )
            let size = [1, 7, 64, 1000][round % 4]
            var joined = DocumentBatch()
            joined.sources = [SourceText(bytes)]
            var line = 1
            var end = 0
            for range in reader.ranges(in: bytes.span, size: size) {
                #expect(range.lowerBound == end)
                end = range.upperBound
                joined.append(
                    reader.read(bytes.span, range: range, firstLine: line),
                    ofFile: 0
                )
                line += reader.lineCount(of: bytes.span, in: range)
            }
            #expect(end == bytes.count)
            #expect(texts(joined) == texts(whole))
            #expect(joined.documents.map(\.name) == whole.documents.map(\.name))
            #expect(joined.documents.map(\.paragraphs) == whole.documents.map(\.paragraphs))
            #expect(joined.paragraphs == whole.paragraphs)
            #expect(joined.skipped == whole.skipped)
        }
    }

    @Test func lineRangesCoverTheFileInWholeLines() {
        let bytes = Array("ab\ncdef\n\ng".utf8)
        let reader = JSONLinesReader(path: "f", options: .init())
        #expect(reader.ranges(in: bytes.span, size: 1) == [0..<3, 3..<8, 8..<9, 9..<10])
        #expect(reader.ranges(in: bytes.span, size: 4) == [0..<8, 8..<10])
        #expect(reader.ranges(in: bytes.span, size: 100) == [0..<10])
        let none: [UInt8] = []
        #expect(reader.ranges(in: none.span, size: 4).isEmpty)
    }
}
