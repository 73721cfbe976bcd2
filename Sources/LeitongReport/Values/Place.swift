/// A run of text in a document.
///
/// ```swift
/// let scalars = Array(speech.unicodeScalars)
/// for place in report.passages.map(\.a) where place.document == "speech" {
///     print(place.line, String(String.UnicodeScalarView(scalars[place.range])))
/// }
/// ```
public struct Place: Sendable, Hashable {
    /// Name of the document, with `#N` for its Nth section.
    public var document: String
    /// Unicode scalars of the whole document's text.
    public var range: Range<Int>
    /// Line of the first character, counted from 1.
    public var line: Int

    /// Creates a place.
    public init(document: String, range: Range<Int>, line: Int) {
        self.document = document
        self.range = range
        self.line = line
    }
}
