import Foundation
@_spi(Core) import LeitongCore
import LeitongFiles
import LeitongModel
import TestSupport
import Testing

@testable import Leitong

@Suite struct DeduplicatorTests {
    private typealias Unit = PlainDeduplication.Unit

    /// Random documents of several paragraphs, most of them with a date.
    private struct Sample {
        var documents: [[String]]
        var dates: [Int?]

        /// Text of each document, or each paragraph, as the engine numbers them.
        func units(_ level: DeduplicationLevel) -> [Unit] {
            zip(documents, dates)
                .flatMap { paragraphs, date in
                    level == .document
                        ? [Unit(text: paragraphs.joined(), date: date)]
                        : paragraphs.map { Unit(text: $0, date: date) }
                }
        }

        func corpus() async throws -> Corpus {
            let folder = try TemporaryFolder()
            let lines = zip(documents, dates).enumerated()
                .map { index, entry in
                    let text = entry.0.joined(separator: "\\n\\n")
                    let date = entry.1.map { #", "date": "20\#(10 + $0 / 12)-\#(10 + $0 % 3)""# }
                    return #"{"id": \#(index), "text": "\#(text)"\#(date ?? "")}"#
                }
            let path = try folder.write(lines.joined(separator: "\n"), to: "records.jsonl")
            return try await Loader().load(paths: [path])
        }
    }

    /// Copies of all degrees, each broken into paragraphs at places of its own.
    private static func documents(seed: UInt64) -> Sample {
        var generator = SplitMix64(seed: seed)
        let texts = SampleTexts.paragraphs(count: 120, seed: seed)
        let documents = texts.map { text in
            var parts: [String] = []
            var rest = Substring(text)
            while !rest.isEmpty {
                let length = Int.random(in: 5...60, using: &generator)
                parts.append(String(rest.prefix(length)))
                rest = rest.dropFirst(length)
            }
            return parts
        }
        return Sample(documents: documents, dates: dates(documents.count, &generator))
    }

    private static func paragraphs(seed: UInt64) -> Sample {
        var generator = SplitMix64(seed: seed)
        var rest = SampleTexts.paragraphs(count: 150, seed: seed)[...]
        var documents: [[String]] = []
        while !rest.isEmpty {
            let count = Int.random(in: 1...5, using: &generator)
            documents.append(Array(rest.prefix(count)))
            rest = rest.dropFirst(count)
        }
        return Sample(documents: documents, dates: dates(documents.count, &generator))
    }

    /// Months that repeat, so that ties are common.
    private static func dates(_ count: Int, _ generator: inout SplitMix64) -> [Int?] {
        (0..<count)
            .map { _ in
                let value = Int.random(in: 0..<9, using: &generator)
                return value == 0 ? nil : value / 3 * 12 + value % 3
            }
    }

    private func options(
        _ level: DeduplicationLevel,
        _ keep: KeepRule,
        exact: Bool = true
    ) -> DeduplicationOptions {
        var options = DeduplicationOptions()
        options.level = level
        options.keep = keep
        options.comparison.isExact = exact
        options.comparison.minParagraph = 1
        return options
    }

    /// Each removal was verified against one that stays.
    private func expectStars(
        _ result: Deduplication,
        _ units: [Unit],
        threshold: Double = 0.7
    ) {
        let removed = Set(result.removals.map(\.item))
        let plain = PlainDeduplication(units, threshold: threshold)
        for removal in result.removals {
            #expect(!removed.contains(removal.kept))
            #expect(plain.similarity(removal.item, removal.kept) == removal.similarity)
            #expect(removal.similarity >= threshold)
            #expect(
                (removal.reason == .equal) == (units[removal.item].text == units[removal.kept].text)
            )
        }
        #expect(result.removals.map(\.item) == removed.sorted())
    }

    @Test(arguments: DeduplicationLevel.allCases, KeepRule.allCases)
    func equalsBruteForce(level: DeduplicationLevel, keep: KeepRule) async throws {
        for seed in 1...3 as ClosedRange<UInt64> {
            let sample =
                level == .document ? Self.documents(seed: seed) : Self.paragraphs(seed: seed)
            let units = sample.units(level)
            let corpus = try await sample.corpus()
            for exact in [true, false] {
                let options = options(level, keep, exact: exact)
                let result = try await Deduplicator(options: options)
                    .deduplicate(corpus, context: RunContext(threads: exact ? 1 : 3))
                #expect(result.unitCount == units.count, "seed \(seed)")
                expectStars(result, units)
                let kept = Set(units.indices).subtracting(result.removals.map(\.item))
                let truth = PlainDeduplication(units, threshold: 0.7).kept(by: keep)
                #expect(kept == truth, "seed \(seed), exact \(exact)")
                #expect(truth.count < units.count)
            }
        }
    }

    /// Very many texts that share band keys: verified against those that stay, not pair by pair.
    @Test(arguments: KeepRule.allCases)
    func manyNearCopiesEqualBruteForce(keep: KeepRule) async throws {
        var generator = SplitMix64(seed: 5)
        let base = SampleTexts.paragraph(length: 200, using: &generator)
        let texts = (0..<250)
            .map { index in
                SampleTexts.edited(base, rate: index % 4 == 0 ? 0.005 : 0.03, using: &generator)
            }
        let sample = Sample(documents: texts.map { [$0] }, dates: Self.dates(250, &generator))
        let units = sample.units(.document)
        let corpus = try await sample.corpus()
        let truth = PlainDeduplication(units, threshold: 0.7).kept(by: keep)
        var options = options(.document, keep, exact: false)
        let result = try await Deduplicator(options: options).deduplicate(corpus)
        expectStars(result, units)
        #expect(Set(units.indices).subtracting(result.removals.map(\.item)) == truth)
        #expect(truth.count > 20, "some stay in every bucket")

        let parallel = try await Deduplicator(options: options)
            .deduplicate(corpus, context: RunContext(threads: 4))
        #expect(parallel.removals == result.removals)

        // A narrow limit may leave duplicates and says so, but removes nothing that should stay.
        options.candidateLimit = 1
        let narrow = try await Deduplicator(options: options).deduplicate(corpus)
        expectStars(narrow, units)
        #expect(narrow.partlyComparedCount > 0)
    }

    /// A is like B and B like C, but A and C are not alike: B goes, and C stays.
    @Test func nothingGoesByAChain() async throws {
        var generator = SplitMix64(seed: 6)
        let middle = SampleTexts.paragraph(length: 100, using: &generator)
        let before = SampleTexts.paragraph(length: 15, using: &generator) + middle.dropFirst(15)
        let after = middle.dropLast(15) + SampleTexts.paragraph(length: 15, using: &generator)
        let texts = [before, middle, String(after)]
        let sample = Sample(documents: texts.map { [$0] }, dates: [nil, nil, nil])
        let corpus = try await sample.corpus()
        let result = try await Deduplicator(options: options(.document, .first))
            .deduplicate(corpus)
        #expect(result.removals.map(\.item) == [1])
        #expect(result.removals.map(\.kept) == [0])
        // Where the middle comes first, both go.
        let sorted = Sample(documents: [[middle], [before], [String(after)]], dates: [1, 0, 0])
        let other = try await Deduplicator(options: options(.document, .first))
            .deduplicate(try await sorted.corpus())
        #expect(other.removals.map(\.item) == [1, 2])
        #expect(other.removals.map(\.kept) == [0, 0])
    }

    @Test func shortParagraphsStayAndShortDocumentsGo() async throws {
        let sample = Sample(
            documents: [["同志们"], ["同志们"], ["！"], ["！"]],
            dates: [nil, nil, nil, nil]
        )
        let corpus = try await sample.corpus()
        var options = DeduplicationOptions()
        let documents = try await Deduplicator(options: options).deduplicate(corpus)
        #expect(documents.removals.map(\.item) == [1])
        #expect(documents.uncomparedCount == 2)
        options.level = .paragraph
        let paragraphs = try await Deduplicator(options: options).deduplicate(corpus)
        #expect(paragraphs.removals.isEmpty)
        #expect(paragraphs.uncomparedCount == 4)
    }

    /// For `find` these are copies; a corpus would lose a figure by it.
    @Test func oneEditInAShortTextIsNoDuplicate() async throws {
        let texts = [["全市一季度同比增长百分之五"], ["全市二季度同比增长百分之五"]]
        let corpus = try await Sample(documents: texts, dates: [nil, nil]).corpus()
        for level in DeduplicationLevel.allCases {
            let result = try await Deduplicator(options: options(level, .first))
                .deduplicate(corpus)
            #expect(result.removals.isEmpty)
        }
    }

    @Test func withoutFoldingBreaksDoNotCountEither() async throws {
        let text = "Every document is compared as one text, wherever its lines are broken."
        let parts = [[text], [String(text.prefix(31)), String(text.dropFirst(31))]]
        let corpus = try await Sample(documents: parts, dates: [nil, nil]).corpus()
        var options = options(.document, .first)
        options.comparison.folding = .none
        let result = try await Deduplicator(options: options).deduplicate(corpus)
        // The break lies inside a word: white space around it would count.
        #expect(result.removals.map(\.reason) == [.equal])
        #expect(result.removals.map(\.item) == [1])
    }

    @Test func optionsOutOfRangeAreRefused() async throws {
        let corpus = Corpus(DocumentBatch())
        var options = DeduplicationOptions()
        options.candidateLimit = 0
        await #expect(throws: LeitongError.self) {
            try await Deduplicator(options: options).deduplicate(corpus)
        }
        options = DeduplicationOptions()
        options.comparison.threshold = 0
        await #expect(throws: LeitongError.self) {
            try await Deduplicator(options: options).deduplicate(corpus)
        }
    }
}
