import Benchmark
import BenchmarkSupport
@_spi(Core) import LeitongCore

// Guards the first step of passages: a seed in every window, and the seeds grouped by what they hold.

private let sample = SampleStream(paragraphs: 8000)

let benchmarks: @Sendable () -> Void = {
    Benchmark("Seeds chosen", configuration: .subject(.one, rates: [.characters])) { benchmark in
        var batch = SeedBatch()
        benchmark.measure {
            batch = sample.seeds()
            return [.characters: sample.stream.scalars.count]
        }
        guard benchmark.checksAnswer else { return }
        let density = Double(batch.seeds.count) / Double(sample.stream.scalars.count)
        benchmark.check((0.2...0.25).contains(density), "two seeds in nine characters")
    }
    Benchmark("Seeds grouped", configuration: .subject(.one, rates: [.characters])) { benchmark in
        let batch = sample.seeds()
        var groups = 0
        benchmark.measure {
            groups = sample.index(of: batch).groupCount
            return [.characters: sample.stream.scalars.count]
        }
        guard benchmark.checksAnswer else { return }
        var counts: [UInt64: Int] = [:]
        for key in batch.keys { counts[key, default: 0] += 1 }
        benchmark.check(groups == counts.values.count { $0 > 1 }, "groups of equal seeds")
    }
}
