import Foundation
import Testing

@testable import LeitongReport

@Suite struct HTMLWriterTests {
    @Test(arguments: ReportLanguage.allCases)
    func pageHoldsWhatItNeeds(language: ReportLanguage) {
        let page = ReportSource.withTexts.printed(by: HTMLWriter(language: language))
        #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"\(language.rawValue)\">"))
        #expect(page.contains("default-src 'none'; script-src 'sha256-"))
        #expect(!page.contains("{{"))
        #expect(page.components(separatedBy: "<script").count == 4)
        #expect(!page.contains("http://") || page.contains("http://www.w3.org/2000/svg"))
    }

    @Test func namesAreEscapedInTheTemplate() {
        let page = Report.holding("<img src=x onerror=1>").printed(by: HTMLWriter())
        #expect(!page.contains("<img"))
    }

    /// What the policy names is what stands in the page: a browser runs nothing else.
    @Test func policyNamesTheScriptOfThePage() throws {
        let page = ReportSource.withTexts.printed(by: HTMLWriter())
        let named = try #require(page.firstMatch(of: /script-src '(sha256-[A-Za-z0-9+\/=]+)'/))
            .output.1
        let script = try
            #require(page.components(separatedBy: "<script>").last)
            .components(separatedBy: "</script>")[0]
        #expect(named == "sha256-" + Data(SHA256.digest(of: script.utf8)).base64EncodedString())
    }

    /// Without a script a reader still sees who shares how much.
    @Test func documentsStandInThePageItself() {
        let page = Report.found.printed(by: HTMLWriter())
        for document in Report.found.documents {
            #expect(
                page.contains("<bdi>\(document.name)</bdi></td><td>\(document.characters)</td>")
            )
        }
    }
}
