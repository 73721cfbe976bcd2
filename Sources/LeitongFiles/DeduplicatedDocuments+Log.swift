import Leitong
import LeitongModel
public import LeitongReport

extension DeduplicatedDocuments {
    /// Goes through everything that is removed, in the order of the input, and what could not be read.
    ///
    /// - Parameter log: Receives the entries; it is not finished.
    /// - Throws: What the log's sink throws.
    public func write<Failure: Error>(
        to log: inout DeduplicationLog<Failure>
    ) throws(Failure) {
        let names = UniqueNames.naming(corpus.batch.documents)
        var places = RecordPlaces(corpus)
        for index in corpus.batch.documents.indices {
            let line = fate(of: index) == .removed ? places.place(of: index) : nil
            for removal in removals(of: index) {
                try log.add(entry(removal, of: index, line, names))
            }
            if result.level == .paragraph, fate(of: index) == .removed {
                try log.add(emptied(index, line, names))
            }
        }
        for skipped in corpus.batch.skipped {
            try log.add(SkippedEntry(skipped))
        }
    }

    private func entry(
        _ removal: Deduplication.Removal,
        of index: Int,
        _ line: Range<Int>?,
        _ names: UniqueNames
    ) -> DeduplicationEntry {
        let batch = corpus.batch
        let isParagraph = result.level == .paragraph
        let keeper = isParagraph ? Int(batch.paragraphs[removal.kept].document) : removal.kept
        let first = { (document: Int) in batch.documents[document].paragraphs.lowerBound }
        var bytes = line
        if isParagraph {
            let paragraph = batch.paragraphs[removal.item]
            bytes = Int(paragraph.byteStart)..<Int(paragraph.byteEnd)
        }
        return DeduplicationEntry(
            type: result.level.rawValue,
            document: names.name(of: index),
            path: batch.documents[index].path,
            paragraph: isParagraph ? removal.item - first(index) + 1 : nil,
            byteRange: bytes,
            reason: removal.reason.rawValue,
            similarity: removal.similarity,
            kept: DeduplicationEntry.Kept(
                document: names.name(of: keeper),
                path: batch.documents[keeper].path,
                paragraph: isParagraph ? removal.kept - first(keeper) + 1 : nil
            )
        )
    }

    private func emptied(
        _ index: Int,
        _ line: Range<Int>?,
        _ names: UniqueNames
    ) -> DeduplicationEntry {
        DeduplicationEntry(
            type: DeduplicationLevel.document.rawValue,
            document: names.name(of: index),
            path: corpus.batch.documents[index].path,
            byteRange: line,
            reason: "empty"
        )
    }
}
