import LeitongModel

/// What is compared with what: the paragraphs of a batch, or its documents as one text each.
///
/// The stages number items and ask for their text; they need not know which of the two they see.
struct ComparedItems: Sendable {
    /// What an item is.
    enum Kind: Sendable {
        case paragraphs
        /// Each document is its paragraphs joined, so that no shingle depends on their breaks.
        case documents
    }

    let batch: DocumentBatch
    let kind: Kind

    init(_ kind: Kind, of batch: DocumentBatch) {
        self.kind = kind
        self.batch = batch
    }

    var count: Int {
        switch kind {
        case .paragraphs: batch.paragraphs.count
        case .documents: batch.documents.count
        }
    }

    /// Items a worker takes at once: small enough to share the work, large enough to reuse the
    /// buffers.
    var chunkSize: Int {
        switch kind {
        case .paragraphs: 2048
        // A document may be a book.
        case .documents: 128
        }
    }

    /// Asks memory for the text of an item that will be lent soon.
    func anticipateText(of item: Int) {
        // Documents are long enough to make up for the wait.
        if kind == .paragraphs { batch.anticipateText(ofParagraph: item) }
    }

    /// Lends the text of an item, in UTF-8.
    func withText<Result>(
        of item: Int,
        scratch: inout [UInt8],
        _ body: (Span<UInt8>) throws -> Result
    ) rethrows -> Result {
        switch kind {
        case .paragraphs: try batch.withText(ofParagraph: item, scratch: &scratch, body)
        case .documents: try batch.withJoinedParagraphs(ofDocument: item, scratch: &scratch, body)
        }
    }
}
