/// The languages of the page and of Markdown.
///
/// ```swift
/// let writer = MarkdownWriter(language: ReportLanguage(locale: "zh_CN.UTF-8"))
/// ```
public enum ReportLanguage: String, CaseIterable, Sendable {
    /// English.
    case english = "en"
    /// Chinese in simplified characters.
    case chinese = "zh-Hans"

    /// The language of a locale's name: `zh_CN.UTF-8`, `C`.
    ///
    /// - Parameter locale: The name, as `LANG` has it; what is not Chinese is English.
    public init(locale: String) {
        self = locale.lowercased().hasPrefix("zh") ? .chinese : .english
    }
}
