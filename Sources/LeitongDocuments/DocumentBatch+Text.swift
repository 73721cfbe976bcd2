extension DocumentBatch {
    /// Lends the text of a document.
    ///
    /// - Parameters:
    ///   - document: A document of this batch.
    ///   - scratch: Buffer that receives the text if escapes have to be resolved.
    ///   - body: Receives the text in UTF-8.
    /// - Returns: What `body` returns.
    /// - Complexity: Constant, or linear in the text if it is escaped.
    public func withText<Result>(
        of document: Document,
        scratch: inout [UInt8],
        _ body: (Span<UInt8>) throws -> Result
    ) rethrows -> Result {
        let source = sources[document.source]
        let text = source.span.extracting(document.textByteRange)
        guard document.isEscaped else { return try body(text) }
        scratch.removeAll(keepingCapacity: true)
        JSONStringDecoder.unescape(text, into: &scratch)
        return try body(scratch.span)
    }

    /// Lends the text of a paragraph.
    ///
    /// - Parameters:
    ///   - index: Position in ``paragraphs``.
    ///   - scratch: Buffer that receives the document's text if escapes have to be resolved.
    ///   - body: Receives exactly the paragraph, in UTF-8.
    /// - Returns: What `body` returns.
    public func withText<Result>(
        ofParagraph index: Int,
        scratch: inout [UInt8],
        _ body: (Span<UInt8>) throws -> Result
    ) rethrows -> Result {
        let paragraph = paragraphs[index]
        let bytes = Int(paragraph.byteStart)..<Int(paragraph.byteEnd)
        return try withText(of: documents[Int(paragraph.document)], scratch: &scratch) { text in
            try body(text.extracting(bytes))
        }
    }
}
