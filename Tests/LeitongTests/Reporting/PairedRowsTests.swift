@_spi(Core) import LeitongCore
import LeitongFiles
import LeitongModel
import LeitongReport
import TestSupport
import Testing

@testable import Leitong

/// The rows of documents that are compared with some others only, against those of all with all.
@Suite struct PairedRowsTests {
    /// Documents whose paragraphs are equal, alike, or neither, within and across.
    private func corpus(_ seed: UInt64) async throws -> Corpus {
        var generator = SplitMix64(seed: seed)
        let bases = (0..<6).map { _ in SampleTexts.paragraph(length: 60, using: &generator) }
        let folder = try TemporaryFolder()
        for number in 0..<6 {
            let lines = (0..<5)
                .map { _ in
                    let base = bases[Int.random(in: 0..<6, using: &generator)]
                    let rates: [Double] = [0, 0, 0.02, 0.04]
                    let rate = rates.randomElement(using: &generator) ?? 0
                    return SampleTexts.edited(base, rate: rate, using: &generator)
                }
            try folder.write(lines.joined(separator: "\n\n"), to: "\(number).txt")
        }
        return try await Loader().load(paths: [folder.path])
    }

    private func report(
        _ corpus: Corpus,
        _ rule: PairRule,
        allPairs: Bool
    ) async throws -> Report {
        var options = ComparisonOptions()
        options.scope = .paragraphs
        options.isExact = true
        options.listsAllPairs = allPairs
        // What is common depends on which documents are compared.
        options.commonShare = 1
        let paragraphs = try await ParagraphSearch(
            options: options,
            method: .exact,
            expandsAll: true
        )
        .findings(in: corpus.batch, context: RunContext())
        let findings = Findings(
            corpus: corpus,
            paragraphs: paragraphs,
            passages: nil,
            options: options,
            method: .exact,
            pairRule: rule,
            missing: []
        )
        let source = try await ReportBuilder(
            findings: findings,
            content: ReportContent(),
            context: RunContext()
        )
        .findReport()
        return Report(collecting: source)
    }

    private static let rules: [PairRule] = [
        .all,
        .against([true, true, false, false, false, true]),
        .listed([[1, 3], [0, 2], [1], [0], [5], [4]]),
    ]

    private func places(_ row: ParagraphMatch) -> Set<String> {
        Set([row.a, row.b].map { "\($0.document) \($0.line)" })
    }

    @Test(arguments: 0..<5 as Range<UInt64>, rules)
    func everyPairIsListed(seed: UInt64, rule: PairRule) async throws {
        let corpus = try await corpus(seed)
        let documents = corpus.batch.documents.map(\.name)
        func number(_ place: Place) -> Int { documents.firstIndex(of: place.document) ?? 0 }
        let whole = try await report(corpus, .all, allPairs: true)
        let expected = whole.paragraphs.filter { rule.allows(number($0.a), number($0.b)) }
        let found = try await report(corpus, rule, allPairs: true)
        #expect(found.paragraphs.map(places) == expected.map(places))
        #expect(found.paragraphs.map(\.jaccard) == expected.map(\.jaccard))
        #expect(found.paragraphs.map(\.matchClass) == expected.map(\.matchClass))
        #expect(!expected.isEmpty)
    }

    /// By default a spanning forest: of each two listed documents, or of all that are compared.
    @Test(arguments: 0..<5 as Range<UInt64>, rules)
    func defaultRowsAreAForest(seed: UInt64, rule: PairRule) async throws {
        let corpus = try await corpus(seed)
        let all = try await report(corpus, rule, allPairs: true)
        let found = try await report(corpus, rule, allPairs: false)
        func part(_ row: ParagraphMatch) -> Set<String> {
            guard case .listed = rule else { return [] }
            return [row.a.document, row.b.document]
        }
        let parts = Dictionary(grouping: found.paragraphs, by: part)
        for (key, rows) in Dictionary(grouping: all.paragraphs, by: part) {
            let chosen = parts[key] ?? []
            let expected = forest(rows)
            if rule.isAll {
                // Of equally similar pairs neighbours are rows, and any forest of all most similar
                // pairs has the same similarities.
                let wanted = rows.filter { expected.contains(places($0)) }
                #expect(chosen.map(\.jaccard).sorted() == wanted.map(\.jaccard).sorted())
                #expect(forest(chosen).count == chosen.count)
            } else {
                #expect(expected == Set(chosen.map(places)))
            }
        }
        let stand = Set(found.paragraphs.flatMap { places($0) })
        let members = found.clusters.flatMap { $0.members.map { "\($0.document) \($0.line)" } }
        #expect(stand == Set(members))
        #expect(found.clusters == all.clusters)
    }

    /// A text that is handed on from version to version is told from neighbour to neighbour.
    @Test(arguments: 0..<5 as Range<UInt64>)
    func equalParagraphsStandBesideTheOneBefore(seed: UInt64) async throws {
        let corpus = try await corpus(seed)
        let all = try await report(corpus, .all, allPairs: true)
        let found = Set(try await report(corpus, .all, allPairs: false).paragraphs.map(places))
        let equal = all.paragraphs.filter { $0.form == .exact }
        let order = Dictionary(grouping: equal) { "\($0.b.document) \($0.b.line)" }
        for rows in order.values {
            // Rows come in the order of their first places: the last has the nearest.
            let nearest = try #require(rows.last)
            #expect(found.contains(places(nearest)))
        }
        #expect(!equal.isEmpty)
    }

    /// A spanning forest by its definition; rows come in the order of their places.
    private func forest(_ rows: [ParagraphMatch]) -> Set<Set<String>> {
        var components: [String: Set<String>] = [:]
        var chosen: Set<Set<String>> = []
        let order = rows.enumerated()
            .sorted { ($1.element.jaccard, $0.offset) < ($0.element.jaccard, $1.offset) }
        for (_, row) in order {
            let ends = places(row).sorted()
            let sides = ends.map { components[$0] ?? [$0] }
            guard let first = sides.first, let second = sides.last, first != second else {
                continue
            }
            for place in first.union(second) { components[place] = first.union(second) }
            chosen.insert(places(row))
        }
        return chosen
    }
}
