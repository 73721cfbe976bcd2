import TestSupport
import Testing

@_spi(Core) @testable import LeitongCore

@Suite struct SuspectCharactersTests {
    private func counts(_ text: String) -> [Int] {
        var suspects = SuspectCharacters()
        suspects.count(in: Array(text.utf8).span)
        #expect(suspects.isEmpty == (suspects == SuspectCharacters()))
        return [suspects.marksOverHan, suspects.privateUse, suspects.mixedWords]
    }

    @Test(arguments: [
        ("果\u{336}园，\u{336}\u{20DD}", [3, 0, 0]), ("果园1\u{336}e\u{301}は\u{3099}", [0, 0, 0]),
        ("果\u{E000}园\u{F0000}。", [0, 2, 0]), ("a\u{E000}中", [0, 0, 0]), ("\u{E000}", [0, 0, 0]),
        ("раураl and Москва", [0, 0, 1]), ("Mосква москва", [0, 0, 1]),
        ("раypal paураl", [0, 0, 2]),
        ("3D-модель, USB", [0, 0, 0]), ("kΩ ΔT μm αβγ", [0, 0, 0]), ("fοοd", [0, 0, 1]),
        ("а1b", [0, 0, 0]),
        ("中文 and English, “quoted” 10%", [0, 0, 0]),
    ])
    func knownTextHasTheseCounts(text: String, expected: [Int]) {
        #expect(counts(text) == expected, "\(text)")
    }

    /// What is counted over and between Han is what folding drops there.
    @Test(arguments: UInt64(0)..<300)
    func countedIsWhatFoldingDrops(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let parts = ["国", "a", "，", " ", "\u{336}", "\u{20DD}", "\u{E001}", "\u{100000}", "1", "は"]
        let text = (0..<30).map { _ in parts[Int.random(in: parts.indices, using: &generator)] }
            .joined()
        let suspects = counts(text)
        let dropped: (UInt32) -> Bool = { CommonMark.contains($0) || PrivateUse.contains($0) }
        let before = text.unicodeScalars.count { dropped($0.value) }
        let after = Folding.string(text).unicodeScalars.count { dropped($0.value) }
        #expect(suspects[0] + suspects[1] == before - after, "seed \(seed)")
    }

    @Test func brokenAndLongTextEndsSoon() {
        for part: [UInt8] in [
            [0xE6], [0xCC], [0xD0, 0xB0], [0xCC, 0xB6], [0xEE, 0x80, 0x80, 0x2C],
            [0xD0, 0xB0, 0x61],
        ] {
            let source = Array(repeatElement(part, count: 200_000).joined())
            var suspects = SuspectCharacters()
            suspects.count(in: source.span)
            #expect(suspects.mixedWords <= 1)
        }
    }
}
