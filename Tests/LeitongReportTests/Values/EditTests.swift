import Foundation
import LeitongReport
import TestSupport
import Testing

@Suite struct EditTests {
    /// Places follow one another, and each is as long as its text.
    @Test(arguments: 0..<40 as Range<UInt64>)
    func placedTextsCoverBothPlaces(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let words = ["", "甲", "乙丙", "e\u{301}", "👍🏽", "\r\n", "word"]
        let texts: [Edit.Texts] = (0..<Int.random(in: 0...9, using: &random))
            .map { _ in
                (.replaced, words.randomElement(using: &random) ?? "", words[0])
            }
        let (a, b) = (Int.random(in: 0...99, using: &random), 7)
        let edits = try #require(Edit.placed(texts, a: a, b: b))
        #expect(edits.map(\.aText) == texts.map(\.a))
        var end = a
        for (edit, text) in zip(edits, texts) {
            #expect(edit.a.lowerBound == end && edit.b == b..<b)
            #expect(edit.a.count == Array(text.a.unicodeScalars).count)
            end = edit.a.upperBound
        }
        #expect(end - a == texts.map(\.a).joined().unicodeScalars.count)
    }

    @Test func placesBeyondTheGreatestNumberAreRefused() {
        let texts: [Edit.Texts] = [(.equal, "ab", "ab")]
        #expect(Edit.placed(texts, a: Int.max - 2, b: 0)?.first?.a.upperBound == Int.max)
        #expect(Edit.placed(texts, a: Int.max - 1, b: 0) == nil)
        #expect(Edit.placed(texts, a: 0, b: Int.max) == nil)
    }

    @Test func anEditIsFlatInJSON() throws {
        let json = Data(
            #"{"kind":"redacted","a_start":3,"a_end":5,"b_start":9,"b_end":9,"a":"**"}"#.utf8
        )
        let edit = try JSONDecoder().decode(Edit.self, from: json)
        #expect(edit == Edit(kind: .redacted, a: 3..<5, b: 9..<9, aText: "**"))
        let again = try JSONSerialization.jsonObject(with: JSONEncoder().encode(edit))
        #expect(
            again as? NSDictionary == (try JSONSerialization.jsonObject(with: json))
                as? NSDictionary
        )
    }

    @Test(arguments: [
        #"{"kind":"equal","a_start":5,"a_end":3,"b_start":9,"b_end":9}"#,
        #"{"kind":"equal","a_start":3,"a_end":5,"b_start":9,"b_end":8}"#,
        #"{"kind":"equal","a_start":3,"a_end":5,"b_start":9}"#,
        #"{"kind":"moved","a_start":3,"a_end":5,"b_start":9,"b_end":9}"#,
    ])
    func whatCannotBeIsRefused(json: String) {
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(Edit.self, from: Data(json.utf8))
        }
    }
}
