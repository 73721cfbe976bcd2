internal import CReportPage
internal import Foundation

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
    ///
    /// `{count|copy|copies}` is the first word where the count is one, else the second.
    func callAsFunction(_ key: String, _ values: [String: String] = [:]) -> String {
        let text = table[key] ?? key
        return text.replacing(/\{([a-z_]+)(?:\|([^|}]*)\|([^|}]*))?\}/) { place -> String in
            guard let value = values[String(place.output.1)] else {
                return String(place.output.0)
            }
            guard let one = place.output.2, let more = place.output.3 else { return value }
            return String(value == "1" ? one : more)
        }
    }
}
