/// How input is read.
public struct ReadingOptions: Sendable {
    /// Encoding of all input, as iconv names it; `nil` tells it from the text.
    public var encoding: String?
    /// Format of all input; `nil` tells it from the name.
    public var inputFormat: DocumentFormat?
    /// Field of a record that names it.
    public var idField: String
    /// Field of a record that holds its text.
    public var textField: String
    /// Field of a record that holds its title.
    public var titleField: String

    /// Field of a record that holds its date.
    public var dateField: String

    /// Creates reading options.
    public init(
        encoding: String? = nil,
        inputFormat: DocumentFormat? = nil,
        idField: String = "id",
        textField: String = "text",
        titleField: String = "title",
        dateField: String = "date"
    ) {
        self.encoding = encoding
        self.inputFormat = inputFormat
        self.idField = idField
        self.textField = textField
        self.titleField = titleField
        self.dateField = dateField
    }

    /// The format of a file: what the options say, or its name.
    public func format(ofPath path: String) -> DocumentFormat {
        if let inputFormat { return inputFormat }
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let suffix = name.split(separator: ".").dropFirst().last?.lowercased() ?? ""
        switch suffix {
        case "jsonl", "ndjson": return .jsonLines
        case "md", "markdown": return .markdown
        default: return .text
        }
    }
}
