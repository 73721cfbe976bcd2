import LeitongStorage
import TestSupport
import Testing

@_spi(Core) @testable import LeitongCore

/// Windows in very many places, held to a set of positions.
@Suite struct RepeatedWindowsTests {
    private struct Sample {
        let texts: SeededTexts
        let windows: RepeatedWindows
        let positions: Set<Int>

        init(_ random: inout SplitMix64, _ placeLimit: Int) {
            texts = SeededTexts(&random)
            windows = RepeatedWindows.noting(
                [texts.split(placeLimit: placeLimit), SeedLengthener.Result()],
                scalarCount: texts.stream.scalars.count,
                rule: texts.rule
            )
            positions = Set(
                texts.windows.values.filter { $0.count > placeLimit }.flatMap(\.self)
            )
        }

        /// A passage of the first place only, with some certain ranges.
        func passage(_ random: inout SplitMix64) -> Passage {
            func range() -> Range<Int> {
                let count = texts.stream.scalars.count
                let start = Int.random(in: 0...count, using: &random)
                return start..<Int.random(in: start...Swift.min(count, start + 30), using: &random)
            }
            let place = range()
            var passage = Passage(aDocument: 0, bDocument: 0, a: place, b: place, runs: [])
            passage.certainMatches = (0..<Int.random(in: 0...3, using: &random))
                .map { _ in
                    let range = range()
                    return EqualStretch(a: range.lowerBound, b: 0, length: range.count)
                }
            return passage
        }
    }

    @Test(arguments: 0..<60)
    func positionsAreThoseOfTheWindows(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let sample = Sample(&random, 1 + seed % 5)
        #expect(sample.windows.isEmpty == sample.positions.isEmpty)
        for position in sample.texts.stream.scalars.indices {
            #expect(sample.windows.contains(position) == sample.positions.contains(position))
        }
    }

    @Test(arguments: 0..<60)
    func passagesTouchWindowsOfTheirFirstPlace(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed) &+ 100)
        let sample = Sample(&random, 1 + seed % 5)
        for _ in 0..<20 {
            let passage = sample.passage(&random)
            let touches = passage.a.contains { sample.positions.contains($0) }
            #expect(sample.windows.touch(passage) == touches)
        }
    }

    /// A passage is told if every window of its certain runs stands in very many places, and each
    /// of them has one.
    @Test(arguments: 0..<60)
    func whatRunsTellNeedsNoPassage(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed) &+ 200)
        let sample = Sample(&random, 1 + seed % 5)
        for _ in 0..<40 {
            let passage = sample.passage(&random)
            let isReported = passage.certainMatches.map(\.aRange)
                .allSatisfy { range in
                    let windows = range.filter { position in
                        position < sample.texts.stream.scalars.count
                            && sample.texts.rule.windowText(
                                at: position,
                                in: sample.texts.stream.scalars.span,
                                end: range.upperBound
                            ) != nil
                    }
                    return !windows.isEmpty && windows.allSatisfy(sample.positions.contains)
                }
            let expected = !sample.positions.isEmpty && isReported
            #expect(sample.windows.reportAll(of: passage, in: sample.texts.stream) == expected)
        }
    }
}
