import TestSupport
import Testing

@_spi(Core) @testable import LeitongCore

@Suite struct ConfusableCharactersTests {
    private func folded(_ text: String, level: FoldingLevel = .confusables) -> String {
        String(decoding: Folding.bytes(Array(text.utf8), level: level), as: UTF8.self)
    }

    @Test(arguments: [
        ("раураl ВАNК", "paypal bank"), ("Москва", "Mосквa"), ("ΑΒΕ", "abe"), ("ё", "ë"),
        ("е\u{308}", "ë"), ("Ӑ", "ă"),
        ("乾淨的後院", "干净的后院"), ("士土日曰", "士土日曰"), ("𝐚ａɑ", "aaa"), ("1lO0", "1lO0"),
    ])
    func textsThatLookAlikeFoldAlike(text: String, other: String) {
        #expect(folded(text).utf8.elementsEqual(folded(other).utf8))
    }

    @Test func lettersOfOneScriptStayApart() {
        let letters = "abcdefghijklmnopqrstuvwxyz0123456789士土".unicodeScalars
            .map { folded(String($0)) }
        #expect(Set(letters).count == letters.count)
        for text in ["سلام", "שלום", "अआ", "กข"] { #expect(folded(text) == text) }
    }

    /// What is folded stays, and what variants take for one is one here too.
    @Test func theLevelIsCoarserThanTheOthers() {
        for value in stride(from: UInt32(0), to: 0x11_0000, by: asDebugCode(13, optimised: 1)) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let once = folded(String(scalar))
            let twice = folded(once)
            let ofVariant = folded(folded(String(scalar), level: .variants))
            guard once.utf8.elementsEqual(twice.utf8), once.utf8.elementsEqual(ofVariant.utf8)
            else {
                Issue.record("U+\(String(value, radix: 16))")
                continue
            }
        }
    }
}
