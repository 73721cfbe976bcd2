import Benchmark
import BenchmarkSupport
@_spi(Core) import LeitongCore

// Guards the arithmetic of the signature: 128 multiplications and minima for each shingle, and the
// two bits of each value that are kept of it.

private let hashes = SampleShingles(SampleParagraphs(count: 8000)).hashes

let benchmarks: @Sendable () -> Void = {
    Benchmark(
        "Signature of 128 values",
        configuration: .subject(.kilo, rates: [.updates, .shingles, .paragraphs])
    ) { benchmark in
        sign(benchmark)
    }
    Benchmark(
        "Sketch of a signature",
        configuration: .subject(.kilo, rates: [.paragraphs])
    ) { benchmark in
        sketch(benchmark)
    }
    Benchmark(
        "Agreements of two sketches",
        configuration: .subject(.mega, rates: [.pairs])
    ) { benchmark in
        agree(benchmark)
    }
}

private func sign(_ benchmark: Benchmark) {
    let hasher = MinHasher()
    var signature = [UInt32](repeating: 0, count: MinHasher.valueCount)
    let numbers = benchmark.sample(of: hashes.count)
    benchmark.measure {
        var shingleCount = 0
        for index in benchmark.scaledIterations {
            hasher.sign(hashes[numbers.lowerBound + index], into: &signature)
            blackHole(signature[0])
            shingleCount += hashes[numbers.lowerBound + index].count
        }
        return [
            .updates: shingleCount * MinHasher.valueCount, .shingles: shingleCount,
            .paragraphs: numbers.count,
        ]
    }
    guard benchmark.checksAnswer else { return }
    for number in numbers.prefix(100) {
        hasher.sign(hashes[number], into: &signature)
        let list = hashes[number].withHashes { span in span.indices.map { span[$0] } }
        let expected = PlainAnswers.signature(list)
        benchmark.check(signature == expected, "signature of paragraph \(number)")
    }
}

private func sketch(_ benchmark: Benchmark) {
    let signatures = signatures(of: benchmark.sample(of: hashes.count))
    benchmark.measure {
        for index in benchmark.scaledIterations {
            let signature = signatures[index]
            blackHole(BitSketch(signature.span))
        }
        return [.paragraphs: signatures.count]
    }
    guard benchmark.checksAnswer else { return }
    for (first, second) in zip(signatures, signatures.dropFirst()) {
        let equal = zip(first, second).count { $0 & 3 == $1 & 3 }
        let agreements = BitSketch(first.span).agreements(with: BitSketch(second.span))
        benchmark.check(agreements == equal, "\(agreements) agreements where \(equal) stand")
    }
}

private func agree(_ benchmark: Benchmark) {
    let sketches = signatures(of: 0..<1000).map { BitSketch($0.span) }
    var total = 0
    benchmark.measure {
        for left in sketches {
            for right in sketches { total += left.agreements(with: right) }
        }
        return [.pairs: sketches.count * sketches.count]
    }
    blackHole(total)
    guard benchmark.checksAnswer else { return }
    benchmark.check(
        sketches.allSatisfy { $0.agreements(with: $0) == MinHasher.valueCount },
        "a sketch agrees with itself everywhere"
    )
}

private func signatures(of numbers: Range<Int>) -> [[UInt32]] {
    let hasher = MinHasher()
    return numbers.map { number in
        var signature = [UInt32](repeating: 0, count: MinHasher.valueCount)
        hasher.sign(hashes[number], into: &signature)
        return signature
    }
}
