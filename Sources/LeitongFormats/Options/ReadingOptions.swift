public import LeitongModel

/// How input is read.
///
/// ```swift
/// import LeitongFiles
///
/// var reading = ReadingOptions()
/// reading.encoding = "GB18030"
/// reading.textField = "content"
/// let corpus = try await Loader(reading: reading).load(paths: ["pages.jsonl"])
/// ```
public struct ReadingOptions: Sendable {
    /// Encoding of all input, as iconv names it; `nil` tells it from the text.
    public var encoding: String?
    /// Format of all input; `nil` tells it from the content, then the name.
    public var inputFormat: DocumentFormat?
    /// Field of a record that names it.
    public var idField: String
    /// Field of a record that holds its text.
    public var textField: String
    /// Field of a record that holds its title.
    public var titleField: String
    /// What reading may cost.
    public var limits: ReadingLimits
    /// What messages say of how a trouble is settled.
    public var hints: ReadingHints

    /// Field of a record that holds its date.
    public var dateField: String

    /// Creates reading options.
    public init(
        encoding: String? = nil,
        inputFormat: DocumentFormat? = nil,
        idField: String = "id",
        textField: String = "text",
        titleField: String = "title",
        dateField: String = "date",
        limits: ReadingLimits = .init(),
        hints: ReadingHints = .init()
    ) {
        self.encoding = encoding
        self.inputFormat = inputFormat
        self.idField = idField
        self.textField = textField
        self.titleField = titleField
        self.limits = limits
        self.hints = hints
        self.dateField = dateField
    }
}
