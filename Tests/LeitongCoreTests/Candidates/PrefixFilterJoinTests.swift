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

    /// Of two sides no pair across is missed and none is listed that is not across, whether or not
    /// the elements of one side alone are left out; and the sides may change places.
    @Test(arguments: [0.3, 0.7, 1.0], 0..<6 as Range<UInt64>)
    func sidesGiveWhatBruteForceFindsAcross(threshold: Double, seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var texts: [String] = []
        for _ in 0..<25 {
            let text = Samples.text(length: .random(in: 3...60, using: &random), using: &random)
            texts += [text] + [0, 0.02, 0.1].map { Samples.edited(text, rate: $0, using: &random) }
        }
        let sets = Set(texts).sorted().map { Samples.shingles($0) }
        let drawn = TestSides(count: sets.count, using: &random)
        let truth = Self.truth(sets, threshold).filter { drawn.joins($0) }
        for sides in [
            drawn.sides, JoinSides(of: drawn.sides.reference, against: drawn.sides.query),
        ] {
            for isFiltered in [false, true] {
                let join = Self.join(sets, sides, threshold, isFiltered: isFiltered)
                let (pairs, large) = nominated(join)
                #expect(pairs.allSatisfy { drawn.joins($0) })
                let missed = truth.filter { pair in
                    !pairs.contains(pair)
                        && !large.contains { $0.contains(pair.first) && $0.contains(pair.second) }
                }
                #expect(missed.isEmpty)
            }
        }
    }

    /// All pairs at or over a threshold.
    private static func truth(_ sets: [ShingleHashes], _ threshold: Double) -> [TextPair] {
        let hashes = sets.map { Samples.array($0) }
        return hashes.indices.flatMap { left in
            hashes.indices.dropFirst(left + 1)
                .filter { Samples.jaccard(hashes[left], hashes[$0]) >= threshold }
                .map { TextPair(UInt32(left), UInt32($0)) }
        }
    }

    /// A join to which the query side was added first, and then what is only on the other.
    private static func join(
        _ sets: [ShingleHashes],
        _ sides: JoinSides,
        _ threshold: Double,
        isFiltered: Bool
    ) -> PrefixFilterJoin {
        var join = PrefixFilterJoin(threshold: threshold, sides: sides)
        let numbers = (0..<UInt32(sets.count))
        for number in numbers where sides.query.contains(number) {
            join.add(text: number, shingles: sets[Int(number)])
        }
        let filter = isFiltered ? join.filter() : nil
        var rest = PrefixFilterJoin(threshold: threshold, sides: sides)
        for number in numbers where !sides.query.contains(number) {
            guard sides.reference.contains(number) else { continue }
            rest.add(text: number, shingles: sets[Int(number)], meeting: filter)
        }
        join.append(rest)
        return join
    }

    /// More known texts with the same shingles than make a list: the one that is asked about is handed
    /// over with them.
    @Test func listsWithVeryManyPairsAcrossAreHandedOverWhole() {
        let count = 2100
        let shingles = Samples.shingles("春眠不觉晓处闻啼鸟夜来风雨声花落知多少")
        let sides = JoinSides(
            of: TextSet((0..<count).map { $0 == 7 }),
            against: TextSet((0..<count).map { $0 != 7 })
        )
        let join = Self.join(Array(repeating: shingles, count: count), sides, 0.7, isFiltered: true)
        let (pairs, large) = nominated(join)
        #expect(pairs.isEmpty)
        #expect(large.contains(Array(0..<UInt32(count))))
    }
}
