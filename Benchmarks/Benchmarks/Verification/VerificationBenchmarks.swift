import Benchmark
import BenchmarkSupport
@_spi(Core) import LeitongCore

// Guards what a candidate costs: nothing is reported that was not verified on the texts, so every
// candidate is folded, shingled and counted. The exact join is the other way to candidates.

private let sample = SampleParagraphs(count: 10_000)
private let hashes = SampleShingles(sample).hashes
private let threshold = 0.7

let benchmarks: @Sendable () -> Void = {
    let configuration = Benchmark.Configuration.subject(.kilo, rates: [.pairs])
    Benchmark("Exact Jaccard of two shingle sets", configuration: configuration) { benchmark in
        count(benchmark)
    }
    Benchmark("Exact Jaccard of two texts", configuration: configuration) { benchmark in
        readAndCount(benchmark)
    }
    Benchmark(
        "Prefix-filter join of 10,000 shingle sets",
        configuration: .subject(.one, rates: [.paragraphs])
    ) { benchmark in
        join(benchmark)
    }
}

/// A thousand pairs: each copy of the sample with the paragraph it was made from.
private func pairs(_ benchmark: Benchmark) -> [(left: Int, right: Int)] {
    benchmark.scaledIterations.map { (sample.copies[$0] - 1, sample.copies[$0]) }
}

private func count(_ benchmark: Benchmark) {
    let pairs = pairs(benchmark)
    var counter = JaccardCounter()
    benchmark.measure {
        for index in benchmark.scaledIterations {
            counter.load(hashes[pairs[index].left])
            blackHole(counter.compare(hashes[pairs[index].right]))
        }
        return [.pairs: pairs.count]
    }
    guard benchmark.checksAnswer else { return }
    for pair in pairs {
        counter.load(hashes[pair.left])
        let overlap = counter.compare(hashes[pair.right])
        benchmark.check(
            overlap == plainOverlap(pair.left, pair.right),
            "overlap of paragraphs \(pair.left) and \(pair.right)"
        )
        // Unlike paragraphs too: every copy with that of the next pair.
        let other = (pair.right + 10) % sample.texts.count
        benchmark.check(
            counter.compare(hashes[other]) == plainOverlap(pair.left, other),
            "overlap of paragraphs \(pair.left) and \(other)"
        )
    }
}

private func readAndCount(_ benchmark: Benchmark) {
    let pairs = pairs(benchmark)
    var reader = PairReader()
    benchmark.measure {
        for index in benchmark.scaledIterations {
            blackHole(reader.overlap(pairs[index].left, pairs[index].right))
        }
        return [.pairs: pairs.count]
    }
    guard benchmark.checksAnswer else { return }
    for pair in pairs {
        let overlap = reader.overlap(pair.left, pair.right)
        benchmark.check(
            overlap == plainOverlap(pair.left, pair.right),
            "overlap of paragraphs \(pair.left) and \(pair.right)"
        )
        benchmark.check(overlap.jaccard >= threshold, "paragraph \(pair.right) is a copy")
    }
}

private func join(_ benchmark: Benchmark) {
    var candidates: [TextPair] = []
    var families: [[UInt32]] = []
    benchmark.measure {
        var join = PrefixFilterJoin(threshold: threshold)
        for number in hashes.indices {
            join.add(text: UInt32(number), shingles: hashes[number])
        }
        candidates.removeAll()
        families.removeAll()
        join.nominate(pairs: &candidates, largeBuckets: &families)
        return [.paragraphs: hashes.count]
    }
    guard benchmark.checksAnswer else { return }
    let found = Set(candidates)
    for copy in sample.copies {
        let planted = TextPair(UInt32(copy - 1), UInt32(copy))
        let isInFamily = families.contains {
            $0.contains(planted.first) && $0.contains(planted.second)
        }
        benchmark.check(
            found.contains(planted) || isInFamily,
            "paragraph \(copy) is a candidate"
        )
    }
}

private func elements(of text: Int) -> Set<UInt64> {
    hashes[text].withHashes { span in Set(span.indices.map { span[$0] }) }
}

/// Intersection and union from the definition of a set.
private func plainOverlap(_ left: Int, _ right: Int) -> Overlap {
    let (first, second) = (elements(of: left), elements(of: right))
    return Overlap(
        intersection: first.intersection(second).count,
        union: first.union(second).count
    )
}

/// Reads two texts as the verification of candidates does, without folding anything away.
private struct PairReader {
    private let folder = Folder(level: .none)
    private let shingler = Shingler(rule: .characters(5))
    private var folded = FoldedText()
    private var shingles = ShingleHashes()
    private var counter = JaccardCounter()

    init() {}

    mutating func overlap(_ left: Int, _ right: Int) -> Overlap {
        read(left)
        counter.load(shingles)
        read(right)
        return counter.compare(shingles)
    }

    private mutating func read(_ number: Int) {
        let text = sample.texts[number]
        folder.fold(text.span, into: &folded, keepingMap: false)
        shingler.hash(folded, into: &shingles)
    }
}
