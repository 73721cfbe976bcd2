import Benchmark
import BenchmarkSupport
@_spi(Core) import LeitongCore

// Guards the search of passages among all documents: hits, exact matches, chains, alignment, merging.

private let sample = SampleStream(paragraphs: 8000)

let benchmarks: @Sendable () -> Void = {
    Benchmark("Passages of all documents", configuration: .subject(.one, rates: [.characters])) {
        benchmark in
        let finder = PassageFinder(
            stream: sample.stream,
            index: sample.index(of: sample.seeds()),
            rule: .standard,
            pairRule: .all,
            placeLimit: 12,
            extraPairs: []
        )
        var whole = 0
        benchmark.measure {
            whole = 0
            finder.forEachPair(of: 0..<sample.stream.documentCount) { chains in
                for passage in chains.map(\.passage)
                where passage.bDocument == passage.aDocument + 1 && passage.matched > 150 {
                    whole += 1
                }
            }
            return [.characters: sample.stream.scalars.count]
        }
        guard benchmark.checksAnswer else { return }
        // Every copy with one to four characters replaced is one passage of nearly all of it.
        benchmark.check(whole >= sample.copiedPairs, "\(whole) of \(sample.copiedPairs) copies")
    }
}
