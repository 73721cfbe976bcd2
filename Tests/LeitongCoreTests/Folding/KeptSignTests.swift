import Foundation
import TestSupport
import Testing

@_spi(Core) @testable import LeitongCore

@Suite struct KeptSignTests {
    @Test(arguments: [
        // Points and commas between digits.
        ("1.5亿", "1.5亿"), ("１．５", "1.5"), ("12,345", "12,345"), ("12，345", "12,345"),
        ("1. 5", "15"),
        ("第1.节", "第1节"), ("a.b", "ab"), ("1..5", "15"), ("10.0.0.1", "10.0.0.1"),
        ("1\u{200B}.\u{AD}5", "1.5"),
        ("5\u{301}.5", "5\u{301}.5"), ("1.½", "1.12"), ("⅓.5", "13.5"), ("1.\n5", "15"),
        // A minus, but no dash.
        ("-3.5%", "-3.5%"), ("变化-35厘米", "变化-35厘米"), ("（－5）", "-5"), ("−5 ‐5 ‑5", "-5-5-5"),
        ("2021-2025", "20212025"), ("2021—2025", "20212025"), ("x-5", "x5"), ("é-5", "é5"),
        ("e\u{301}-5", "é5"),
        ("--5", "5"), ("2021--2025", "20212025"), ("- 5", "5"), ("a- b", "ab"), ("\u{AD}-5", "-5"),
        ("㎏-5", "kg5"),
        // Shares.
        ("8%", "8%"), ("8‰", "8‰"), ("８％", "8%"), ("8 %", "8%"), ("八%", "八"), ("%8", "8"),
        ("8%%", "8%"),
        // Relations.
        ("a + b", "a+b"), ("甲+乙", "甲乙"), ("甲+b", "甲+b"), ("C++。", "c++"), ("甲 + \n b", "甲+b"),
        ("甲+\n\nb", "甲b"), ("a<=b", "a<=b"), ("a ≦ 3 ⩾ c", "a≤3≥c"), ("a≠b", "a≠b"),
        ("a=\u{338}b", "a≠b"),
        ("甲≠乙", "甲乙"), ("甲=\u{338}乙", "甲乙"), ("＜ｂ", "<b"), ("AT&T", "at&t"), ("3×4÷2", "3×4÷2"),
        ("f(x) = (y)", "fxy"), ("x^2 | é", "x^2|é"), ("x²⁺³", "x2+3"), ("C+ +中", "c++中"),
        ("中+ +c", "中++c"),
        ("题\n=====\n文a", "题文a"), ("a\n=====\nb", "ab"), ("a ===== b", "a=====b"), ("x+甲", "x+甲"),
        // Redaction marks go first.
        ("a**b", "a#b"), ("甲×XX市", "甲#市"), ("甲×x市", "甲×x市"), ("a+**中", "a+#中"), ("甲+**乙", "甲#乙"),
        ("3××4", "3#4"), ("*a", "*a"), ("甲*乙", "甲乙"),
    ])
    func knownTextFoldsAsStated(text: String, expected: String) {
        let expected = expected.replacing("#", with: Samples.wildcard)
        let folded = Folding.string(text)
        #expect(folded.utf8.elementsEqual(expected.utf8), "\(text): \(folded)")
        #expect(Folding.string(text, keepingMap: true).utf8.elementsEqual(expected.utf8))
    }

    private static let parts = [
        "1", "2", "９", "a", "B", "ｂ", "é", "e\u{301}", "国", "户", ".", ",", "，", "．", "-", "−", "‐",
        "－", "—", "%", "％",
        "‰", "+", "＋", "=", "<", "＞", "≤", "⩾", "±", "×", "÷", "*", "/", "^", "&", "|", "≠", " ",
        "\u{3000}", "\n",
        "。", "(", "\u{200B}",
    ]

    private func text(using generator: inout SplitMix64) -> String {
        var parts: [String] = []
        while parts.count < 24 {
            let part = Self.parts[Int.random(in: Self.parts.indices, using: &generator)]
            // Two of one kind would be a redaction mark.
            let isMark = ["*", "×"].contains(part)
            if isMark, parts.last(where: { $0 != "\u{200B}" }) == part { continue }
            parts.append(part)
        }
        return parts.joined()
    }

    @Test(arguments: UInt64(0)..<2000)
    func signsAreThoseOfThePlainRules(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let text = text(using: &generator)
        let expected = PlainSigns.folded(text)
        let folded = Folding.string(text)
        #expect(folded.utf8.elementsEqual(expected.utf8), "seed \(seed): \(text.debugDescription)")
        let decomposed = text.decomposedStringWithCanonicalMapping
        #expect(Folding.string(decomposed).utf8.elementsEqual(expected.utf8), "seed \(seed)")
    }

    /// The source of a kept sign is the sign, and sources rise.
    @Test(arguments: UInt64(0)..<500)
    func signsLeadBackToTheirSource(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let source = Array(text(using: &generator).utf8)
        var folded = FoldedText()
        Folder(level: .standard).fold(source.span, into: &folded)
        #expect(folded.bytes == Folding.bytes(source), "seed \(seed)")
        var scalars: [UInt32] = []
        folded.decodeScalars(into: &scalars)
        for index in scalars.indices {
            let range = folded.sourceByteRange(ofScalars: index..<index + 1)
            if index > 0 { #expect(folded.sourceEnds[index - 1] <= folded.sourceStarts[index]) }
            guard let sign = KeptSign.sign(scalars[index])?.folded else { continue }
            let origin = UTF8Decoding.scalar(at: range.lowerBound, in: source.span)
            #expect(KeptSign.sign(origin.scalar)?.folded == sign, "seed \(seed)")
            #expect(origin.length == range.count, "seed \(seed)")
        }
    }

    @Test func keptSignsAreOneWide() {
        let signs = KeptSign.marked.compactMap { KeptSign.sign($0)?.folded } + [0x2C, 0x2D, 0x2E]
        #expect(signs.count == KeptSign.marked.count + 3)
        for sign in signs {
            #expect(ScalarWidth.width(of: sign) == 1)
            #expect(!ScalarMarks.isWide(sign))
            #expect(
                Samples.folded(
                    "a\(Unicode.Scalar(sign).map { String($0) } ?? "")1",
                    level: .standard
                )
                .scalarCount
                    == (sign == 0x25 || sign == 0x2030 || sign < 0x2F && sign > 0x2B ? 2 : 3)
            )
        }
    }

    /// Runs of signs, spaces and what nobody sees are gone through once.
    @Test(arguments: [
        "+", "+ ", "%  ", "×国", "1.", "-5", "\u{200B}+", "\u{301}.5", "x+", "\u{E000}。",
        "国\u{301}\u{E000}",
    ])
    func longRunsEndSoon(part: String) {
        let count = asDebugCode(30_000, optimised: 300_000)
        let source = Array(String(repeating: part, count: count).utf8)
        #expect(Folding.bytes(source).count <= source.count)
    }
}
