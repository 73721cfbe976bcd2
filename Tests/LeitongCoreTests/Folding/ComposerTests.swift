import Foundation
import TestSupport
import Testing

@_spi(Core) @testable import LeitongCore

/// Composition over random texts, whatever form they are in and whatever stands between.
@Suite struct ComposerTests {
    private static let seeds: Range<UInt64> = 0..<200

    @Test(arguments: seeds)
    func allNormalFormsFoldAlike(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let text = FoldingSamples.text(length: 60, using: &generator)
        let folded = Folding.string(text)
        let forms = [
            text.precomposedStringWithCanonicalMapping, text.decomposedStringWithCanonicalMapping,
            text.precomposedStringWithCompatibilityMapping,
            text.decomposedStringWithCompatibilityMapping,
        ]
        for form in forms {
            let other = Folding.string(form)
            #expect(
                other.utf8.elementsEqual(folded.utf8),
                "seed \(seed), \(Folding.hexadecimal(text))"
            )
        }
    }

    @Test(arguments: seeds)
    func foldedTextIsItsOwnFoldingAndNormalForm(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let folded = Folding.string(FoldingSamples.text(length: 60, using: &generator))
        #expect(Folding.string(folded).utf8.elementsEqual(folded.utf8), "seed \(seed)")
        let normal = folded.precomposedStringWithCompatibilityMapping
        #expect(normal.utf8.elementsEqual(folded.utf8), "seed \(seed)")
    }

    @Test(arguments: seeds)
    func noiseBetweenScalarsChangesNothing(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let text = FoldingSamples.text(length: 60, using: &generator)
        let noisy = FoldingSamples.noisy(text, using: &generator)
        #expect(Folding.string(noisy).utf8.elementsEqual(Folding.string(text).utf8), "seed \(seed)")
    }

    @Test func marksInAnyOrderComposeAlike() {
        let marks: [Unicode.Scalar] = ["\u{323}", "\u{302}", "\u{345}", "\u{31B}", "\u{301}"]
        var generator = SplitMix64(seed: 1)
        for base: Unicode.Scalar in ["o", "α", "中", "한", "1"] {
            for _ in 0..<50 {
                var text = String.UnicodeScalarView([base])
                text.append(contentsOf: marks.shuffled(using: &generator))
                let form = String(text).decomposedStringWithCanonicalMapping
                #expect(Folding.string(String(text)) == Folding.string(form))
                #expect(Folding.string(String(text)) == FoldingOracle.folded(form))
            }
        }
    }

    @Test func aThousandMarksOnOneLetterFold() {
        let marks = String(repeating: "\u{301}\u{323}", count: 500)
        let expected = "ẹ\u{301}" + String(repeating: "\u{323}", count: 499)
        let folded = Folding.string("e\(marks)")
        #expect(folded.unicodeScalars.count == 1000)
        #expect(folded.unicodeScalars.starts(with: expected.unicodeScalars.prefix(1)))
        #expect(folded.utf8.elementsEqual("e\(marks)".precomposedStringWithCanonicalMapping.utf8))
    }
}
