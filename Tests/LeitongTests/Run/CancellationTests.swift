import Foundation
import LeitongFiles
import LeitongStorage
import Synchronization
import TestSupport
import Testing

@testable import Leitong

/// A run that is cancelled at whatever point ends in an error, begins nothing more, and leaves no file.
///
/// No clock decides: the listener of progress cancels the run at a random one of its events.
@Suite struct CancellationTests {
    /// What is run.
    enum Work: String, CaseIterable, Sendable {
        case find, findAll, findExact, findAgainst, score, documents, paragraphs, load
    }

    /// What a run told, and whether it went on after it was cancelled.
    private final class Listener: Sendable {
        private struct State {
            var events = 0
            var lastAdvance = 0
            var stagesAfter = 0
            var isCancelled = false
        }

        private let state = Mutex(State())
        private let limit: Int

        init(cancelsAt limit: Int) { self.limit = limit }

        /// The last event after which there is something to stop.
        var lastAdvance: Int { state.withLock { $0.lastAdvance } }
        var stagesAfterCancellation: Int { state.withLock { $0.stagesAfter } }
        var hasCancelled: Bool { state.withLock { $0.isCancelled } }

        func progress(_ cancel: @escaping @Sendable () -> Void) -> RunProgress {
            RunProgress { event in
                let cancelsNow = self.state.withLock { state in
                    state.events += 1
                    if case .began = event, state.isCancelled { state.stagesAfter += 1 }
                    if case .advanced = event { state.lastAdvance = state.events }
                    if state.events == self.limit { state.isCancelled = true }
                    return state.events == self.limit
                }
                if cancelsNow { cancel() }
            }
        }
    }

    private static let sample: [String] = {
        var random = SplitMix64(seed: 3)
        var texts = SampleTexts.paragraphs(count: 30, seed: 3)
        // Families, and a sentence in very many places.
        let base = SampleTexts.paragraph(length: 90, using: &random)
        let common = SampleTexts.paragraph(length: 50, using: &random)
        texts += (0..<110).map { _ in SampleTexts.edited(base, rate: 0.015, using: &random) }
        texts += (0..<14)
            .map { _ in common + SampleTexts.paragraph(length: 30, using: &random) }
        return texts
    }()

    private static let corpus = Corpus(
        sample.enumerated().map { InputText(id: "\($0.offset)", text: $0.element) }
    )

    /// Runs that are cancelled, of each kind.
    #if DEBUG
    private static let trials = 2
    #else
    private static let trials = 24
    #endif

    private static func run(_ work: Work, _ paths: [String], _ context: RunContext) async throws {
        var options = DeduplicationOptions()
        options.level = work == .paragraphs ? .paragraph : .document
        switch work {
        case .find: _ = try await Finder().find(in: corpus, context: context)
        case .findAll:
            var options = ComparisonOptions()
            options.listsAllPairs = true
            _ = try await Finder(options: options, content: ReportContent(keepsTexts: true))
                .find(in: corpus, context: context)
        case .findExact:
            var options = ComparisonOptions()
            options.isExact = true
            _ = try await Finder(options: options).find(in: corpus, context: context)
        case .findAgainst:
            var options = ComparisonOptions()
            options.pairing = .against((sample.count / 2..<sample.count).map { "\($0)" })
            _ = try await Finder(options: options).find(in: corpus, context: context)
        case .score:
            let names = (0..<12).map { "\($0)" }
            _ = try await Scorer().score(corpus, only: names, context: context)
        case .documents, .paragraphs:
            _ = try await Deduplicator(options: options).deduplicate(corpus, context: context)
        case .load: _ = try await Loader().load(paths: paths, context: context)
        }
    }

    /// Files, and records of several ranges.
    private static func write(to folder: TemporaryFolder) throws {
        for number in 0..<12 { try folder.write(sample[number], to: "\(number).txt") }
        let lines = sample.enumerated().map { #"{"id": \#($0.offset), "text": "\#($0.element)"}"# }
        try folder.write(lines.joined(separator: "\n"), to: "records.jsonl")
    }

    @Test(arguments: Work.allCases, [1, 3])
    func nothingIsBegunAfterwardsAndNoFileStays(work: Work, threads: Int) async throws {
        let folder = try TemporaryFolder()
        let scratch = try TemporaryFolder()
        try Self.write(to: folder)
        let paths = [folder.path]
        // All that can go to scratch files does.
        let memory = MemoryBudget(limit: 0, directory: scratch.path)
        let whole = Listener(cancelsAt: .max)
        let context = RunContext(threads: threads, memory: memory, progress: whole.progress {})
        try await Self.run(work, paths, context)
        #expect(whole.lastAdvance > 3)
        var random = SplitMix64(seed: UInt64(threads))
        for _ in 0..<Self.trials {
            let listener = Listener(
                cancelsAt: Int.random(in: 1...whole.lastAdvance, using: &random)
            )
            await #expect(throws: CancellationError.self, "\(work)") {
                try await CancellableWork.run { cancel in
                    let context = RunContext(
                        threads: threads,
                        memory: memory,
                        progress: listener.progress(cancel)
                    )
                    try await Self.run(work, paths, context)
                }
            }
            #expect(listener.hasCancelled)
            #expect(listener.stagesAfterCancellation == 0)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path) == [])
        #expect(try Self.openFiles(in: scratch) == [])
    }

    /// Files without a name that are still open; only Linux tells.
    private static func openFiles(in folder: TemporaryFolder) throws -> [String] {
        let descriptors = "/proc/self/fd"
        guard FileManager.default.fileExists(atPath: descriptors) else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: descriptors)
            .compactMap {
                try? FileManager.default.destinationOfSymbolicLink(atPath: "\(descriptors)/\($0)")
            }
            .filter { $0.contains(folder.url.lastPathComponent) }
    }

    /// The listener of a whole run is told every stage once, in order.
    @Test func everyStageBeginsOnce() async throws {
        let stages = Mutex<[RunProgress.Stage]>([])
        let progress = RunProgress { event in
            if case .began(let stage) = event { stages.withLock { $0.append(stage) } }
        }
        _ = try await Finder().find(in: Self.corpus, context: RunContext(progress: progress))
        #expect(
            stages.withLock { $0 } == [
                .signing, .nominating, .verifying, .seeding, .chaining, .gathering, .placing,
                .reporting,
            ]
        )
    }
}
