extension DocumentBatch {
    public func withText<R>(ofParagraph index: Int, scratch: inout [UInt8], _ body: (Span<UInt8>) throws -> R) rethrows -> R {
        let p = paragraphs[index]; let d = documents[Int(p.document)]
        let start = d.textByteRange.lowerBound
        let source = sources[d.source]; return try body(source.span.extracting(start + Int(p.byteStart)..<start + Int(p.byteEnd)))
    }
}
