package import Benchmark
private import Foundation

extension Benchmark.Configuration {
    /// What all subjects have in common: the metrics, and three seconds for each benchmark.
    ///
    /// - Parameters:
    ///   - scalingFactor: How many of the thing measured one sample covers.
    ///   - rates: What the speed is told in; the first also for a second of processor time.
    /// - Returns: The configuration.
    package static func subject(
        _ scalingFactor: BenchmarkScalingFactor,
        rates: [Rate]
    ) -> Self {
        let rows = rates.map(\.row) + rates.prefix(1).map(\.processorRow)
        // The library reads processor time in ticks of 10 ms: of use where a sample takes longer.
        let processorTime: [BenchmarkMetric] = scalingFactor == .one ? [.cpuUser] : []
        return .init(
            metrics: rows + processorTime + [.wallClock, .throughput, .instructions],
            tags: [:],
            timeUnits: .automatic,
            units: Dictionary(uniqueKeysWithValues: rows.map { ($0, .count) }),
            warmupIterations: 2,
            scalingFactor: scalingFactor,
            maxDuration: .seconds(3),
            maxIterations: 10_000,
            skip: false,
            thresholds: nil
        )
    }
}

extension Benchmark {
    /// Measures work and enters its rates in the table.
    ///
    /// - Parameter work: The measured part; returns how many of each it did.
    package func measure(_ work: () -> KeyValuePairs<Rate, Int>) {
        startMeasurement()
        let stopwatch = Stopwatch()
        let counts = work()
        let times = stopwatch.read()
        stopMeasurement()
        enter(counts, times)
    }

    /// Measures work that waits for tasks and enters its rates in the table.
    ///
    /// - Parameter work: The measured part; returns how many of each it did.
    package func measureTasks(
        _ work: () async throws -> KeyValuePairs<Rate, Int>
    ) async rethrows {
        startMeasurement()
        let stopwatch = Stopwatch()
        let counts = try await work()
        let times = stopwatch.read()
        stopMeasurement()
        enter(counts, times)
    }

    private func enter(
        _ counts: KeyValuePairs<Rate, Int>,
        _ times: (wall: Double, processor: Double)
    ) {
        for (index, (rate, count)) in counts.enumerated() {
            measurement(rate.row, rate.figure(count: count, seconds: times.wall))
            if index == 0, times.processor > 0 {
                let figure = rate.figure(count: count, seconds: times.processor)
                measurement(rate.processorRow, figure)
            }
        }
    }

    /// Whether this iteration is one in which the answer is checked: a warm-up, outside the figures.
    package var checksAnswer: Bool { currentIteration == 0 }

    /// Ends the benchmark with an error unless a claim holds.
    ///
    /// - Parameters:
    ///   - holds: The claim.
    ///   - claim: The claim in words.
    package func check(_ holds: Bool, _ claim: String) {
        if !holds { error("\(name): wrong answer, \(claim)") }
    }

    /// The numbers of the paragraphs of one sample: the next run of them at each iteration.
    ///
    /// - Parameter count: Number of paragraphs, a multiple of the sample's size.
    /// - Returns: As many numbers as there are scaled iterations.
    package func sample(of count: Int) -> Range<Int> {
        let size = scaledIterations.count
        precondition(count >= size && count % size == 0, "samples would differ in size")
        let start = currentIteration * size % count
        return start..<start + size
    }
}

/// Time on the wall and processor time of the process since it was made.
private struct Stopwatch {
    private let processorStart = clock()
    private let wallStart = ContinuousClock.now

    /// Both times in seconds.
    func read() -> (wall: Double, processor: Double) {
        let wall = ContinuousClock.now - wallStart
        // POSIX fixes the unit of clock() at a millionth of a second.
        return (wall / .seconds(1), Double(clock() - processorStart) / 1e6)
    }
}
