import LeitongReport
import TestSupport
import Testing

/// What is reported on fifty-nine essays.
@Suite struct EssaysReportTests {
    private static let sample = EssaysSample()
    private static let found = Task { try await SampleReport(on: sample.files) }

    @Test func whoSharesMoreThanAFifthIsWhoCopiedOrWasCopied() async throws {
        let planted = Self.sample.truth.documents.filter(\.isOverAFifth).map(\.path)
        #expect(try await Self.found.value.overAFifth == Set(planted))
    }

    @Test func theBestSourcesAreThosePlanted() async throws {
        let found = try await Self.found.value
        for (copier, pairs) in Dictionary(grouping: Self.sample.truth.pairs, by: \.copier) {
            let sources = found.sources(of: copier).prefix(pairs.count)
            #expect(sources.map { found.name($0.name) } == pairs.map(\.source), "\(copier)")
        }
    }

    @Test func sharesAreThosePlanted() async throws {
        let found = try await Self.found.value
        // Forms of sentences that come again make up to four in a hundred.
        #expect(found.largestDeviation(from: Self.sample.truth) <= 0.04)
    }

    @Test func theTaskIsCommonAndTheQuotationCountsInNoShare() async throws {
        let found = try await Self.found.value
        for planted in Self.sample.truth.documents {
            let common = try #require(found.documents[planted.path]).commonCharacters
            #expect(common >= planted.commonCharacters, "\(planted.path)")
        }
        #expect(found.copies(holding: "less alone than he arrived").isEmpty)
    }
}
