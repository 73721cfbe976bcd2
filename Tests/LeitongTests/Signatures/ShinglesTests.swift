import Leitong
import TestSupport
import Testing

/// Sets of shingles against plain sets of strings.
@Suite struct ShinglesTests {
    private func texts(_ seed: UInt64) -> [String] {
        // Two that are empty, and one too short for a shingle.
        SampleTexts.paragraphs(count: 25, seed: seed) + ["", "，。", "甲乙丙"]
    }

    @Test(arguments: 0..<6 as Range<UInt64>)
    func theSimilarityIsThatOfPlainSets(seed: UInt64) {
        let texts = texts(seed)
        let sets = texts.map { SampleTexts.shingles($0.filter(\.isLetter)) }
        let shingles = texts.map { Shingles(of: $0, rule: .characters(5)) }
        for a in texts.indices {
            #expect(shingles[a].hashes.count == sets[a].count)
            for b in texts.indices {
                let union = sets[a].union(sets[b]).count
                let common = sets[a].intersection(sets[b]).count
                let jaccard = union == 0 ? 1 : Double(common) / Double(union)
                #expect(shingles[a].jaccard(with: shingles[b]) == jaccard)
                #expect(shingles[b].jaccard(with: shingles[a]) == jaccard)
            }
        }
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func ofHashesOnlyTheSetCounts(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        // Few values, so that most repeat; and the least and the greatest there are.
        let pool: [UInt64] = [0, 1, .max - 1, .max] + (0..<8).map { _ in random.next() }
        func draw() -> [UInt64] {
            (0..<Int.random(in: 0...16, using: &random))
                .map { _ in pool.randomElement(using: &random) ?? 0 }
        }
        let (one, other) = (draw(), draw())
        let shingles = Shingles(hashes: one)
        #expect(shingles.hashes == Set(one).sorted())
        #expect(shingles == Shingles(hashes: (one + one).shuffled(using: &random)))
        let union = Set(one).union(other).count
        let jaccard =
            union == 0 ? 1 : Double(Set(one).intersection(other).count) / Double(union)
        #expect(shingles.jaccard(with: Shingles(hashes: other)) == jaccard)
    }

    /// A text has the shingles that its hashes make: what others hash as the library does can be compared
    /// with what it shingles.
    @Test func aTextIsItsHashes() {
        let shingles = Shingles(of: "各级党组织要把学习成果转化为工作实效")
        #expect(Shingles(hashes: shingles.hashes.reversed()) == shingles)
        #expect(shingles.hashes.count == 14)
    }

    @Test func whatFoldingTakesAwayMakesNoDifference() {
        let (plain, noisy) = ("全市上下要拧成一股绳ABC123", "　全市，上下要“拧成”一股绳！ＡＢＣ\n１２３")
        #expect(Shingles(of: plain) == Shingles(of: noisy))
        #expect(Shingles(of: plain, folding: .none) != Shingles(of: noisy, folding: .none))
    }

    /// Shorter runs are more alike where a text was edited.
    @Test func theRuleSaysHowLongAShingleIs() {
        let (one, other) = ("甲乙丙丁戊己庚辛壬癸", "甲乙丙丁戊子庚辛壬癸")
        #expect(Shingles(of: one, rule: .characters(3)).hashes.count == 8)
        let similarities = [2, 3, 5]
            .map { length in
                Shingles(of: one, rule: .characters(length))
                    .jaccard(with: Shingles(of: other, rule: .characters(length)))
            }
        // Of 9, 8 and 6 runs each that hold the changed character are 2, 3 and 5.
        let expected: [Double] = [7, 5, 1].map { $0 / 11 }
        #expect(similarities == expected)
    }
}
