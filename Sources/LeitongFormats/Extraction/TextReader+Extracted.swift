import LeitongModel

extension TextReader {
    /// Makes a batch of one document whose paragraphs are known.
    func read(_ text: consuming ExtractedText) -> DocumentBatch {
        var batch = DocumentBatch()
        var splitter = ParagraphSplitter()
        let scalarCount = splitter.split(
            text.bytes.span,
            softBreaks: text.softBreaks,
            document: 0,
            into: &batch.paragraphs
        )
        let decoded = DecodedText(
            bytes: text.bytes,
            encoding: text.encoding,
            evidence: text.evidence
        )
        finish(&batch, decoded, scalarCount: scalarCount)
        guard !batch.documents.isEmpty, text.metadata != ExtractedMetadata() else { return batch }
        let metadata = text.metadata
        batch.metadata = [
            DocumentMetadata(
                document: 0,
                title: metadata.title,
                fileDate: metadata.fileDate,
                warnings: metadata.warnings
            )
        ]
        if batch.documents[0].title == nil { batch.documents.setTitle(metadata.title, of: 0) }
        return batch
    }
}
