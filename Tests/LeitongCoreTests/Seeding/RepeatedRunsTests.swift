import TestSupport
import Testing

@_spi(Core) @testable import LeitongCore

/// Runs in very many places, held to chains of windows in a dictionary.
@Suite struct RepeatedRunsTests {
    private func sample(_ seed: Int) throws -> (texts: SeededTexts, placeLimit: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let minRun = [13, 13, 8, 6, 20][seed % 5]
        let texts = SeededTexts(&random, rule: try #require(SeedRule(minRun: minRun)))
        return (texts, Int.random(in: 1...6, using: &random))
    }

    private func runs(_ texts: SeededTexts, _ placeLimit: Int) -> [RepeatedRun] {
        RepeatedRuns.joining(
            [texts.split(placeLimit: placeLimit)],
            stream: texts.stream,
            rule: texts.rule
        )
        .runs
    }

    /// Two windows are one run if the second stands one further wherever the first does, and
    /// nowhere else.
    private func plainRuns(_ texts: SeededTexts, _ placeLimit: Int) -> [RepeatedRun] {
        let repeated = texts.windows.filter { $0.value.count > placeLimit }
        var textOfPlaces: [[Int]: [UInt32]] = [:]
        for (text, places) in repeated { textOfPlaces[places] = text }
        var runs: [RepeatedRun] = []
        for places in repeated.values where textOfPlaces[places.map { $0 - 1 }] == nil {
            var run = RepeatedRun(starts: places, length: 0, windowCount: 0)
            while let window = textOfPlaces[places.map { $0 + run.windowCount }] {
                run.length = Swift.max(run.length, run.windowCount + window.count)
                run.windowCount += 1
            }
            runs.append(run)
        }
        return runs.sorted { ($0.starts[0], $0.length) < ($1.starts[0], $1.length) }
    }

    @Test(arguments: 0..<120)
    func runsAreChainsOfWindows(seed: Int) throws {
        let (texts, placeLimit) = try sample(seed)
        #expect(runs(texts, placeLimit) == plainRuns(texts, placeLimit))
    }

    @Test(arguments: 0..<120)
    func everyWindowIsInARunAndAllPlacesAgree(seed: Int) throws {
        let (texts, placeLimit) = try sample(seed)
        var covered: Set<[UInt32]> = []
        for run in runs(texts, placeLimit) {
            #expect(run.starts == run.starts.sorted() && run.starts.count > placeLimit)
            let scalars = texts.stream.scalars
            let text = scalars[run.starts[0]..<run.starts[0] + run.length]
            for start in run.starts {
                #expect(scalars[start..<start + run.length].elementsEqual(text))
                let document = texts.stream.range(ofDocument: texts.stream.document(at: start))
                #expect(document.contains(start) && start + run.length <= document.upperBound)
            }
            for position in run.starts[0]..<run.starts[0] + run.length {
                guard let window = texts.windowText(position),
                    position + window.count <= run.starts[0] + run.length
                else { continue }
                covered.insert(window)
            }
        }
        for (window, places) in texts.windows where places.count > placeLimit {
            #expect(covered.contains(window))
        }
    }

    /// Parts of the splitter's results, as threads make them, are joined.
    @Test func runsReachOverPartsOfTheResult() throws {
        let run = Array("全面推进乡村振兴加快农业现代化建设步伐".unicodeScalars.map(\.value))
        let texts = SeededTexts([[UInt32]](repeating: run, count: 5))
        let whole = texts.split(placeLimit: 2)
        let parts = whole.windowsOfRuns.map { places in
            var part = SeedLengthener.Result()
            part.runStarts = [0]
            part.windowStarts = places.map { UInt32($0) }
            return part
        }
        #expect(parts.count > 1)
        let runs = RepeatedRuns.joining(parts, stream: texts.stream, rule: texts.rule).runs
        #expect(runs.map(\.starts) == [(0..<5).map { $0 * run.count }])
        #expect(runs.map(\.length) == [run.count])
        #expect(RepeatedRuns.joining([], stream: texts.stream, rule: texts.rule).runs.isEmpty)
    }
}
