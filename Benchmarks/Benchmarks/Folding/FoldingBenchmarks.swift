import Benchmark
import BenchmarkSupport
@_spi(Core) import LeitongCore

// Guards what a text costs before it is compared: the first pass over every byte of the input.

private let sample = SampleParagraphs(count: 16_000)

let benchmarks: @Sendable () -> Void = {
    let configuration = Benchmark.Configuration.subject(
        .kilo,
        rates: [.paragraphs, .bytes]
    )
    Benchmark("Fold none", configuration: configuration) { benchmark in
        fold(.none, keepingMap: false, benchmark)
    }
    Benchmark("Fold standard", configuration: configuration) { benchmark in
        fold(.standard, keepingMap: false, benchmark)
    }
    Benchmark("Fold variants", configuration: configuration) { benchmark in
        fold(.variants, keepingMap: false, benchmark)
    }
    Benchmark("Fold standard, with the way back to the source", configuration: configuration) {
        benchmark in
        fold(.standard, keepingMap: true, benchmark)
    }
    Benchmark("Digest of a folded text", configuration: configuration) { benchmark in
        digest(benchmark)
    }
}

private func fold(_ level: FoldingLevel, keepingMap: Bool, _ benchmark: Benchmark) {
    let folder = Folder(level: level)
    var folded = FoldedText()
    let numbers = benchmark.sample(of: sample.texts.count)
    benchmark.measure {
        var byteCount = 0
        for index in benchmark.scaledIterations {
            let text = sample.texts[numbers.lowerBound + index]
            folder.fold(text.span, into: &folded, keepingMap: keepingMap)
            blackHole(folded.scalarCount)
            byteCount += text.count
        }
        return [.paragraphs: numbers.count, .bytes: byteCount]
    }
    guard benchmark.checksAnswer else { return }
    for number in numbers {
        let text = sample.texts[number]
        folder.fold(text.span, into: &folded, keepingMap: keepingMap)
        // The samples are Simplified, so that folding of variants changes nothing more.
        let expected = level == .none ? text : PlainAnswers.fold(text)
        benchmark.check(folded.bytes == expected, "folded text of paragraph \(number)")
        guard keepingMap else { continue }
        benchmark.check(
            leadsBack(folded, to: text, folder),
            "source of the characters of paragraph \(number)"
        )
    }
}

/// Whether the source range of each folded character folds to that character; a character such as
/// ㎡ folds to two, which share their source.
private func leadsBack(_ folded: FoldedText, to text: [UInt8], _ folder: Folder) -> Bool {
    var alone = FoldedText()
    for scalar in 0..<folded.scalarCount {
        let source = Array(text[folded.sourceByteRange(ofScalars: scalar..<scalar + 1)])
        folder.fold(source.span, into: &alone)
        let bytes = Int(folded.scalarStarts[scalar])..<Int(folded.scalarStarts[scalar + 1])
        if !alone.bytes.contains(folded.bytes[bytes]) { return false }
    }
    return true
}

private func digest(_ benchmark: Benchmark) {
    let numbers = benchmark.sample(of: sample.texts.count)
    let folder = Folder(level: .standard)
    let texts = numbers.map { number in
        var folded = FoldedText()
        let text = sample.texts[number]
        folder.fold(text.span, into: &folded, keepingMap: false)
        return folded
    }
    benchmark.measure {
        var byteCount = 0
        for index in benchmark.scaledIterations {
            blackHole(texts[index].digest)
            byteCount += texts[index].bytes.count
        }
        return [.paragraphs: texts.count, .bytes: byteCount]
    }
    guard benchmark.checksAnswer else { return }
    benchmark.check(
        Set(texts.map(\.digest)).count == Set(texts.map(\.bytes)).count,
        "digests are equal where texts are"
    )
}
