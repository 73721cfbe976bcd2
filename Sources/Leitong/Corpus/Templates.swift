import LeitongModel

/// Texts that were given to everybody, such as a form, a question sheet or a hand-out.
///
/// They are read as documents are, but are none of a run: what documents have of them counts nowhere.
///
/// ```swift
/// var options = ComparisonOptions()
/// options.templates = Templates(Corpus([InputText(id: "form", text: "Name, class, date: …")]))
/// let report = try await Finder(options: options).find(in: answers)
/// ```
public struct Templates: Sendable {
    /// Their documents, in the order of their paths.
    public let corpus: Corpus

    /// Creates templates from documents that were read.
    ///
    /// - Parameter corpus: The documents.
    public init(_ corpus: Corpus) {
        self.corpus = corpus
    }

    /// Paths of their files, in the order of bytes; of texts without files their names.
    public var paths: [String] {
        corpus.files.isEmpty ? corpus.batch.documents.map(\.name) : corpus.files.map(\.input.path)
    }
}
