public import LeitongModel

/// The documents of a run, in canonical order, with their units: what is named and scored.
///
/// ```swift
/// let corpus = Corpus(pages.map { InputText(id: $0.address, text: $0.text) })
/// for unit in corpus.units {
///     print(unit.name, unit.title ?? "no title", unit.date?.text ?? "no date")
/// }
/// ```
public struct Corpus: Sendable {
    /// The documents and their text.
    package let batch: DocumentBatch
    /// The documents, whole: what ``Deduplication/Removal`` numbers where documents are compared.
    public var documents: DocumentList { batch.documents }
    /// Documents, or the sections of compiled ones, in document order.
    public let units: ScoredDocuments
    /// Files below a folder that were left out by pattern.
    public let ignoredCount: Int
    /// The files that documents came from, in document order; empty for documents from elsewhere.
    public let files: [CorpusFile]
    /// Other names of those files: a file is one document, however many names lead to it.
    public let furtherNames: [FurtherName]

    /// Creates a corpus of documents that were read.
    ///
    /// - Parameters:
    ///   - batch: The documents.
    ///   - ignoredCount: Files left out by pattern.
    ///   - files: The files that the documents came from.
    ///   - furtherNames: Other names of those files.
    package init(
        _ batch: DocumentBatch,
        ignoredCount: Int = 0,
        files: [CorpusFile] = [],
        furtherNames: [FurtherName] = []
    ) {
        self.batch = batch
        self.ignoredCount = ignoredCount
        self.files = files
        self.furtherNames = furtherNames
        units = ScoredDocuments(batch)
    }
}

/// A document, or one section of a compiled document.
///
/// ```swift
/// let dated = corpus.units.filter { $0.date != nil }.map(\.name)
/// let report = try await Scorer().score(corpus, only: dated)
/// ```
public struct ScoredDocument: Sendable {
    /// Position of the document in the batch.
    public var document: Int
    /// Ordinal of the section; `nil` for a document that is one text.
    public var section: Int?
    /// Name in reports: the document's, with `#N` for a section.
    public var name: String
    /// Title, where one was found.
    public var title: String?
    /// Date, where one is known.
    public var date: DocumentDate?
    /// Where the date was found.
    public var dateSource: DateSource?
    /// Date in the properties of its file, where there is one: a hint, and no date of the text.
    public var fileDate: DocumentDate?
    /// Positions of its paragraphs in the batch.
    public var paragraphs: Range<Int>
}

/// A file that gave documents.
///
/// ```swift
/// import LeitongFiles
///
/// for file in try await Corpus.reading(paths: ["speeches"]).files {
///     print(file.input.path, file.format.rawValue, file.documents.count)
/// }
/// ```
public struct CorpusFile: Sendable {
    /// The file.
    public var input: InputFile
    /// Its format.
    public var format: DocumentFormat
    /// Position of its text in the sources of the batch.
    public var source: Int
    /// Positions of its documents in the batch.
    public var documents: Range<Int>
    /// Whether it was given to be compared with, and not as new; `nil` where nothing was.
    public var isKnown: Bool?

    /// Creates an entry.
    public init(
        input: InputFile,
        format: DocumentFormat,
        source: Int,
        documents: Range<Int>,
        isKnown: Bool? = nil
    ) {
        self.input = input
        self.format = format
        self.source = source
        self.documents = documents
        self.isKnown = isKnown
    }
}
