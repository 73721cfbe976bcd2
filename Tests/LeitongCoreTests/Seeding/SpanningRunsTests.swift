import LeitongStorage
import TestSupport
import Testing

@_spi(Core) @testable import LeitongCore

/// Runs of sure length that reach over the ends of repeated runs, held to a dictionary of all runs.
@Suite struct SpanningRunsTests {
    private struct Sample {
        let texts: SeededTexts
        let placeLimit: Int
        let repeated: RepeatedRuns
        let windows: RepeatedWindows
        let spanning: SpanningRuns

        init(seed: Int, pairRule: (Int) -> PairRule = { _ in .all }) throws {
            var random = SplitMix64(seed: UInt64(seed))
            let minRun = [13, 6, 8, 7, 20][seed % 5]
            texts = SeededTexts(&random, rule: try #require(SeedRule(minRun: minRun)))
            placeLimit = Int.random(in: 1...6, using: &random)
            let pairRule = pairRule(texts.stream.documentCount)
            let split = texts.split(placeLimit: placeLimit, pairRule: pairRule)
            repeated = RepeatedRuns.joining([split], stream: texts.stream, rule: texts.rule)
            windows = RepeatedWindows.noting(
                [split],
                scalarCount: texts.stream.scalars.count,
                rule: texts.rule
            )
            spanning = SpanningRuns.finding(
                repeated,
                windows: windows,
                stream: texts.stream,
                index: texts.index,
                rule: texts.rule,
                pairRule: pairRule,
                placeLimit: placeLimit
            )
        }

        /// Runs in several places that no window in few places finds and no repeated run holds.
        var plain: [[Int]] {
            let length = texts.rule.minNarrowRun
            return texts.runs(ofLength: length).values
                .filter { places in
                    let run = places[0]..<places[0] + length
                    let inner = run.filter { start in
                        texts.windowText(start).map { start + $0.count <= run.upperBound } ?? false
                    }
                    let isHeld = repeated.runs.contains { repeated in
                        repeated.starts.contains {
                            $0 <= run.lowerBound && run.upperBound <= $0 + repeated.length
                        }
                    }
                    return places.count > 1 && inner.allSatisfy(windows.contains) && !isHeld
                }
        }
    }

    @Test(arguments: 0..<asDebugCode(30, optimised: 150))
    func theyAreThoseThatNothingElseTells(seed: Int) throws {
        let sample = try Sample(seed: seed)
        let plain = sample.plain
        let few = plain.filter { $0.count <= sample.placeLimit }
        #expect(sample.spanning.starts.map { Int($0) } == few.joined().sorted())
        var listed: [[Int]] = []
        for run in sample.spanning.runs {
            #expect(run.length == run.windowCount + sample.texts.rule.minNarrowRun - 1)
            for step in 0..<run.windowCount { listed.append(run.starts.map { $0 + step }) }
        }
        #expect(Set(listed) == Set(plain.filter { $0.count > sample.placeLimit }))
        let seedOfWindow = sample.texts.seedOfWindow
        var pairs: Set<TextPair> = []
        for places in few {
            let seeds = try places.map { try #require(seedOfWindow[$0]) }
            let offsets = zip(seeds, places).map { Int(sample.texts.index.seeds[$0].position) - $1 }
            #expect(Set(offsets).count == 1)
            for (later, second) in seeds.enumerated() {
                for first in seeds[..<later] where first != second {
                    pairs.insert(TextPair(UInt32(first), UInt32(second)))
                }
            }
        }
        #expect(Set(sample.spanning.pairs) == pairs)
        #expect(sample.spanning.pairs == sample.spanning.pairs.sorted())
    }

    @Test func theSamplesHoldBothKinds() throws {
        let samples = try (0..<150).map { try Sample(seed: $0).spanning }
        #expect(samples.count { !$0.starts.isEmpty } > 10)
        #expect(samples.count { !$0.runs.isEmpty } > 10)
    }

    /// Only what is compared is paired or listed.
    @Test(arguments: 0..<80)
    func whatIsNotComparedIsNotTold(seed: Int) throws {
        let sample = try Sample(seed: seed) { count in
            .against((0..<count).map { $0 % 2 == 0 })
        }
        let seeds = sample.texts.index.seeds
        for pair in sample.spanning.pairs {
            let (a, b) = (seeds[Int(pair.first)].document, seeds[Int(pair.second)].document)
            #expect(a % 2 != b % 2)
        }
        for run in sample.spanning.runs {
            let documents = run.starts.map { sample.texts.stream.document(at: $0) % 2 }
            #expect(Set(documents).count == 2)
        }
    }

    /// A run that another holds at all its places is left out; all others stay, in order.
    @Test(arguments: 0..<150)
    func whatTheyHoldIsToldOnce(seed: Int) throws {
        let sample = try Sample(seed: seed)
        let told = sample.repeated.adding(sample.spanning.runs)
        let others = sample.spanning.runs
        let expected = sample.repeated.runs.filter { run in
            !others.contains { other in
                other.starts.count == run.starts.count
                    && zip(other.starts, run.starts)
                        .allSatisfy {
                            $0 <= $1 && $1 + run.length <= $0 + other.length
                        }
            }
        }
        #expect(told.count == expected.count + others.count)
        #expect((expected + others).allSatisfy(told.contains))
        #expect(told.map(\.starts[0]) == told.map(\.starts[0]).sorted())
    }

    /// A passage that holds a run in few places is not told by repeated runs.
    @Test(arguments: 0..<150)
    func runsInFewPlacesNeedAPassage(seed: Int) throws {
        let sample = try Sample(seed: seed)
        var windows = sample.windows
        windows.except(sample.spanning)
        let length = sample.texts.rule.minNarrowRun
        for start in sample.spanning.starts.map({ Int($0) }) {
            var passage = Passage(
                aDocument: 0,
                bDocument: 0,
                a: start..<start + length,
                b: start..<start + length,
                runs: []
            )
            passage.certainMatches = [EqualStretch(a: start, b: start, length: length)]
            #expect(sample.windows.reportAll(of: passage, in: sample.texts.stream))
            #expect(!windows.reportAll(of: passage, in: sample.texts.stream))
        }
    }
}
