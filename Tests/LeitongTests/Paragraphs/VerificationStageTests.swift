@_spi(Core) import LeitongCore
import TestSupport
import Testing

@testable import Leitong

/// Of whatever is nominated only copies are left, each with its similarity.
@Suite struct VerificationStageTests {
    @Test(arguments: 0..<4 as Range<UInt64>, [false, true])
    func onlyCopiesAreLeft(seed: UInt64, takesShortEdits: Bool) async throws {
        var random = SplitMix64(seed: seed)
        // Long ones with copies of all degrees, and short ones that differ by one character.
        var paragraphs = SampleTexts.paragraphs(count: 40, seed: seed)
        for _ in 0..<8 {
            let text = SampleTexts.paragraph(length: 14, using: &random)
            var other = Array(text)
            other[Int.random(in: 0..<14, using: &random)] = "甲"
            paragraphs += [text, String(other)]
        }
        var options = ComparisonOptions()
        options.isExact = true
        let candidates = try await CandidateSearch(
            minLength: 1,
            options: options,
            method: .exact,
            expandsAll: true,
            takesShortEdits: true
        )
        .candidates(
            among: ComparedItems(.paragraphs, of: try await SampleTexts.corpus(paragraphs).batch),
            context: RunContext()
        )
        let texts = candidates.texts
        let contents = texts.firstParagraphs.map { Array(paragraphs[Int($0)]) }
        // Every pair there is, in rising order.
        let numbers = 0..<UInt32(texts.count)
        let pairs = numbers.flatMap { first in
            numbers.dropFirst(Int(first) + 1).map { TextPair(first, $0) }
        }
        let edges = try await VerificationStage(
            threshold: 0.7,
            texts: texts,
            takesShortEdits: takesShortEdits
        )
        .verify(pairs, lookup: candidates.lookup, context: RunContext(threads: 1 + Int(seed) % 3))
        var expected: [TextPair] = []
        for pair in pairs {
            let (first, second) = (contents[Int(pair.first)], contents[Int(pair.second)])
            let sets = [first, second].map { SampleTexts.shingles(String($0)) }
            let common = sets[0].intersection(sets[1]).count
            let union = sets[0].union(sets[1]).count
            let isNear = union > 0 && Double(common) / Double(union) >= 0.7
            let isEdit = takesShortEdits && Self.isShortEdit(first, second)
            guard isNear || isEdit else { continue }
            expected.append(pair)
            let edge = edges.first { $0.pair == pair }
            #expect(edge?.overlap == Overlap(intersection: common, union: union))
            #expect(edge?.isShortEdit == !isNear)
        }
        #expect(edges.map(\.pair) == expected)
        #expect(edges.contains(where: \.isShortEdit) == takesShortEdits)
    }

    /// Two of 10 to 19 characters that one substitution, deletion or insertion makes equal.
    static func isShortEdit(_ first: [Character], _ second: [Character]) -> Bool {
        guard [first, second].allSatisfy({ (10..<20).contains($0.count) }) else { return false }
        let (short, long) = first.count <= second.count ? (first, second) : (second, first)
        if short.count == long.count { return zip(short, long).count { $0 != $1 } == 1 }
        guard long.count == short.count + 1 else { return false }
        return long.indices.contains { index in
            Array(long[..<index] + long[(index + 1)...]) == short
        }
    }
}
