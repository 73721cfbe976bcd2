/// A run of text in a document.
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
