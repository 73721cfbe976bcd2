import LeitongReport
import TestSupport
import Testing

/// What is reported on forty-one notes: who shares what with whom.
@Suite struct NotesReportTests {
    private static let sample = NotesSample()
    private static let found = Task { try await SampleReport(on: sample.files) }
    private static let quotation = "乡亲们递来的信任"

    /// The two notes of which one is the other.
    ///
    /// The quotation counts for them as well: it never takes
    /// in a whole text.
    private static let wholeCopy = Set(
        sample.truth.pairs.filter { $0.kind == "whole" }.flatMap { [$0.copier, $0.source] }
    )

    @Test func theEmptyFileIsSkipped() async throws {
        let found = try await Self.found.value
        #expect(found.documents.count == 41)
        #expect(found.report.skipped.map { found.name($0.path) } == [NotesSample.emptyFile])
    }

    @Test func whoSharesMoreThanAFifthIsWhoCopiedOrWasCopied() async throws {
        let planted = Self.sample.truth.documents.filter(\.isOverAFifth).map(\.path)
        #expect(try await Self.found.value.overAFifth == Set(planted))
    }

    @Test func theBestSourcesAreThosePlanted() async throws {
        let found = try await Self.found.value
        for (copier, pairs) in Dictionary(grouping: Self.sample.truth.pairs, by: \.copier) {
            let sources = found.sources(of: copier).prefix(pairs.count)
            #expect(sources.map { found.name($0.name) } == pairs.map(\.source), "\(copier)")
            for (source, pair) in zip(sources, pairs) where pair.copierDate != nil {
                #expect(source.order == .earlier, "\(copier)")
            }
        }
    }

    @Test func sharesAreThosePlanted() async throws {
        let found = try await Self.found.value
        let quoted = found.copies(holding: Self.quotation)
            .reduce(into: Self.wholeCopy) {
                $0.formUnion($1)
            }
        let truth = Self.sample.truth
        // Forms of sentences that come again make up to four in a hundred, the quotation two more.
        #expect(found.largestDeviation(from: truth, besides: quoted) <= 0.04)
        #expect(found.largestDeviation(from: truth) <= 0.06)
    }

    @Test func theHandoutIsCommon() async throws {
        let found = try await Self.found.value
        for planted in Self.sample.truth.documents {
            let common = try #require(found.documents[planted.path]).commonCharacters
            // The line of the date above it is alike in most.
            #expect((0...40).contains(common - planted.commonCharacters), "\(planted.path)")
        }
        let clusters = found.report.clusters.filter { $0.members.count == 41 }
        #expect(clusters.map(\.matchClass) == [.common, .common, .common])
    }

    /// In these notes one has sentences of another in another order, below the hand-out and a date.
    @Test func theHandoutIsCommonAboveMovedText() async throws {
        let sample = NotesSample(seed: 100)
        let found = try await SampleReport(on: sample.files)
        for planted in sample.truth.documents {
            let common = found.documents[planted.path]?.commonCharacters ?? 0
            #expect(common >= planted.commonCharacters, "\(planted.path)")
        }
    }

    @Test func theQuotationCountsInNoShare() async throws {
        let found = try await Self.found.value
        let phrases = found.report.phrases.filter { $0.text.contains(Self.quotation) }
        #expect(phrases.contains { $0.documents == 14 })
        #expect(phrases.allSatisfy { $0.matchClass == .quotation })
        // What leads two quoters to the sentence is alike, and does not take the sentence with it.
        let others = found.copies(holding: Self.quotation).filter { $0 != Self.wholeCopy }
        #expect(others.isEmpty)
    }
}
