import Benchmark
import BenchmarkSupport
@_spi(Core) import LeitongCore

// Guards exact alignment: a thousand characters with every fifth replaced, and two unrelated texts.

private let sample = SampleStream(paragraphs: 100)

let benchmarks: @Sendable () -> Void = {
    let text = Array(sample.stream.scalars.prefix(1000))
    Benchmark(
        "A thousand characters, a fifth replaced",
        configuration: .subject(.one, rates: [.pairs])
    ) {
        benchmark in
        var edited = text
        for position in stride(from: 4, to: 1000, by: 5) { edited[position] = 0x4E00 }
        align(text, edited, benchmark)
    }
    Benchmark(
        "Two unrelated texts of a thousand characters",
        configuration: .subject(.one, rates: [.pairs])
    ) {
        benchmark in
        align(text, Array(sample.stream.scalars[4000..<5000]), benchmark)
    }
}

private func align(_ a: [UInt32], _ b: [UInt32], _ benchmark: Benchmark) {
    var script = EditScript(from: a.span, to: a.span)
    benchmark.measure {
        script = EditScript(from: a.span, to: b.span)
        return [.pairs: 1]
    }
    guard benchmark.checksAnswer else { return }
    for run in script.runs where run.kind == .equal {
        benchmark.check(Array(a[run.a]) == Array(b[run.b]), "equal run at \(run.a)")
    }
    benchmark.check(script.runs.last?.a.upperBound == a.count, "runs cover the text")
    benchmark.check(script.runs.last?.b.upperBound == b.count, "runs cover the copy")
}
