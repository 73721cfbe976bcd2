internal import CReportPage
import Foundation
import Testing

@testable import LeitongReport

@Suite struct HTMLWriterTests {
    private static var report: Report {
        var report = Report.found
        var texts = ReportTexts()
        texts.documents = [
            DocumentText(text: "一二三四", start: 0, paragraphs: [0], date: "2024-05-01"),
            DocumentText(text: "零\n一二**四", start: 7, paragraphs: [7, 9]),
        ]
        let a = TextStretch(document: 0, counted: 0..<4, source: 0..<4)
        let b = TextStretch(document: 1, counted: 1..<4, source: 9..<14)
        texts.links = [
            SharedLink(
                a: a,
                b: b,
                matchClass: .copy,
                matched: 3,
                identity: 0.75,
                bits: 12.5,
                isParagraph: false,
                edits: [
                    LinkEdit(kind: .equal, aLength: 2, bLength: 2),
                    LinkEdit(kind: .redacted, aLength: 1, bLength: 2),
                    LinkEdit(kind: .equal, aLength: 1, bLength: 1),
                ],
                equal: [EqualText(a: 0..<2, b: 1..<3), EqualText(a: 3..<4, b: 3..<4)]
            )
        ]
        texts.spread = [SpreadLink(matchClass: .setPhrase, matched: 4, places: [a, b])]
        texts.wholes = [WholePair(a: 0, b: 1, matchClass: .common)]
        report.texts = texts
        return report
    }

    @Test func dataIsAsRecorded() throws {
        let data = PageData.json(Self.report)
        let file = URL(filePath: #filePath)
            .deletingLastPathComponent().appending(components: "Goldens", "page-data.json")
        if ProcessInfo.processInfo.environment["LEITONG_UPDATE_GOLDENS"] == "1" {
            try Data(data.utf8).write(to: file)
        }
        #expect(data == String(decoding: try Data(contentsOf: file), as: UTF8.self))
        _ = try JSONSerialization.jsonObject(with: Data(data.utf8))
    }

    @Test func dataCannotEndItsElement() throws {
        for text in hostileTexts + ["</script><script>", "<!--<script>", "{{title}}{{{data}}}"] {
            var report = Report.holding(text)
            var texts = ReportTexts()
            texts.documents = [DocumentText(text: text, start: 0, paragraphs: [0])]
            report.texts = texts
            let data = PageData.json(report)
            #expect(!data.contains("<"))
            #expect(!data.unicodeScalars.contains { $0.value == 0x2028 || $0.value == 0x2029 })
            let parsed = try JSONSerialization.jsonObject(with: Data(data.utf8)) as? [String: Any]
            let documents = (parsed?["texts"] as? [String: Any])?["documents"] as? [[Any]]
            #expect(documents?.first?.first as? String == text)
        }
    }

    @Test(arguments: ReportLanguage.allCases)
    func pageHoldsWhatItNeeds(language: ReportLanguage) {
        let page = Self.report.printed(by: HTMLWriter(language: language))
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

    @Test func wordsAreCompleteInBothLanguages() {
        let english = PageWords(.english).table
        let chinese = PageWords(.chinese).table
        #expect(Set(english.keys) == Set(chinese.keys))
        let place = /\{[a-z]+\}/
        for (key, text) in english {
            let other = chinese[key] ?? ""
            #expect(!text.isEmpty && !other.isEmpty, "\(key)")
            let names = Set(text.matches(of: place).map { String($0.output) })
            #expect(names == Set(other.matches(of: place).map { String($0.output) }), "\(key)")
        }
    }

    @Test func everyWordThatTheScriptSaysIsThere() {
        let words = PageWords(.english).table
        let script = PageFile.text(leitong_page_script)
        for match in script.matches(of: /say\("([a-z_]+)"(.)/) where match.output.2 != "+" {
            let key = String(match.output.1)
            #expect(words[key] != nil || key.hasSuffix("_"), "\(key)")
        }
    }

    /// Who shares text with whom is no word on who had it from whom.
    @Test func nobodyIsCalledASource() {
        for table in [PageWords(.english).table, PageWords(.chinese).table] {
            // What all hold may have one source: nobody is named.
            for (key, value) in table where key != "common_note" {
                let text = value.replacing(/\{[^}]*\}/, with: "")
                for word in ["ource", "copied from", "most from", "来源", "抄自"] {
                    #expect(!text.contains(word), "\(key)")
                }
            }
        }
    }

    @Test func everyWordIsSaidSomewhere() {
        let said = [leitong_page_script, leitong_page_template].map(PageFile.text).joined()
        let bySwift: Set = [
            "a", "a_in_b", "b", "b_in_a", "longest", "path_head", "resemblance", "title",
            "with_common_head",
        ]
        let byCode = ["class_", "form_", "omitted_", "skip_", "warning_"]
        for key in PageWords(.english).table.keys where !byCode.contains(where: key.hasPrefix) {
            let isSaid = said.contains("\"\(key)\"") || said.contains("{{words.\(key)}}")
            #expect(isSaid || bySwift.contains(key), "\(key)")
        }
    }

    @Test func wordsFollowTheCount() {
        let words = PageWords(.english)
        #expect(words("title", ["count": "1"]) == "Leitong report: 1 document")
        #expect(words("title", ["count": "2"]) == "Leitong report: 2 documents")
        #expect(words("title") == "Leitong report: {count} {count|document|documents}")
    }

    @Test func rowsNameDocumentsByNumber() {
        var report = Report.found
        report.texts = ReportTexts()
        let rows = PageRows(report).report
        let names = report.documents.map(\.name)
        for (row, original) in zip(rows.clusters, report.clusters) {
            #expect(row.text.isEmpty)
            for (member, name) in zip(row.members, original.members.map(\.document)) {
                #expect(member.document == names.firstIndex(of: name).map { "\($0)" } ?? name)
            }
        }
        #expect(rows.passages.isEmpty && rows.phrases.isEmpty)
        #expect(!rows.documents.contains { !$0.sources.isEmpty })
    }

    @Test func languageFollowsTheLocale() {
        #expect(ReportLanguage(locale: "zh_CN.UTF-8") == .chinese)
        #expect(ReportLanguage(locale: "C") == .english)
        #expect(ReportLanguage(locale: "") == .english)
    }
}

@Suite struct SHA256Tests {
    /// Examples of NIST, FIPS 180-4.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ])
    func digestsAreThePublishedOnes(message: String, digest: String) {
        let bytes = SHA256.digest(of: message.utf8)
        #expect(bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() == digest)
    }
}

@Suite struct MarkdownWriterTests {
    @Test func textsStayTexts() {
        for text in hostileTexts {
            let output = Report.holding(text).printed(by: MarkdownWriter())
            #expect(!steersTerminals(output))
        }
        #expect(MarkdownWriter.escaped("a|b<c>\n*d*") == "a\\|b\\<c\\> \\*d\\*")
    }

    @Test func sharesAreWholeButNeverFalse() {
        #expect(MarkdownWriter.percent(0, 10) == "0%")
        #expect(MarkdownWriter.percent(1, 1000) == "\\<1%")
        #expect(MarkdownWriter.percent(999, 1000) == "99%")
        #expect(MarkdownWriter.percent(10, 10) == "100%")
    }
}
