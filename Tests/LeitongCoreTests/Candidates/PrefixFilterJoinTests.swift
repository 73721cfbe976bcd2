@_spi(Core) import LeitongCore
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
        let (candidates, families) = nominated(join)
        for left in sets.indices {
            for right in sets.indices where right > left {
                let jaccard = Samples.jaccard(Samples.array(sets[left]), Samples.array(sets[right]))
                guard jaccard >= threshold else { continue }
                let pair = TextPair(UInt32(left), UInt32(right))
                let isFound =
                    candidates.contains(pair)
                    || families.contains {
                        $0.contains(UInt32(left)) && $0.contains(UInt32(right))
                    }
                #expect(isFound, "\(jaccard)")
            }
        }
    }

    private func nominated(_ join: PrefixFilterJoin) -> (pairs: Set<TextPair>, large: [[UInt32]]) {
        var pairs: [TextPair] = []
        var large: [[UInt32]] = []
        join.nominate(pairs: &pairs, largeBuckets: &large)
        #expect(pairs == Set(pairs).sorted())
        return (Set(pairs), large)
    }

    /// Forms whose own text is more than a pair at the threshold may differ in meet at nothing.
    ///
    /// However many there are. With less of it they are handed over together.
    @Test(arguments: [(40, true), (8, false)])
    func formsMeetOnlyIfTheyCanReachTheThreshold(ownLength: Int, isApart: Bool) {
        let form = Array("春眠不觉晓处闻啼鸟夜来风雨声花落知多少白日依山尽黄河入海流欲穷千里目更上一层楼")
        var join = PrefixFilterJoin(threshold: 0.7)
        for number in 0..<200 {
            let own = (0..<ownLength)
                .map { Character(Unicode.Scalar(UInt32(0xAC00 + 40 * number + $0)) ?? "가") }
            let text = String(form + form.reversed() + form + form.reversed() + own)
            join.add(text: UInt32(number), shingles: Samples.shingles(text))
        }
        let (pairs, large) = nominated(join)
        #expect(pairs.isEmpty)
        #expect(large.isEmpty == isApart)
        if !isApart { #expect(large.contains(Array(0..<200))) }
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
        #expect(nominated(first).pairs == nominated(whole).pairs)
        #expect(!nominated(whole).pairs.isEmpty)
    }
}
