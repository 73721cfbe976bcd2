@_spi(Core) import LeitongCore
import TestSupport
import Testing

@Suite struct SingleEditJoinTests {
    /// Edit distance by its definition.
    private func distance(_ a: String, _ b: String) -> Int {
        let (a, b) = (Array(a.unicodeScalars), Array(b.unicodeScalars))
        var row = Array(0...b.count)
        for i in a.indices {
            var diagonal = row[0]
            row[0] = i + 1
            for j in b.indices {
                let best = Swift.min(row[j] + 1, row[j + 1] + 1, diagonal + (a[i] == b[j] ? 0 : 1))
                diagonal = row[j + 1]
                row[j + 1] = best
            }
        }
        return row[b.count]
    }

    @Test(arguments: 0..<10)
    func findsAllThatDifferByOneCharacter(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let alphabet = Array("甲乙丙丁")
        let texts = Set(
            (0..<60)
                .map { _ in
                    String(
                        (0..<Int.random(in: 3...6, using: &generator))
                            .map { _ in alphabet.randomElement(using: &generator) ?? "甲" }
                    )
                }
        )
        .sorted()
        var join = SingleEditJoin()
        for (number, text) in texts.enumerated() {
            join.add(UInt32(number), text: Samples.folded(text))
        }
        let candidates = Set(join.candidates(expandsAll: true))
        for left in texts.indices {
            for right in texts.indices where right > left {
                let isOne = distance(texts[left], texts[right]) == 1
                let verdict = SingleEditJoin.differByOneEdit(
                    Samples.folded(texts[left]),
                    Samples.folded(texts[right])
                )
                #expect(verdict == isOne, "\(texts[left]) \(texts[right])")
                if isOne { #expect(candidates.contains(TextPair(UInt32(left), UInt32(right)))) }
            }
        }
    }

    /// More than a large group that one deletion makes equal, but at two places: those of one place
    /// are joined, whoever stands between them.
    @Test func largeGroupsJoinWhatOneEditJoins() {
        func isJoined(_ texts: [String], _ expandsAll: Bool) -> Set<[UInt32]> {
            var join = SingleEditJoin()
            let folded = texts.map { Samples.folded($0) }
            for (number, text) in folded.enumerated() { join.add(UInt32(number), text: text) }
            let pairs = join.candidates(expandsAll: expandsAll)
                .filter {
                    SingleEditJoin.differByOneEdit(
                        folded[Int($0.first)],
                        folded[Int($0.second)]
                    )
                }
            return Families.components(pairs, count: texts.count)
        }
        let texts = (0..<150)
            .map { number in
                let scalar = Unicode.Scalar(UInt32(0x4E00 + number / 2)) ?? "一"
                let mark = String(Character(scalar))
                return number % 2 == 0 ? "第\(mark)次会议的通知" : "第次会议的\(mark)通知"
            }
        #expect(isJoined(texts, false) == isJoined(texts, true))
        #expect(isJoined(texts, true).count == 2)
        // The text without either joins all.
        #expect(isJoined(texts + ["第次会议的通知"], false).count == 1)
    }

    @Test func largeGroupsStayLinear() {
        var join = SingleEditJoin()
        for number in 0..<1000 {
            let scalar = Unicode.Scalar(UInt32(0x4E00 + number)) ?? "一"
            join.add(UInt32(number), text: Samples.folded("第\(Character(scalar))次会议通知"))
        }
        #expect(join.candidates(expandsAll: false).count < 3000)
    }

    /// Of two sides all pairs across are listed that one edit joins, however many there are.
    @Test(arguments: 0..<10 as Range<UInt64>, [false, true])
    func sidesGiveThePairsAcross(seed: UInt64, isFiltered: Bool) {
        var random = SplitMix64(seed: seed)
        let alphabet = Array("甲乙丙丁")
        var texts = Set(
            (0..<80)
                .map { _ in
                    let length = Int.random(in: 3...6, using: &random)
                    return String(
                        (0..<length).compactMap { _ in alphabet.randomElement(using: &random) }
                    )
                }
        )
        // More than a large group.
        for mark in 0..<100 as Range<UInt32> {
            texts.insert("第\(Character(Unicode.Scalar(0x4E00 + mark) ?? "一"))次会议的通知")
        }
        let folded = texts.sorted().map { Samples.folded($0) }
        let drawn = TestSides(count: folded.count, using: &random)
        var join = SingleEditJoin(sides: drawn.sides)
        for number in folded.indices where drawn.isAsked[number] {
            join.add(UInt32(number), text: folded[number])
        }
        let filter = isFiltered ? join.filter() : nil
        for number in folded.indices where drawn.isKnown[number] && !drawn.isAsked[number] {
            join.add(UInt32(number), text: folded[number], meeting: filter)
        }
        let candidates = join.candidates(expandsAll: false)
        #expect(candidates.allSatisfy { drawn.joins($0) })
        let found = candidates.filter {
            SingleEditJoin.differByOneEdit(folded[Int($0.first)], folded[Int($0.second)])
        }
        let truth = folded.indices.flatMap { left in
            folded.indices.dropFirst(left + 1)
                .filter { drawn.joins(left, $0) }
                .filter { SingleEditJoin.differByOneEdit(folded[left], folded[$0]) }
                .map { TextPair(UInt32(left), UInt32($0)) }
        }
        #expect(found == truth)
        #expect(!truth.isEmpty)
    }
}
