import Benchmark
import BenchmarkSupport
@_spi(Core) import LeitongCore

// Guards what the weighing of passages costs: the surprisal of each of their characters.

private let sample = SampleParagraphs(count: 16_000)
private let folder = Folder(level: .standard)

let benchmarks: @Sendable () -> Void = {
    Benchmark(
        "Surprisal of a character",
        configuration: .subject(.kilo, rates: [.characters, .paragraphs])
    ) { benchmark in
        surprisals(benchmark)
    }
    Benchmark("Model read from its file", configuration: .subject(.one, rates: [.models])) {
        benchmark in
        read(benchmark)
    }
}

private func surprisals(_ benchmark: Benchmark) {
    let model = BackgroundModel.standard
    let texts = benchmark.sample(of: sample.texts.count).map { folded(sample.texts[$0]) }
    var bits: [Float] = []
    benchmark.measure {
        var count = 0
        for index in benchmark.scaledIterations {
            let text = texts[index]
            model.surprisals(of: text.span, from: 0, into: &bits)
            blackHole(bits.count)
            count += bits.count
        }
        return [.characters: count, .paragraphs: texts.count]
    }
    guard benchmark.checksAnswer else { return }
    for text in texts {
        model.surprisals(of: text.span, from: 0, into: &bits)
        benchmark.check(bits == oneByOne(text, model), "surprisals of \(text.count) characters")
    }
}

/// The surprisal of each character asked for alone, with no more than its context.
private func oneByOne(_ text: [UInt32], _ model: BackgroundModel) -> [Float] {
    var alone: [Float] = []
    return text.indices.flatMap { index in
        let start = max(0, index - model.order)
        let end = text[start...index]
        model.surprisals(of: end.span, from: index - start, into: &alone)
        return alone
    }
}

private func read(_ benchmark: Benchmark) {
    var builder = BackgroundModelBuilder()
    for text in sample.texts.prefix(2000) { builder.add(folded(text).span) }
    let bytes = builder.finish(maxBytes: 4_000_000)
    var count = 0
    benchmark.measure {
        count = (try? BackgroundModel(bytes: bytes))?.entryCount ?? 0
        return [.models: 1]
    }
    guard benchmark.checksAnswer else { return }
    benchmark.check(count > 1000, "n-grams of a model")
}

private func folded(_ text: [UInt8]) -> [UInt32] {
    var folded = FoldedText()
    var scalars: [UInt32] = []
    folder.fold(text.span, into: &folded, keepingMap: false)
    folded.decodeScalars(into: &scalars)
    return scalars
}
