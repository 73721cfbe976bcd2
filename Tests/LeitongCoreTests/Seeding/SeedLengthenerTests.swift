import LeitongStorage
import TestSupport
import Testing

@_spi(Core) @testable import LeitongCore

/// Seeds in very many places, held to a dictionary of the texts of all windows.
@Suite struct SeedLengthenerTests {
    private struct SeedPair: Hashable, Comparable {
        var first: Int
        var second: Int

        init(_ a: Int, _ b: Int) { (first, second) = (Swift.min(a, b), Swift.max(a, b)) }

        static func < (p: SeedPair, q: SeedPair) -> Bool {
            (p.first, p.second) < (q.first, q.second)
        }
    }

    private func pairs(_ result: SeedLengthener.Result) -> [SeedPair] {
        result.pairs.map { SeedPair(Int($0.first), Int($0.second)) }
    }

    /// Places of a window that are paired: those that begin at least a run behind the one before.
    private func kept(_ places: [Int], _ texts: SeededTexts) -> [Int] {
        places.enumerated()
            .filter { index, place in
                guard index > 0 else { return true }
                let before = places[index - 1]
                let isSame = texts.stream.document(at: before) == texts.stream.document(at: place)
                return !isSame || place - before >= texts.rule.minRun
            }
            .map(\.element)
    }

    private func sample(_ seed: Int) throws -> (texts: SeededTexts, placeLimit: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let minRun = [13, 13, 8, 6, 20][seed % 5]
        let texts = SeededTexts(&random, rule: try #require(SeedRule(minRun: minRun)))
        return (texts, Int.random(in: 1...6, using: &random))
    }

    /// Two places with the same window text have the seed that the window chose at the same offset.
    @Test(arguments: 0..<60)
    func windowsOfOneTextChooseOneSeed(seed: Int) throws {
        let texts = try sample(seed).texts
        let seedOfWindow = texts.seedOfWindow
        for (text, places) in texts.windows {
            let offsets = places.map { place in
                seedOfWindow[place].map { Int(texts.index.seeds[$0].position) - place }
            }
            #expect(Set(offsets).count == 1)
            let offset = try #require(offsets[0])
            #expect((0..<text.count).contains(offset))
        }
    }

    @Test(arguments: 0..<100)
    func windowsInVeryManyPlacesAreRuns(seed: Int) throws {
        let (texts, placeLimit) = try sample(seed)
        let result = texts.split(placeLimit: placeLimit)
        let repeated = texts.windows.values.filter { $0.count > placeLimit }
        #expect(Set(result.windowsOfRuns) == Set(repeated))
        #expect(result.windowsOfRuns.count == repeated.count)
    }

    @Test(arguments: 0..<100)
    func windowsInFewPlacesArePairedEachWithEach(seed: Int) throws {
        let (texts, placeLimit) = try sample(seed)
        let seedOfWindow = texts.seedOfWindow
        var expected: Set<SeedPair> = []
        for places in texts.windows.values where places.count > 1 {
            let group = try #require(
                seedOfWindow[places[0]].map { texts.index.groupOfSeed[$0] }
            )
            // Seeds in few places are paired where they are gathered.
            guard texts.index.size(ofGroup: Int(group)) > placeLimit else { continue }
            let isRun = places.count > placeLimit
            let paired = (isRun ? kept(places, texts) : places).compactMap { seedOfWindow[$0] }
            for (index, later) in paired.enumerated() {
                for earlier in isRun ? paired.prefix(1) : paired.prefix(index)
                where earlier != later { expected.insert(SeedPair(earlier, later)) }
            }
        }
        let pairs = pairs(texts.split(placeLimit: placeLimit))
        #expect(Set(pairs) == expected)
    }

    /// Every place leads to each document it is compared with that holds the same run.
    @Test(arguments: 0..<100, [false, true])
    func everyPlaceIsPairedWithWhatItIsComparedWith(seed: Int, isListed: Bool) throws {
        let (texts, placeLimit) = try sample(seed)
        var random = SplitMix64(seed: UInt64(seed) &+ 900)
        let count = texts.stream.documentCount
        let rule: PairRule
        if isListed {
            var partners = [Set<Int>](repeating: [], count: count)
            for a in 0..<count {
                for b in 0..<a where Int.random(in: 0..<3, using: &random) == 0 {
                    partners[a].insert(b)
                    partners[b].insert(a)
                }
            }
            rule = .listed(partners.map { $0.sorted() })
        } else {
            rule = .against((0..<count).map { _ in Bool.random(using: &random) })
        }
        let result = texts.split(placeLimit: placeLimit, pairRule: rule)
        let pairs = Set(pairs(result))
        func document(_ seed: Int) -> Int { Int(texts.index.seeds[seed].document) }
        #expect(pairs.allSatisfy { rule.allows(document($0.first), document($0.second)) })
        let seedOfWindow = texts.seedOfWindow
        var expectedRuns: Set<[Int]> = []
        for places in texts.windows.values where places.count > placeLimit {
            let seeds = kept(places, texts).compactMap { seedOfWindow[$0] }
            let documents = Set(seeds.map(document))
            for seed in seeds {
                let partners = documents.filter { rule.allows(document(seed), $0) }
                if !partners.isEmpty { expectedRuns.insert(places) }
                let reached = Set(
                    seeds.filter { pairs.contains(SeedPair($0, seed)) }.map(document)
                )
                // Of all reference documents one will do; of listed ones each is asked for.
                if isListed {
                    #expect(reached.isSuperset(of: partners))
                } else {
                    #expect(partners.isEmpty || !reached.isDisjoint(with: partners))
                }
            }
        }
        #expect(Set(result.windowsOfRuns) == expectedRuns)
    }

    /// Pairs grow with the places, not with their square.
    @Test(arguments: [50, 100])
    func runsArePairedWithTheFirstPlaceOnly(count: Int) {
        let run = Array("全面推进乡村振兴加快农业现代化".unicodeScalars.map(\.value))
        let texts = SeededTexts([[UInt32]](repeating: run, count: count))
        let pairs = pairs(texts.split(placeLimit: 12))
        #expect(!pairs.isEmpty && pairs.count <= (count - 1) * run.count)
        #expect(pairs.allSatisfy { texts.index.seeds[$0.first].document == 0 })
    }

    @Test func windowsAreThirteenCharactersOrTwentySevenLetters() {
        func length(_ text: String) -> Int? {
            let scalars = text.unicodeScalars.map { $0 == "*" ? FoldedText.wildcard : $0.value }
            return SeedRule.standard.windowText(at: 0, in: scalars.span, end: scalars.count)
        }
        #expect(length(String(repeating: "全", count: 40)) == 13)
        #expect(length(String(repeating: "全", count: 13)) == 13)
        #expect(length(String(repeating: "全", count: 12)) == nil)
        #expect(length(String(repeating: "a", count: 40)) == 27)
        #expect(length(String(repeating: "a", count: 27)) == 27)
        #expect(length(String(repeating: "a", count: 26)) == nil)
        #expect(length(String(repeating: "7", count: 13)) == 13)
        #expect(length("全" + String(repeating: "a", count: 40)) == 19)
        #expect(length(String(repeating: "全", count: 12) + "*" + "全") == nil)
        #expect(length(String(repeating: "全", count: 13) + "*") == 13)
    }
}
