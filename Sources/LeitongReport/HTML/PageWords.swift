internal import CReportPage
internal import Foundation

/// The languages of the page and of Markdown.
public enum ReportLanguage: String, CaseIterable, Sendable {
    /// English.
    case english = "en"
    /// Chinese in simplified characters.
    case chinese = "zh-Hans"

    /// The language of a locale's name: `zh_CN.UTF-8`, `C`.
    public init(locale: String) {
        self = locale.lowercased().hasPrefix("zh") ? .chinese : .english
    }
}

/// All words of one language: one table for the page, its template and Markdown.
struct PageWords: Sendable {
    let language: ReportLanguage
    /// The table as JSON, for the page.
    let json: String
    /// The words by key.
    let table: [String: String]

    init(_ language: ReportLanguage) {
        self.language = language
        let part = language == .english ? leitong_page_english : leitong_page_chinese
        json = PageFile.text(part)
        do {
            table = try JSONDecoder().decode([String: String].self, from: Data(json.utf8))
        } catch {
            // A test reads every table: a broken one is never built in.
            preconditionFailure("words of \(language.rawValue): \(error)")
        }
    }

    /// The word of a key with values in the places named `{like_this}`.
    func callAsFunction(_ key: String, _ values: [String: String] = [:]) -> String {
        var text = table[key] ?? key
        for (name, value) in values {
            text = text.replacingOccurrences(of: "{\(name)}", with: value)
        }
        return text
    }
}
