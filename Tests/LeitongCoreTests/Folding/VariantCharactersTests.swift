import TestSupport
import Testing

@_spi(Core) @testable import LeitongCore

@Suite struct VariantCharactersTests {
    private static let list = VariantCharacters.list()
    private static let standings = Dictionary(list.map { ($0.variant, $0.standing) }) { a, _ in a }

    private func folded(_ text: String, level: FoldingLevel = .variants) -> String {
        let bytes = Folding.bytes(Array(text.utf8), level: level)
        return String(decoding: bytes, as: UTF8.self)
    }

    private func string(_ scalar: UInt32) -> String {
        Unicode.Scalar(scalar).map { String($0) } ?? ""
    }

    @Test(arguments: [
        ("乾淨的後院裏，著名的髮型師發現了鐘錶", "干净的后院里着名的发型师发现了钟表"),
        ("爲為为", "为为为"), ("峯羣裡裏", "峰群里里"), ("麼麽", "么么"), ("臺颱檯台", "台台台台"),
        ("週佈佔昇兇", "周布占升凶"), ("説說", "说说"), ("黃戶溫顏強", "黄户温颜强"),
        ("氣気", "气气"), ("彷彿祇有", "仿佛只有"), ("像象沈沉坏坯", "像象沈沉坏坯"), ("只隻", "只只"),
        // Compatibility ideographs by standard folding first; a composed era name; other scripts stay.
        ("\u{F9D1}", "六"), ("\u{F929}", "朗"), ("㍽", "大正"), ("Ｖariant ﾊﾞ한é", "variantバ한é"),
    ])
    func knownTextFoldsAsStated(text: String, expected: String) {
        #expect(folded(text) == expected)
    }

    @Test func everyEntryIsOneScalarForOneThatStays() {
        #expect(Self.list.count > 7_000 && Self.standings.count == Self.list.count)
        for (variant, standing) in Self.list {
            #expect(Self.standings[standing] == nil, "\(string(standing)) is a variant itself")
            #expect(ScalarWidth.width(of: variant) == ScalarWidth.width(of: standing))
            for scalar in [variant, standing] {
                #expect(folded(string(scalar), level: .standard) == string(scalar))
            }
            #expect(folded(string(variant)) == string(standing))
            #expect(folded(string(standing)) == string(standing))
        }
    }

    /// Each scalar of Unicode folds as by standard folding, each scalar of that then to its standing one.
    @Test func everyScalarFoldsLikeItsStandardFolding() {
        for value in stride(from: UInt32(0), to: 0x11_0000, by: asDebugCode(13, optimised: 1)) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let standard = Folding.bytes(Array(String(scalar).utf8))
            let expected = String(decoding: standard, as: UTF8.self).unicodeScalars
                .map { string(Self.standings[$0.value] ?? $0.value) }.joined()
            let got = Folding.bytes(Array(String(scalar).utf8), level: .variants)
            guard got == Array(expected.utf8) else {
                Issue.record("U+\(String(value, radix: 16))")
                continue
            }
            #expect(Folding.bytes(got, level: .variants) == got, "U+\(String(value, radix: 16))")
        }
    }

    @Test(arguments: UInt64(0)..<100)
    func mapsAreThoseOfStandardFolding(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let plain = FoldingSamples.text(length: 60, using: &generator)
        var text = FoldingSamples.noisy(plain, using: &generator)
        for _ in 0..<20 {
            let entry = Self.list[Int.random(in: 0..<Self.list.count, using: &generator)]
            let place = text.indices.randomElement(using: &generator) ?? text.startIndex
            text.insert(contentsOf: string(entry.variant), at: place)
        }
        let (standard, variants) = (
            Samples.folded(text, level: .standard), Samples.folded(text, level: .variants)
        )
        #expect(standard.sourceStarts == variants.sourceStarts, "seed \(seed)")
        #expect(standard.sourceEnds == variants.sourceEnds, "seed \(seed)")
        #expect(standard.wildcards == variants.wildcards, "seed \(seed)")
        #expect(folded(text) == folded(folded(text, level: .standard)), "seed \(seed)")
    }

    /// A hidden name is a mark in either script.
    @Test func variantsOfNounsOfPlacesMakeMarksToo() {
        for (variant, standing) in Self.list {
            let (mark, plain) = ("某\(string(variant))", "某\(string(standing))")
            guard Samples.folded(plain, level: .variants).wildcardCount > 0 else { continue }
            // 侷 and 旂 never name an office.
            if "侷旂".unicodeScalars.contains(where: { $0.value == variant }) { continue }
            #expect(Samples.folded(mark, level: .variants).wildcardCount == 1, "\(mark)")
        }
    }
}
