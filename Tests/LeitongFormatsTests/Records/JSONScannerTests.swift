import Foundation
import TestSupport
import Testing

@testable import LeitongFormats
@testable import LeitongModel

@Suite struct JSONScannerTests {
    private let names = JSONRecord.FieldNames(
        id: Array("id".utf8),
        text: Array("text".utf8),
        title: Array("title".utf8)
    )

    private func record(_ bytes: [UInt8]) -> JSONRecord? {
        try? JSONRecord(bytes.span, line: 0..<bytes.count, names: names)
    }

    private func text(_ field: JSONRecord.Field?, _ bytes: [UInt8]) -> String? {
        guard let field else { return nil }
        var value: [UInt8] = []
        JSONStringDecoder.unescape(bytes.span.extracting(field.bytes), into: &value)
        return String(decoding: value, as: UTF8.self)
    }

    @Test(arguments: [
        #"{}"#, #" { } "#, #"{"a":1}"#, #"{"a":-0.5e+10,"b":[],"c":{},"d":[{"e":null}]}"#,
        #"{"a":"\"\\\/\b\f\n\r\t\u00e9\uD83D\uDE00"}"#, "{\"a\"\t:\r\n[true , false]}", #"{"":""}"#,
        #"{"a":0}"#, #"{"a":1E5}"#,
    ])
    func acceptsObjects(line: String) {
        #expect(record(Array(line.utf8)) != nil)
    }

    @Test(arguments: [
        "", " ", "[]", "1", "\"a\"", "null", "{", "}", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{,}",
        "{\"a\":1}{}", "{\"a\":1} x", "{a:1}", "{'a':1}", "{\"a\":01}", "{\"a\":1.}", "{\"a\":.5}",
        "{\"a\":-}", "{\"a\":+1}", "{\"a\":1e}", "{\"a\":tru}", "{\"a\":nul}", "{\"a\":NaN}",
        "{\"a\":\"}", "{\"a\":\"\\", "{\"a\":\"\\x\"}", "{\"a\":\"\\u12G4\"}", "{\"a\":\"\\u12\"}",
        "{\"a\":\"\t\"}", "{\"a\":\"\u{0}\"}", "{\"a\":\"x\u{1F}y\"}", "{\"a\" 1}", "{\"a\":[1,]}",
        "{\"a\":[1 2]}", "{\"a\":[1}", "{\"a\":{\"b\":1]}", "{\"a\":1 \"b\":2}", "{\"a\":\"\\\"}",
    ])
    func refusesWhatIsNoObject(line: String) {
        #expect(record(Array(line.utf8)) == nil)
    }

    @Test func everyControlCharacterIsRefusedInAString() {
        for byte in UInt8(0)..<0x20 {
            let bytes = Array("{\"text\":\"ab".utf8) + [byte] + Array("c\"}".utf8)
            let failure = #expect(throws: JSONScanner.Failure.self) {
                try JSONRecord(bytes.span, line: 0..<bytes.count, names: names)
            }
            #expect(failure?.offset == 11)
        }
    }

    @Test func deepNestingIsRefusedNotFatal() {
        for (depth, isFine) in [(500, true), (513, false), (1_000_000, false)] {
            let line =
                "{\"a\":" + String(repeating: "[", count: depth)
                + String(repeating: "]", count: depth) + "}"
            #expect((record(Array(line.utf8)) != nil) == isFine)
        }
    }

    /// Foundation is the reference.
    ///
    /// Deliberate differences: a lone surrogate is U+FFFD here and an
    /// error there, and Foundation lets a comma stand before a closing brace.
    @Test func agreesWithFoundationOnRandomAndMutatedLines() {
        var random = SplitMix64(seed: 11)
        var accepted = 0
        for round in 0..<6000 {
            var bytes = Array(JSONSamples.object(&random).utf8)
            if round % 3 != 0 { Mutation.apply(&bytes, &random) }
            guard String(validating: bytes, as: UTF8.self) != nil else { continue }
            let object = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
            let ours = record(bytes)
            if JSONSamples.hasLoneSurrogate(bytes) || JSONSamples.hasLateComma(bytes) { continue }
            #expect((ours != nil) == (object != nil), "\(String(decoding: bytes, as: UTF8.self))")
            guard let ours, let object, !JSONSamples.hasTwins(bytes) else { continue }
            accepted += 1
            let line = String(decoding: bytes, as: UTF8.self)
            #expect(text(ours.text, bytes) == object["text"] as? String, "\(line)")
            if let id = object["id"] as? String { #expect(text(ours.id, bytes) == id, "\(line)") }
            if object["id"] == nil || object["id"] is NSNull { #expect(ours.id == nil, "\(line)") }
        }
        #expect(accepted > 1000)
    }
}
