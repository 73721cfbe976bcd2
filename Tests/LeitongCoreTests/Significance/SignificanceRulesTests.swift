import TestSupport
import Testing

@_spi(Core) @testable import LeitongCore

@Suite struct SignificanceRulesTests {
    @Test func textThatFewDocumentsHoldCountsInFull() {
        let rules = SignificanceRules()
        for count in 0...rules.knownDocuments { #expect(rules.weight(ofDocuments: count) == 1) }
        for count in rules.knownDocuments + 1...50 {
            let weight = rules.weight(ofDocuments: count)
            #expect(weight < rules.weight(ofDocuments: count - 1) && weight > 0)
            #expect(abs(weight * Float(count) - Float(rules.knownDocuments)) < 1e-4)
        }
    }

    @Test func richTextIsNeverASetPhrase() {
        let rules = SignificanceRules()
        let (least, rich) = (Float(rules.setPhraseBits), Float(rules.richBits))
        #expect(rules.isSetPhrase(bits: least - 1, rawBits: rich - 1))
        #expect(!rules.isSetPhrase(bits: least, rawBits: rich - 1))
        #expect(!rules.isSetPhrase(bits: 0, rawBits: rich))
        #expect(!rules.isSetPhrase(rawBits: least, documents: rules.knownDocuments))
        #expect(rules.isSetPhrase(rawBits: least, documents: rules.knownDocuments + 1))
        #expect(!rules.isSetPhrase(rawBits: rich, documents: 1_000))
    }
}
