@_spi(Core) package import LeitongCore
import LeitongStorage

/// Documents of paragraphs in one folded stream, with their seeds: what passages are searched in.
///
/// Paragraph 9, 19, 29, ... of ``SampleParagraphs`` is a copy of the one before it; here the two
/// stand in different documents.
package struct SampleStream: Sendable {
    /// The documents, folded.
    package let stream: FoldedStream
    /// Pairs of documents that share a copied paragraph.
    package let copiedPairs: Int

    /// Takes documents that were made elsewhere.
    ///
    /// - Parameters:
    ///   - stream: The documents, folded.
    ///   - copiedPairs: Pairs of documents that share a copied paragraph.
    package init(stream: FoldedStream, copiedPairs: Int) {
        self.stream = stream
        self.copiedPairs = copiedPairs
    }

    /// Makes documents.
    ///
    /// - Parameter paragraphs: How many paragraphs; every document has one.
    package init(paragraphs: Int) {
        let sample = SampleParagraphs(count: paragraphs)
        var documents: [[UInt32]] = []
        var folded = FoldedText()
        var scalars: [UInt32] = []
        let folder = Folder(level: .standard)
        for text in sample.texts {
            folder.fold(text.span, into: &folded, keepingMap: false)
            folded.decodeScalars(into: &scalars)
            documents.append(scalars)
        }
        stream = FoldedStream(documents)
        copiedPairs = sample.copies.count
    }

    /// The seeds of all documents.
    package func seeds() -> SeedBatch {
        var winnower = Winnower(rule: .standard)
        var batch = SeedBatch()
        for document in 0..<stream.documentCount {
            let place = stream.range(ofDocument: document)
            winnower.winnow(
                stream.scalars.span.extracting(place),
                base: place.lowerBound,
                document: UInt32(document),
                into: &batch
            )
        }
        return batch
    }

    /// Seeds grouped by what they hold.
    package func index(of batch: SeedBatch) -> SeedIndex {
        do {
            return try SeedIndex.indexing(
                [batch],
                documentCount: stream.documentCount,
                budget: MemoryBudget(limit: .max)
            )
        } catch {
            fatalError(error.description)
        }
    }
}
