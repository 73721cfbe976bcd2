import Foundation
import Testing

@testable import LeitongReport

@Suite struct OutputBufferJSONTests {
    private func json(_ text: String) -> [UInt8] {
        var out = OutputBuffer()
        out.appendJSON(text)
        return out.bytes
    }

    /// Every scalar of the first plane is read back by another reader, alone and among others.
    @Test func everyTextIsReadBack() throws {
        var all = ""
        for value in UInt32(0)...0xFFFF {
            if let scalar = Unicode.Scalar(value) { all.unicodeScalars.append(scalar) }
        }
        let single = (UInt8.min...0xBF).map { String(Unicode.Scalar($0)) }
        for text in [all] + hostileTexts + single {
            let read = try JSONSerialization.jsonObject(
                with: Data(json(text)),
                options: .fragmentsAllowed
            )
            let scalars = (read as? String).map { Array($0.unicodeScalars) }
            #expect(scalars == Array(text.unicodeScalars))
        }
    }

    @Test func noControlCharacterStandsInAString() {
        for value in UInt32(0)..<0xA0 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let bytes = String(decoding: json("é" + String(Character(scalar))), as: UTF8.self)
            #expect(!steersTerminals(bytes) && !bytes.contains("\n"), "\(value)")
        }
    }

    @Test func objectsLeaveOutWhatIsNotThere() {
        var entry = SkippedEntry(path: "p", reason: "r", message: "m")
        func printed() -> String {
            var out = OutputBuffer()
            out.appendJSON(object: entry, fields: JSONField<SkippedEntry>.skipped)
            return String(decoding: out.bytes, as: UTF8.self)
        }
        #expect(printed() == #"{"path":"p","reason":"r","message":"m"}"#)
        entry.badByteOffsets = [1, 2]
        entry.byteOffset = 0
        #expect(printed().hasSuffix(#","byte_offset":0,"bad_byte_offsets":[1,2]}"#))
    }

    @Test func objectsOfNothingAreEmpty() {
        var out = OutputBuffer()
        out.appendJSON(object: SkippedEntry(path: "", reason: "", message: ""), fields: [])
        #expect(String(decoding: out.bytes, as: UTF8.self) == "{}")
    }

    @Test func sortedFieldsAreTheSameFields() {
        let fields = JSONField<PassageMatch>.passage
        let sorted = JSONField.sorted(fields).map(\.key)
        #expect(sorted == fields.map(\.key).sorted() && Set(sorted).count == fields.count)
    }
}
