extension DocumentBatch {
    /// Lends the text of a document.
    ///
    /// - Parameters:
    ///   - document: A document of this batch.
    ///   - scratch: Buffer for the text if escapes have to be resolved, or it is in a scratch file.
    ///   - body: Receives the text in UTF-8.
    /// - Returns: What `body` returns.
    /// - Throws: What `body` throws.
    /// - Complexity: Constant, or linear in the text if it is escaped.
    public func withText<Result>(
        of document: Document,
        scratch: inout [UInt8],
        _ body: (Span<UInt8>) throws -> Result
    ) rethrows -> Result {
        try withText(at: document.place, scratch: &scratch, body)
    }

    private func withText<Result>(
        at place: Document.Place,
        scratch: inout [UInt8],
        _ body: (Span<UInt8>) throws -> Result
    ) rethrows -> Result {
        guard place.isEscaped else {
            return try SourceText.withSpan(
                of: place.bytes,
                at: place.source,
                in: sources.span,
                scratch: &scratch,
                body
            )
        }
        scratch.removeAll(keepingCapacity: true)
        sources.span[place.source]
            .withSpan { source in
                JSONStringDecoder.unescape(source.extracting(place.bytes), into: &scratch)
            }
        return try body(scratch.span)
    }

    /// Copies part of the text of a document.
    ///
    /// - Parameters:
    ///   - index: Position in ``documents``.
    ///   - part: Bytes of its text, from inside it to inside it or beyond.
    ///   - output: Receives those of the bytes that the text has.
    /// - Complexity: Linear in the part, or in the text if it is escaped.
    public func appendText(
        ofDocument index: Int,
        _ part: Range<Int>,
        to output: inout [UInt8]
    ) {
        let place = documents.place(of: index)
        guard place.isEscaped else {
            let text = place.bytes
            let end = Swift.min(text.upperBound, text.lowerBound + part.upperBound)
            sources[place.source].append(text.lowerBound + part.lowerBound..<end, to: &output)
            return
        }
        var scratch: [UInt8] = []
        withText(at: place, scratch: &scratch) { text in
            let end = Swift.min(text.count, part.upperBound)
            ByteSearch.append(text, part.lowerBound..<end, to: &output)
        }
    }

    /// Lends the text of a paragraph.
    ///
    /// - Parameters:
    ///   - index: Position in ``paragraphs``.
    ///   - scratch: Buffer for the text if escapes have to be resolved, or it is in a scratch file.
    ///   - body: Receives exactly the paragraph, in UTF-8.
    /// - Returns: What `body` returns.
    /// - Throws: What `body` throws.
    /// - Complexity: Constant, or linear in the document's text if it is escaped.
    public func withText<Result>(
        ofParagraph index: Int,
        scratch: inout [UInt8],
        _ body: (Span<UInt8>) throws -> Result
    ) rethrows -> Result {
        let paragraph = paragraphs[index]
        let bytes = Int(paragraph.byteStart)..<Int(paragraph.byteEnd)
        let place = documents.place(of: Int(paragraph.document))
        guard place.isEscaped else {
            let start = place.bytes.lowerBound
            return try SourceText.withSpan(
                of: start + bytes.lowerBound..<start + bytes.upperBound,
                at: place.source,
                in: sources.span,
                scratch: &scratch,
                body
            )
        }
        return try withText(at: place, scratch: &scratch) { text in
            try body(text.extracting(bytes))
        }
    }

    /// Lends the paragraphs of a document as one text, with nothing between them.
    ///
    /// So that two documents of one text are equal wherever their lines are broken.
    ///
    /// - Parameters:
    ///   - index: Position in ``documents``.
    ///   - scratch: Buffer that receives the text if there are several paragraphs.
    ///   - body: Receives the text, in UTF-8.
    /// - Returns: What `body` returns.
    /// - Throws: What `body` throws.
    /// - Complexity: Linear in the text.
    public func withJoinedParagraphs<Result>(
        ofDocument index: Int,
        scratch: inout [UInt8],
        _ body: (Span<UInt8>) throws -> Result
    ) rethrows -> Result {
        let range = documents.paragraphs(of: index)
        if range.count == 1 {
            return try withText(
                ofParagraph: range.lowerBound,
                scratch: &scratch,
                body
            )
        }
        // The memory of the buffer is used for the text, and given back with it.
        var joined: [UInt8] = []
        swap(&joined, &scratch)
        joined.removeAll(keepingCapacity: true)
        var resolved: [UInt8] = []
        withText(at: documents.place(of: index), scratch: &resolved) { text in
            for paragraph in paragraphs[range] {
                let bytes = Int(paragraph.byteStart)..<Int(paragraph.byteEnd)
                ByteSearch.append(text, bytes, to: &joined)
            }
        }
        scratch = joined
        return try body(scratch.span)
    }
}
