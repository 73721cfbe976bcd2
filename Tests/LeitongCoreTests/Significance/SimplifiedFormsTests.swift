import Testing

@_spi(Core) @testable import LeitongCore

/// Traditional and Simplified characters tell the same.
@Suite struct SimplifiedFormsTests {
    @Test func traditionalTextTellsWhatSimplifiedTextTells() throws {
        let traditional = foldedScalars("我縣去年新修的橋樑，縮短了兩岸學生上學的路程；經濟發展與環境保護並重。")
        let simplified = foldedScalars("我县去年新修的桥梁，缩短了两岸学生上学的路程；经济发展与环境保护并重。")
        #expect(traditional != simplified)
        let model = BackgroundModel.standard
        #expect(surprisals(of: traditional, model) == surprisals(of: simplified, model))
        var part: [Float] = []
        model.surprisals(of: traditional.span, from: 9, into: &part)
        #expect(part == Array(surprisals(of: simplified, model)[9...]))
    }

    @Test func everyVariantTellsWhatStandsForIt() {
        for (variant, standing) in VariantCharacters.list() {
            let context = foldedScalars("加强")
            #expect(
                surprisals(of: context + [variant], .standard)
                    == surprisals(of: context + [standing], .standard)
            )
        }
    }

    @Test func scalarsWithoutAVariantStandForThemselves() {
        let forms = SimplifiedForms.standard
        let variants = Set(VariantCharacters.list().map(\.variant))
        for scalar: UInt32 in 0...0x3_2FFF where !variants.contains(scalar) {
            if forms[scalar] != scalar { Issue.record("\(scalar)") }
        }
        #expect(forms[FoldedText.wildcard] == FoldedText.wildcard)
        #expect(forms[.max] == .max)
    }

    @Test func traditionalTextMakesTheSameModel() {
        var (traditional, simplified) = (BackgroundModelBuilder(), BackgroundModelBuilder())
        for _ in 0..<3 {
            traditional.add(foldedScalars("經濟發展與環境保護").span)
            simplified.add(foldedScalars("经济发展与环境保护").span)
        }
        #expect(traditional.finish(maxBytes: 10_000) == simplified.finish(maxBytes: 10_000))
    }
}
