import CXXHash
@_spi(Core) import LeitongCore
import TestSupport
import Testing

@Suite struct ShinglerTests {
    /// XXH3-64 of a string, by the library itself.
    private func hash(_ text: String) -> UInt64 {
        let bytes = Array(text.utf8)
        return unsafe bytes.withUnsafeBytes { unsafe leitong_xxh3_64($0.baseAddress, $0.count) }
    }

    /// Sanity values of xxHash's own specification for XXH3 (empty input) and well-known digests.
    @Test func hashMatchesKnownVectors() {
        #expect(hash("") == 0x2D06_8005_38D3_94C2)
        #expect(hash("a") == 0xE6C6_32B6_1E96_4E1F)
        #expect(hash("abc") == 0x78AF_5F94_892F_3950)
    }

    @Test func fixedLengthShinglesAreAllWindows() {
        let shingles = Samples.array(Samples.shingles("坚持以人民为中心", rule: .characters(5)))
        #expect(shingles == ["坚持以人民", "持以人民为", "以人民为中", "人民为中心"].map(hash))
    }

    @Test func widthCountsChineseTwice() {
        let chinese = Samples.array(Samples.shingles("坚持以人民为", rule: .width(10)))
        #expect(chinese == ["坚持以人民", "持以人民为"].map(hash))
        let letters = Samples.array(Samples.shingles("abcdefghijk", rule: .width(10)))
        #expect(letters == ["abcdefghij", "bcdefghijk"].map(hash))
    }

    @Test func mixedShinglesAreTheShortestRunsThatReachTheWidth() {
        // a = 1, 中 = 2: a中中中中 is 9 wide, so the run takes one more.
        let mixed = Samples.array(Samples.shingles("a中中中中b文", rule: .width(10)))
        #expect(mixed == ["a中中中中b", "中中中中b文"].map(hash))
    }

    @Test func noShingleCrossesAWildcard() {
        let folded = Samples.folded("坚持以人民**为中心的发展", level: .standard)
        var shingles = ShingleHashes()
        for rule in [ShingleRule.characters(5), .width(10)] {
            Shingler(rule: rule).hash(folded, into: &shingles)
            #expect(Samples.array(shingles) == ["坚持以人民", "为中心的发", "中心的发展"].map(hash))
        }
        for text in ["**", "XX××……", "坚持以人**民为中心"] {
            let folded = Samples.folded(text, level: .standard)
            Shingler(rule: .standard).hash(folded, into: &shingles)
            #expect(shingles.count == 0)
        }
        // Without folding the scalar that stands for marks is one like others.
        #expect(Samples.shingles("坚持\(Samples.wildcard)以人").count == 1)
    }

    /// The shingles of a text with wildcards are those of its stretches, one after the other.
    @Test(arguments: 0..<UInt64(50))
    func shinglesAreThoseOfTheStretches(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let stretches = (0..<6)
            .map { _ in
                let text = Samples.text(
                    length: .random(in: 0...20, using: &generator),
                    using: &generator
                )
                return Folding.string(text)
            }
        let text = stretches.joined(separator: "××")
        let folded = Samples.folded(text, level: .standard)
        // Between empty stretches marks are one longer mark.
        for rule in [ShingleRule.characters(1), .characters(5), .width(10)] {
            var shingles = ShingleHashes()
            Shingler(rule: rule).hash(folded, into: &shingles)
            let expected = stretches.flatMap { Samples.array(Samples.shingles($0, rule: rule)) }
            #expect(Samples.array(shingles) == expected, "seed \(seed)")
        }
    }

    @Test(arguments: ["", "中", "中文四字"])
    func shortTextHasNoShingles(text: String) {
        #expect(Samples.shingles(text, rule: .characters(5)).count == 0)
        #expect(Samples.shingles(text, rule: .width(10)).count == 0)
    }

    @Test(arguments: 0..<20)
    func everyShingleEqualsItsPlainDefinition(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let text = Samples.text(
            length: Int.random(in: 0...80, using: &generator),
            using: &generator
        )
        let scalars = Array(text.unicodeScalars)
        var expected: [UInt64] = []
        for start in scalars.indices {
            var end = start
            var width = 0
            while width < 10, end < scalars.count {
                width += scalars[end].value >= 0x3400 && scalars[end].value < 0xA000 ? 2 : 1
                end += 1
            }
            guard width >= 10 else { break }
            var run = String.UnicodeScalarView()
            run.append(contentsOf: scalars[start..<end])
            expected.append(hash(String(run)))
        }
        // Full-width punctuation is narrow here but wide on screen: leave it out of the claim.
        let plain = text.contains { "，。".contains($0) } ? nil : expected
        if let plain { #expect(Samples.array(Samples.shingles(text, rule: .width(10))) == plain) }
    }
}
