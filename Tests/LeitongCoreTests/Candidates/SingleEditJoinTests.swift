import LeitongCore
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

    @Test func largeGroupsStayLinear() {
        var join = SingleEditJoin()
        for number in 0..<1000 {
            let scalar = Unicode.Scalar(UInt32(0x4E00 + number)) ?? "一"
            join.add(UInt32(number), text: Samples.folded("第\(Character(scalar))次会议通知"))
        }
        #expect(join.candidates(expandsAll: false).count < 3000)
    }
}
