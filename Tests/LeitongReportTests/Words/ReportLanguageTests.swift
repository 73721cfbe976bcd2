import LeitongReport
import Testing

@Suite struct ReportLanguageTests {
    @Test func languageFollowsTheLocale() {
        #expect(ReportLanguage(locale: "zh_CN.UTF-8") == .chinese)
        #expect(ReportLanguage(locale: "C") == .english)
        #expect(ReportLanguage(locale: "") == .english)
    }
}
