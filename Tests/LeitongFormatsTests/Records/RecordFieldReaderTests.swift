import Foundation
import TestSupport
import Testing

@testable import LeitongFormats

@Suite struct RecordFieldReaderTests {
    private func value(_ record: String, _ field: String) -> String? {
        let bytes = Array(record.utf8)
        return RecordFieldReader(field).value(in: bytes.span)
    }

    private func removing(_ ranges: [Range<Int>], _ field: String, _ record: String) -> String? {
        let bytes = Array(record.utf8)
        let output = RecordFieldReader(field).removing(ranges, from: bytes.span)
        return output.map { String(decoding: $0, as: UTF8.self) }
    }

    @Test func readsStringsAndNumbers() {
        let record = #"{"a":"x","b":20240501,"c":null,"a":"\u4e2d\n","d":{"a":1}}"#
        #expect(value(record, "a") == "中\n")
        #expect(value(record, "b") == "20240501")
        #expect(value(record, "c") == nil)
        #expect(value(record, "e") == nil)
        #expect(value("no record", "a") == nil)
    }

    /// A text written with escapes at random: what is cut out of the record is cut out of the text.
    @Test func rangesAreCutWhereverEscapesStand() {
        var generator = SplitMix64(seed: 9)
        let scalars = Array("aé中😀\"\\/\n\t\u{7F}\u{FFFD}".unicodeScalars)
        for round in 0..<500 {
            let text = (0..<Int.random(in: 0...40, using: &generator))
                .map { _ in scalars[Int.random(in: 0..<scalars.count, using: &generator)] }
            var starts = [0]
            for scalar in text {
                starts.append(starts[starts.count - 1] + String(scalar).utf8.count)
            }
            let cuts = (0..<4)
                .map { _ in Int.random(in: 0...text.count, using: &generator) }.sorted()
            let written = text.map { Self.written($0, using: &generator) }
            let record = "{\"id\":1 ,\"text\":\"\(written.joined())\",\"z\":\"end\"}"
            let ranges = [starts[cuts[0]]..<starts[cuts[1]], starts[cuts[2]]..<starts[cuts[3]]]
            let output = removing(ranges, "text", record)
            let left = (written[..<cuts[0]] + written[cuts[1]..<cuts[2]] + written[cuts[3]...])
            let expected = "{\"id\":1 ,\"text\":\"\(left.joined())\",\"z\":\"end\"}"
            #expect(output == expected, "round \(round)")
        }
    }

    private static func written(
        _ scalar: Unicode.Scalar,
        using generator: inout SplitMix64
    ) -> String {
        let isPlain = scalar.value >= 0x20 && scalar != "\"" && scalar != "\\"
        if isPlain, Bool.random(using: &generator) { return String(scalar) }
        let short: [Unicode.Scalar: String] = ["\"": "\\\"", "\\": "\\\\", "/": "\\/", "\n": "\\n"]
        if let escape = short[scalar], Bool.random(using: &generator) { return escape }
        return String(scalar).utf16
            .map { unit in
                let digits = String(unit, radix: 16, uppercase: Bool.random(using: &generator))
                return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            }
            .joined()
    }

    @Test func aLoneSurrogateIsOneCharacter() {
        let output = removing([3..<4], "text", #"{"text":"\ud800x\udc00"}"#)
        #expect(output == #"{"text":"\ud800\udc00"}"#)
    }

    @Test func whatIsNoRecordIsNotCut() {
        #expect(removing([0..<1], "text", "[]") == nil)
        #expect(removing([0..<1], "text", #"{"text":5}"#) == nil)
    }
}
