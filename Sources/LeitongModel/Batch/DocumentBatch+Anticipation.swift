private import CPrefetch

extension DocumentBatch {
    /// Lines of 64 bytes that are asked for: with these on their way the processor asks for the rest.
    private static let anticipatedLines = 6

    /// Asks memory for the text of a paragraph that will be lent soon.
    ///
    /// Paragraphs that are read in no order lie all over the memory, and each is waited for unless it
    /// was asked for while others were worked on. Changes nothing, and asks for nothing of a text in
    /// a scratch file.
    ///
    /// - Parameter index: Position in ``paragraphs``.
    public func anticipateText(ofParagraph index: Int) {
        let paragraph = paragraphs[index]
        let place = documents.place(of: Int(paragraph.document))
        let start = place.bytes.lowerBound + (place.isEscaped ? 0 : Int(paragraph.byteStart))
        let end = Swift.min(place.bytes.upperBound, start + 64 * Self.anticipatedLines)
        SourceText.withResidentSpan(of: start..<end, at: place.source, in: sources.span) { bytes in
            unsafe bytes.withUnsafeBytes { bytes in
                for offset in stride(from: 0, to: bytes.count, by: 64) {
                    // Safe: an address in the buffer; nothing is read.
                    unsafe leitong_prefetch(bytes.baseAddress?.advanced(by: offset))
                }
            }
        }
    }
}
