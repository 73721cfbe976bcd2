import Benchmark
import BenchmarkSupport
@_spi(Core) import LeitongCore

// Guards the first budget: shingle, hash and sign 400,000 paragraphs of 200 characters a second on
// one core. The first benchmark is the line that is held against it.

private let sample = SampleParagraphs(count: 16_000)
private let plan = standardBandPlan()

let benchmarks: @Sendable () -> Void = {
    let configuration = Benchmark.Configuration.subject(
        .kilo,
        rates: [.paragraphs, .shingles]
    )
    Benchmark("Signatures, fold none", configuration: configuration) { benchmark in
        sign(SigningBench(folding: .none, rule: .characters(5)), benchmark)
    }
    Benchmark("Signatures, fold standard", configuration: configuration) { benchmark in
        sign(SigningBench(folding: .standard, rule: .standard), benchmark)
    }
    Benchmark("Signatures, fold standard, digest and sketch", configuration: configuration) {
        benchmark in
        sign(SigningBench(folding: .standard, rule: .standard, sketches: true), benchmark)
    }
}

private func sign(_ bench: SigningBench, _ benchmark: Benchmark) {
    var bench = bench
    let numbers = benchmark.sample(of: sample.texts.count)
    benchmark.measure {
        var shingleCount = 0
        for index in benchmark.scaledIterations {
            bench.sign(sample.texts[numbers.lowerBound + index])
            shingleCount += bench.shingles.count
            blackHole(bench.keys)
        }
        return [.paragraphs: numbers.count, .shingles: shingleCount]
    }
    guard benchmark.checksAnswer else { return }
    for number in numbers.prefix(20) {
        bench.sign(sample.texts[number])
        let expected = bench.plainSignature(of: sample.texts[number])
        benchmark.check(bench.signature == expected, "signature of paragraph \(number)")
        let keys = plan.keys(of: expected.span)
        benchmark.check(bench.keys == keys, "band keys of paragraph \(number)")
    }
}

/// One worker with its buffers, from a text to its band keys.
private struct SigningBench {
    let folder: Folder
    let shingler: Shingler
    let hasher = MinHasher()
    let sketches: Bool
    var folded = FoldedText()
    var shingles = ShingleHashes()
    var signature = [UInt32](repeating: 0, count: MinHasher.valueCount)
    var keys = [UInt32](repeating: 0, count: plan.bandCount)

    init(folding: FoldingLevel, rule: ShingleRule, sketches: Bool = false) {
        folder = Folder(level: folding)
        shingler = Shingler(rule: rule)
        self.sketches = sketches
    }

    mutating func sign(_ text: [UInt8]) {
        folder.fold(text.span, into: &folded, keepingMap: false)
        if sketches { blackHole(folded.digest) }
        shingler.hash(folded, into: &shingles)
        hasher.sign(shingles, into: &signature)
        if sketches { blackHole(BitSketch(signature.span)) }
        let values = signature
        plan.writeKeys(of: values.span, into: &keys)
    }

    /// The signature by definition: folded plainly, each shingle hashed alone.
    func plainSignature(of text: [UInt8]) -> [UInt32] {
        var plain = FoldedText()
        if folder.level == .none {
            Folder(level: .none).fold(text.span, into: &plain)
        } else {
            Folder(level: .none).fold(PlainAnswers.fold(text).span, into: &plain)
        }
        let runs = PlainAnswers.shingles(plain, rule: shingler.rule)
        return PlainAnswers.signature(runs.map(PlainAnswers.hash))
    }
}
