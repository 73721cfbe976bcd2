internal import CReportPage
import Testing

@testable import LeitongReport

@Suite struct PageWordsTests {
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
}
