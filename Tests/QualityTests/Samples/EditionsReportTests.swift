import LeitongReport
import TestSupport
import Testing

/// What is reported on two editions of a chronicle.
@Suite struct EditionsReportTests {
    @Test func whatIsEqualIsShared() async throws {
        let sample = EditionsSample()
        let found = try await SampleReport(on: sample.files)
        let shares = sample.documents.compactMap { found.documents[$0.path]?.copiedShare }
        let planted = [sample.truth.firstShare, sample.truth.secondShare]
        #expect(shares.count == 2)
        for (share, truth) in zip(shares, planted) { #expect(abs(share - truth) <= 0.005) }
    }
}
