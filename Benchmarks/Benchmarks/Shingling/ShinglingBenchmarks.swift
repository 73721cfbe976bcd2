import Benchmark
import BenchmarkSupport
@_spi(Core) import LeitongCore

// Guards the hash of a shingle: XXH3-64 over some fifteen bytes, once for nearly every character.

private let folded = SampleShingles(SampleParagraphs(count: 8000)).folded

let benchmarks: @Sendable () -> Void = {
    let configuration = Benchmark.Configuration.subject(
        .kilo,
        rates: [.shingles, .paragraphs]
    )
    Benchmark("Hash shingles of 5 characters", configuration: configuration) { benchmark in
        hash(.characters(5), benchmark)
    }
    Benchmark("Hash shingles of width 10", configuration: configuration) { benchmark in
        hash(.standard, benchmark)
    }
}

private func hash(_ rule: ShingleRule, _ benchmark: Benchmark) {
    let shingler = Shingler(rule: rule)
    var shingles = ShingleHashes()
    let numbers = benchmark.sample(of: folded.count)
    benchmark.measure {
        var shingleCount = 0
        for index in benchmark.scaledIterations {
            shingler.hash(folded[numbers.lowerBound + index], into: &shingles)
            blackHole(shingles.count)
            shingleCount += shingles.count
        }
        return [.shingles: shingleCount, .paragraphs: numbers.count]
    }
    guard benchmark.checksAnswer else { return }
    for number in numbers.prefix(50) {
        shingler.hash(folded[number], into: &shingles)
        let expected = PlainAnswers.shingles(folded[number], rule: rule).map(PlainAnswers.hash)
        benchmark.check(
            shingles.withHashes { span in span.indices.map { span[$0] } } == expected,
            "hashes of paragraph \(number)"
        )
    }
}
