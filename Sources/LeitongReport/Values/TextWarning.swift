/// Something in a document that may hide a copy, and that nobody sees.
///
/// ```swift
/// for warning in report.warnings ?? [] { print(warning.document, warning.message) }
/// ```
public struct TextWarning: Codable, Sendable, Equatable {
    /// Name of the document or section.
    public var document: String
    /// What it is.
    public var code: Code
    /// How often it stands there.
    public var count: Int
    /// One sentence for people.
    public var message: String

    enum CodingKeys: String, CodingKey {
        case document, code, count, message
    }

    /// Creates a warning.
    ///
    /// - Parameters:
    ///   - document: Name of the document or section.
    ///   - code: What it is.
    ///   - count: How often it stands there.
    ///   - hints: What settles it.
    public init(document: String, code: Code, count: Int, hints: ReportHints = ReportHints()) {
        self.document = document
        self.code = code
        self.count = count
        message = code.message(count, hints)
    }

    /// Kinds of warnings; the raw values are stable.
    public enum Code: String, Codable, Sendable, CaseIterable {
        /// Combining marks that mean nothing over Chinese characters; folding drops them.
        case marksOverHan = "marks-over-han"
        /// Characters of private use between Chinese characters; folding drops them.
        case privateUse = "private-use"
        /// Words in which letters of two scripts stand side by side.
        case mixedScripts = "mixed-scripts"

        fileprivate func message(_ count: Int, _ hints: ReportHints) -> String {
            let isOne = count == 1
            return switch self {
            case .marksOverHan:
                "holds \(count) combining \(isOne ? "mark" : "marks") over Chinese characters, where "
                    + "\(isOne ? "it means" : "they mean") nothing; not compared"
            case .privateUse:
                "holds \(count) \(isOne ? "character" : "characters") of private use between Chinese "
                    + "ones; not compared"
            case .mixedScripts:
                "holds \(count) \(isOne ? "word" : "words") with letters of two scripts"
                    + hints.behind(.mixedScripts)
            }
        }
    }
}
