import Benchmark
import BenchmarkSupport
import Foundation
import Leitong
import LeitongFiles

// Guards the whole: records in, verified pairs out, and that a second thread is worth its money
// (at least 1.8 times the paragraphs of one).

private let sample = RecordSample(count: 100_000)
private let executor = QueueExecutor()
/// Standard options, and of the report what JSON Lines of many records need.
private let finder = Finder(content: ReportContent(detail: .matches))

let benchmarks: @Sendable () -> Void = {
    let configuration = Benchmark.Configuration.subject(.one, rates: [.paragraphs, .bytes])
    Benchmark("Read 100,000 records, 1 thread", configuration: configuration) { benchmark in
        try await read(benchmark)
    }
    Benchmark("Find in 100,000 paragraphs, 1 thread", configuration: configuration) { benchmark in
        try await find(threads: 1, benchmark)
    }
    Benchmark("Find in 100,000 paragraphs, 2 threads", configuration: configuration) { benchmark in
        try await find(threads: 2, benchmark)
    }
    Benchmark("Read and find, 1 thread", configuration: configuration) { benchmark in
        try await readAndFind(threads: 1, benchmark)
    }
    Benchmark("Read and find, 2 threads", configuration: configuration) { benchmark in
        try await readAndFind(threads: 2, benchmark)
    }
}

private func read(_ benchmark: Benchmark) async throws {
    let loader = Loader()
    try await sample.withFile { path in
        var paragraphCount = 0
        try await benchmark.measureTasks {
            // A record is a paragraph.
            paragraphCount = try await loader.load(paths: [path]).units.count
            return sample.counts
        }
        benchmark.check(paragraphCount == sample.count, "\(paragraphCount) paragraphs were read")
    }
}

private func find(threads: Int, _ benchmark: Benchmark) async throws {
    let corpus = try await sample.corpus()
    var report: Report?
    try await withTaskExecutorPreference(executor) {
        try await benchmark.measureTasks {
            report = try await finder.find(in: corpus, context: RunContext(threads: threads))
            return sample.counts
        }
    }
    guard benchmark.checksAnswer, let report else { return }
    benchmark.check(sample.copies == copies(in: report), "the planted copies are what is found")
    let alone = try await finder.find(in: corpus)
    benchmark.check(report == alone, "the report depends on the number of threads")
}

private func readAndFind(threads: Int, _ benchmark: Benchmark) async throws {
    let loader = Loader()
    let context = RunContext(threads: threads)
    try await sample.withFile { path in
        var report: Report?
        try await withTaskExecutorPreference(executor) {
            try await benchmark.measureTasks {
                let corpus = try await loader.load(paths: [path], context: context)
                report = try await finder.find(in: corpus, context: context)
                return sample.counts
            }
        }
        guard benchmark.checksAnswer, let report else { return }
        benchmark.check(sample.copies == copies(in: report), "the planted copies are what is found")
    }
}

/// The copies a report tells of: names of the two records of each match, the earlier first.
private func copies(in report: Report) -> Set<[String]> {
    Set(report.paragraphs.map { [$0.a.document, $0.b.document].sorted() })
}
