@_spi(Core) import LeitongCore
import LeitongReport
import TestSupport
import Testing

@testable import Leitong

/// Groups of far more than 64 candidates: forms under the threshold, near-copies of one text.
@Suite struct FamilyStageTests {
    private func options(exact: Bool = false, allPairs: Bool = false) -> ComparisonOptions {
        var options = ComparisonOptions()
        options.scope = .paragraphs
        options.isExact = exact
        options.listsAllPairs = allPairs
        return options
    }

    private func find(_ texts: [String], _ options: ComparisonOptions) async throws -> Report {
        try await Finder(options: options).find(in: try await SampleTexts.corpus(texts))
    }

    private func clusters(_ report: Report) -> Set<[String]> {
        Set(report.clusters.map { $0.members.map(\.document).sorted() })
    }

    private func pairs(_ report: Report) -> Set<[Int]> {
        Set(
            report.paragraphs.map { [Int($0.a.document) ?? 0, Int($0.b.document) ?? 0].sorted() }
        )
    }

    /// Every member of a cluster stands in a row, and a cluster of n members has n - 1 rows.
    private func expectForest(_ report: Report) {
        let stand = Set(report.paragraphs.flatMap { [$0.a, $0.b] }.map(\.document))
        let members = report.clusters.flatMap { $0.members.map(\.document) }
        #expect(stand == Set(members))
        #expect(report.paragraphs.count == members.count - report.clusters.count)
        #expect(report.summary.partlyComparedParagraphs == 0)
    }

    private func expectSameClusters(_ texts: [String]) async throws -> Report {
        let report = try await find(texts, options())
        let exact = try await find(texts, options(exact: true))
        let all = try await find(texts, options(allPairs: true))
        let whole = try await find(texts, options(exact: true, allPairs: true))
        #expect(clusters(report) == clusters(whole))
        #expect(clusters(exact) == clusters(whole))
        #expect(clusters(all) == clusters(whole))
        #expect(exact.paragraphs == report.paragraphs)
        let (found, truth) = (pairs(all), pairs(whole))
        // Of pairs at the threshold itself MinHash loses one in a thousand.
        #expect(found.isSubset(of: truth) && 200 * (truth.count - found.count) <= truth.count)
        expectForest(report)
        return whole
    }

    /// Edits all over a text: most pairs stay under the threshold, and some reach it.
    @Test(arguments: 0..<2 as Range<UInt64>)
    func editedTextsAboutTheThreshold(seed: UInt64) async throws {
        var generator = SplitMix64(seed: seed)
        let base = SampleTexts.paragraph(length: 100, using: &generator)
        let texts = (0..<160).map { _ in SampleTexts.edited(base, rate: 0.035, using: &generator) }
        let whole = try await expectSameClusters(texts)
        let truth = SampleTexts.pairs(texts, threshold: 0.7)
        #expect(pairs(whole) == truth)
        #expect(truth.count > 100 && truth.count < 160 * 159 / 4)
    }

    /// A form with own text in a fifth of it; every tenth has some of its own text from the one before.
    @Test func formsUnderTheThreshold() async throws {
        var generator = SplitMix64(seed: 4)
        let form = SampleTexts.paragraph(length: 160, using: &generator)
        var own = ""
        let texts = (0..<150)
            .map { number in
                let fresh = SampleTexts.paragraph(length: 40, using: &generator)
                own = number % 10 == 9 ? String(own.prefix(20) + fresh.prefix(20)) : fresh
                return form + own
            }
        let whole = try await expectSameClusters(texts)
        #expect(whole.clusters.count == 15)
    }

    @Test func nearCopiesOfOneText() async throws {
        var generator = SplitMix64(seed: 5)
        let base = SampleTexts.paragraph(length: 150, using: &generator)
        var texts = (0..<90).map { _ in SampleTexts.edited(base, rate: 0.01, using: &generator) }
        texts += (0..<20).map { _ in base }
        let whole = try await expectSameClusters(texts)
        #expect(whole.clusters.count == 1)
    }

    /// Rows do not depend on threads, nor on the order of the texts but by their names.
    @Test func familiesDoNotDependOnThreads() async throws {
        var generator = SplitMix64(seed: 6)
        var texts: [String] = []
        for _ in 0..<3 {
            let base = SampleTexts.paragraph(length: 120, using: &generator)
            texts += (0..<90).map { _ in SampleTexts.edited(base, rate: 0.03, using: &generator) }
        }
        texts.shuffle(using: &generator)
        let corpus = try await SampleTexts.corpus(texts)
        var reports: [Report] = []
        for threads in [1, 3] {
            let context = RunContext(threads: threads)
            reports.append(try await Finder(options: options()).find(in: corpus, context: context))
        }
        #expect(reports[0] == reports[1])
    }

    /// A family that takes too much work is joined by its central members, and what that leaves open is
    /// told.
    @Test func tooMuchWorkLeavesOpenWhatItNames() async throws {
        var generator = SplitMix64(seed: 7)
        let base = SampleTexts.paragraph(length: 100, using: &generator)
        let texts = (0..<160).map { _ in SampleTexts.edited(base, rate: 0.035, using: &generator) }
        let batch = try await SampleTexts.corpus(texts).batch
        let candidates = try await CandidateSearch(
            minLength: 12,
            options: options(),
            method: try options().candidateMethod(),
            expandsAll: false,
            takesShortEdits: false
        )
        .candidates(among: ComparedItems(.paragraphs, of: batch), context: RunContext())
        var stage = FamilyStage(
            threshold: 0.7,
            listsAll: false,
            isExact: false,
            centerLimit: 2
        )
        stage.workLimit = 0
        let outcome = try await stage.compare(
            candidates.families,
            lookup: candidates.lookup,
            context: RunContext()
        )
        #expect(outcome.isWhole == [false])
        // Texts by the first of their paragraphs: some are equal.
        let paragraphs = candidates.texts.firstParagraphs.map { Int($0) }
        let members = Set(candidates.families.members.joined().map { paragraphs[Int($0)] })
        let truth = SampleTexts.pairs(texts, threshold: 0.7).filter { members.isSuperset(of: $0) }
        let found = outcome.edges.map {
            [paragraphs[Int($0.pair.first)], paragraphs[Int($0.pair.second)]]
        }
        #expect(truth.isSuperset(of: found))
        let missed = Set(truth.joined()).subtracting(found.joined())
        #expect(missed.isSubset(of: outcome.open.map { paragraphs[Int($0)] }))
        #expect(!outcome.open.isEmpty)
    }

    /// Whenever it is cancelled, a stage that reads a family ends in an error and in nothing else.
    @Test(arguments: [false, true])
    func aCancelledRunReadsNoFamily(listsAll: Bool) async throws {
        var generator = SplitMix64(seed: 8)
        let base = SampleTexts.paragraph(length: 100, using: &generator)
        let texts = (0..<160).map { _ in SampleTexts.edited(base, rate: 0.02, using: &generator) }
        let candidates = try await CandidateSearch(
            minLength: 12,
            options: options(),
            method: try options().candidateMethod(),
            expandsAll: false,
            takesShortEdits: false
        )
        .candidates(
            among: ComparedItems(.paragraphs, of: try await SampleTexts.corpus(texts).batch),
            context: RunContext()
        )
        let members = try #require(candidates.families.members.first)
        #expect(FamilyStage.family(of: members, lookup: candidates.lookup).count == members.count)
        let stage = FamilyStage(
            threshold: 0.7,
            listsAll: listsAll,
            isExact: false,
            centerLimit: 2
        )
        await #expect(throws: CancellationError.self) {
            try await CancellableWork.run { cancel in
                cancel()
                let family = FamilyStage.family(of: members, lookup: candidates.lookup)
                #expect(family.count == 0)
                _ = try await stage.compare(
                    candidates.families,
                    lookup: candidates.lookup,
                    context: RunContext()
                )
            }
        }
        // While it reads, at whatever text it is.
        for _ in 0..<10 {
            let task = Task { FamilyStage.family(of: members, lookup: candidates.lookup).count }
            try await Task.sleep(for: .microseconds(Int.random(in: 0..<2000, using: &generator)))
            task.cancel()
            let count = await task.value
            #expect(count == 0 || count == members.count)
        }
    }
}
