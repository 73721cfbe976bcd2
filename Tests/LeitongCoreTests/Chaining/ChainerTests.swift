import TestSupport
import Testing

@_spi(Core) @testable import LeitongCore

/// Chains, held to a plain dynamic program over all earlier matches.
@Suite struct ChainerTests {
    /// A match of two documents, of which the second begins behind the first in the stream.
    private func match(
        _ a: Int,
        _ b: Int,
        _ length: Int,
        scalarWidth: Int = 2,
        base: Int = 10_000
    ) -> ExactMatch {
        let width = scalarWidth * length
        return ExactMatch(a: a, b: base + b, length: length, width: width, isStrong: length >= 13)
    }

    private func chains(_ matches: [ExactMatch], isOneDocument: Bool = false) -> [[Int]] {
        var chainer = Chainer()
        return chainer.chains(matches, isOneDocument: isOneDocument)
    }

    /// What a match adds to a chain: four points for each width that is new, less the longer gap
    /// and half of what the two gaps differ by; `nil` if it cannot follow.
    private func points(_ p: ExactMatch, _ q: ExactMatch) -> Int? {
        guard p.a < q.a, p.b < q.b, p.aEnd < q.aEnd, p.bEnd < q.bEnd else { return nil }
        let aGap = (q.a - p.aEnd) * q.scalarWidth
        let bGap = (q.b - p.bEnd) * q.scalarWidth
        guard Swift.max(aGap, bGap) <= 128 else { return nil }
        let overlap = [0, -aGap, -bGap].max() ?? 0
        let cost = ([0, aGap, bGap].max() ?? 0) + abs(aGap - bGap) / 2
        let points = 4 * (q.width - overlap) - cost
        return points > 0 ? points : nil
    }

    private func score(_ chain: [Int], _ matches: [ExactMatch]) -> Int? {
        guard let first = chain.first else { return nil }
        var total = 4 * matches[first].width
        for (p, q) in zip(chain, chain.dropFirst()) {
            guard let points = points(matches[p], matches[q]) else { return nil }
            total += points
        }
        return total
    }

    /// The best score of any chain that ends with each match, by trying all that come before.
    private func bestScores(_ matches: [ExactMatch]) -> [Int] {
        var best: [Int] = []
        for (index, match) in matches.enumerated() {
            let before = (0..<index)
                .compactMap { earlier in
                    points(matches[earlier], match).map { best[earlier] + $0 }
                }
            best.append(Swift.max(4 * match.width, before.max() ?? 0))
        }
        return best
    }

    private func sample(_ random: inout SplitMix64, count: Int, span: Int) -> [ExactMatch] {
        (0..<count)
            .map { _ in
                match(
                    Int.random(in: 0...span, using: &random),
                    Int.random(in: 0...span, using: &random),
                    Int.random(in: 6...30, using: &random),
                    scalarWidth: Int.random(in: 1...2, using: &random)
                )
            }
            .sorted { ($0.a, $0.b) < ($1.a, $1.b) }
    }

    /// Up to 64 matches, as far back as the chainer looks.
    @Test(arguments: 0..<200)
    func theFirstChainIsTheBestOfAll(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let span = [40, 150, 600, 3_000][seed % 4]
        let matches = sample(&random, count: Int.random(in: 1...64, using: &random), span: span)
        let chains = chains(matches)
        #expect(chains.first.flatMap { score($0, matches) } == bestScores(matches).max())
    }

    @Test(arguments: 0..<100)
    func everyMatchIsInOneChainAndChainsRise(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed) &+ 500)
        let span = [40, 150, 600, 3_000][seed % 4]
        let matches = sample(&random, count: Int.random(in: 0...150, using: &random), span: span)
        let chains = chains(matches)
        #expect(chains.flatMap(\.self).sorted() == Array(matches.indices))
        for chain in chains { #expect(score(chain, matches) != nil) }
        // Buffers of the run before change nothing.
        var chainer = Chainer()
        _ = chainer.chains(sample(&random, count: 30, span: 90), isOneDocument: false)
        #expect(chainer.chains(matches, isOneDocument: false) == chains)
    }

    /// 64 Chinese characters, or 128 letters, on either side.
    @Test(arguments: [(2, 64), (1, 128)])
    func gapsAreBounded(scalarWidth: Int, limit: Int) {
        // Long enough to be worth the widest gap.
        let first = match(0, 0, 100, scalarWidth: scalarWidth)
        for (aGap, bGap) in [(limit, limit), (limit, 0), (0, limit)] {
            let near = match(100 + aGap, 100 + bGap, 100, scalarWidth: scalarWidth)
            #expect(chains([first, near]) == [[0, 1]])
        }
        for (aGap, bGap) in [(limit + 1, limit + 1), (limit + 1, 0), (0, limit + 1)] {
            let far = match(100 + aGap, 100 + bGap, 100, scalarWidth: scalarWidth)
            #expect(chains([first, far]).count == 2)
        }
    }

    @Test func movedTextIsAChainOfItsOwn() {
        // Two that change places, and one behind both.
        let matches = [match(0, 100, 20), match(30, 30, 40), match(80, 130, 30)]
        let chains = chains(matches)
        #expect(chains.count == 2)
        #expect(chains.allSatisfy { $0 == $0.sorted() })
        #expect(!chains.contains { $0.contains(0) && $0.contains(1) })
    }

    @Test func whatIsWorthLessThanItsGapBeginsAnew() {
        // Six characters tell 48 points; a gap of 24 on both sides costs 48, of 23 only 46.
        let first = match(0, 0, 40)
        #expect(chains([first, match(63, 63, 6)]) == [[0, 1]])
        #expect(chains([first, match(64, 64, 6)]).count == 2)
    }

    /// Matches of a document with itself make a chain as long as its two places do not overlap.
    @Test(arguments: 0..<100)
    func placesOfAChainDoNotOverlap(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed) &+ 1_500)
        let matches = (0..<40)
            .map { _ in
                let a = Int.random(in: 0...200, using: &random)
                let shift = Int.random(in: 1...150, using: &random)
                return match(a, a + shift, Int.random(in: 6...20, using: &random), base: 0)
            }
            .sorted { ($0.a, $0.b) < ($1.a, $1.b) }
        let chains = chains(matches, isOneDocument: true)
        #expect(chains.flatMap(\.self).sorted() == Array(matches.indices))
        for chain in chains where chain.count > 1 {
            #expect(matches[chain[chain.count - 1]].aEnd <= matches[chain[0]].b)
        }
    }

    @Test func noMatchesMakeNoChains() {
        #expect(chains([]).isEmpty)
    }
}
