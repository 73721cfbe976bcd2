import LeitongModel

/// Makes a ``Corpus`` of texts in memory, one after the other.
///
/// ```swift
/// var builder = CorpusBuilder()
/// for await page in arriving { builder.add(InputText(id: page.address, text: page.text)) }
/// let corpus = builder.corpus()
/// ```
///
/// A text of nothing but white space, or of 4 GiB and more, is no document: the report names it among
/// what was skipped.
public struct CorpusBuilder: Sendable {
    private var texts: [(id: String, batch: DocumentBatch)] = []

    /// Longest text: offsets in a document have 32 bits.
    private static let byteLimit = Int(UInt32.max)

    /// Creates a builder without documents.
    public init() {}

    /// Adds a document.
    ///
    /// - Parameter text: The document.
    /// - Complexity: Linear in the text.
    public mutating func add(_ text: InputText) {
        texts.append((text.id, Self.batch(of: text, readsSections: true)))
    }

    /// Adds a document that is one text, whatever its lines say.
    mutating func addWhole(_ text: InputText) {
        texts.append((text.id, Self.batch(of: text, readsSections: false)))
    }

    /// The corpus: its documents in the order of the bytes of their ids.
    ///
    /// - Returns: Equal corpora for equal texts, in whatever order they were added but for those of one
    ///   id.
    /// - Complexity: Linear in the documents and their paragraphs, but for sorting.
    public func corpus() -> Corpus {
        let order = texts.indices.sorted { a, b in
            let (first, second) = (texts[a].id.utf8, texts[b].id.utf8)
            if first.elementsEqual(second) { return a < b }
            return first.lexicographicallyPrecedes(second)
        }
        var batch = DocumentBatch()
        for index in order { batch.append(texts[index].batch) }
        return Corpus(batch)
    }

    private static func batch(of text: InputText, readsSections: Bool) -> DocumentBatch {
        guard text.text.utf8.count < byteLimit else {
            var batch = DocumentBatch()
            batch.skipped = [
                SkippedInput(path: text.id, reason: .tooLarge, message: "is longer than 4 GiB")
            ]
            return batch
        }
        let decoded = DecodedText(bytes: Array(text.text.utf8), encoding: "UTF-8")
        var batch = TextReader(path: text.id, format: .text, readsSections: readsSections)
            .read(decoded)
        DateFinder.setDates(in: &batch)
        guard !batch.documents.isEmpty else { return batch }
        if let title = text.title { batch.documents.setTitle(title, of: 0) }
        if let date = text.date { batch.documents.setDate(date, from: .field, of: 0) }
        return batch
    }
}

extension Corpus {
    /// Creates a corpus of texts in memory.
    ///
    /// ```swift
    /// let corpus = Corpus(pages.map { InputText(id: $0.address, text: $0.text) })
    /// ```
    ///
    /// - Parameter texts: The documents.
    /// - Complexity: Linear in the texts, but for sorting by id.
    public init(_ texts: some Sequence<InputText>) {
        var builder = CorpusBuilder()
        for text in texts { builder.add(text) }
        self = builder.corpus()
    }

    /// Collects texts that come one after the other to a corpus.
    ///
    /// ```swift
    /// let texts = arriving.map { InputText(id: $0.address, text: $0.text) }
    /// let corpus = try await Corpus.collecting(texts)
    /// ```
    ///
    /// - Parameter texts: The documents.
    /// - Returns: The corpus.
    /// - Throws: What the sequence throws, and `CancellationError`.
    /// - Complexity: Linear in the texts, but for sorting by id.
    public static func collecting<Texts: AsyncSequence>(_ texts: Texts) async throws -> Corpus
    where Texts.Element == InputText {
        var builder = CorpusBuilder()
        for try await text in texts {
            try Task.checkCancellation()
            builder.add(text)
        }
        return builder.corpus()
    }
}
