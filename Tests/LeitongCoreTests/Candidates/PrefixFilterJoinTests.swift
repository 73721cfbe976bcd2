import LeitongCore
import TestSupport
import Testing

@Suite struct PrefixFilterJoinTests {
    /// No pair at or over the threshold is missed, whatever the threshold.
    @Test(arguments: [0.2, 0.5, 0.7, 0.9, 1.0], 0..<4)
    func missesNothingThatBruteForceFinds(threshold: Double, seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        var texts: [String] = []
        for _ in 0..<30 {
            let length = Int.random(in: 3...60, using: &generator)
            let text = Samples.text(length: length, using: &generator)
            texts.append(text)
            texts.append(Samples.edited(text, rate: 0.02, using: &generator))
            texts.append(Samples.edited(text, rate: 0.1, using: &generator))
        }
        let sets = texts.map { Samples.shingles($0) }
        var join = PrefixFilterJoin(threshold: threshold)
        for (number, set) in sets.enumerated() { join.add(text: UInt32(number), shingles: set) }
        let candidates = Set(join.candidates())
        for left in sets.indices {
            for right in sets.indices where right > left {
                let jaccard = Samples.jaccard(Samples.array(sets[left]), Samples.array(sets[right]))
                guard jaccard >= threshold else { continue }
                #expect(candidates.contains(TextPair(UInt32(left), UInt32(right))), "\(jaccard)")
            }
        }
    }

    @Test func joinedPartsGiveWhatOneJoinGives() {
        var generator = SplitMix64(seed: 5)
        let base = Samples.text(length: 80, using: &generator)
        let sets = (0..<20)
            .map { _ in
                Samples.shingles(Samples.edited(base, rate: 0.03, using: &generator))
            }
        var whole = PrefixFilterJoin(threshold: 0.7)
        var first = PrefixFilterJoin(threshold: 0.7)
        var second = PrefixFilterJoin(threshold: 0.7)
        for (number, set) in sets.enumerated() {
            whole.add(text: UInt32(number), shingles: set)
            if number < 9 {
                first.add(text: UInt32(number), shingles: set)
            } else {
                second.add(text: UInt32(number), shingles: set)
            }
        }
        first.append(second)
        #expect(first.candidates() == whole.candidates())
        #expect(!whole.candidates().isEmpty)
    }
}
