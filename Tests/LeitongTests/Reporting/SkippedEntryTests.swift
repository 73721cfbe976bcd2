import LeitongModel
import Testing

@testable import LeitongReport

@Suite struct SkippedEntryTests {
    @Test(arguments: ReportLanguage.allCases)
    func everyReasonHasWords(language: ReportLanguage) {
        let table = PageWords(language).table
        let reasons = SkippedInput.Reason.allCases.map(\.rawValue) + ["no-such-document"]
        for reason in reasons { #expect(table["skip_" + reason] != nil, "\(reason)") }
    }
}
