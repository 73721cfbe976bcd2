import LeitongModel

/// Takes the text out of Writer files (ISO/IEC 26300, OpenDocument).
///
/// Paragraphs, headings, lists, cells and boxes, then the notes. Comments, what was deleted with
/// changes tracked, and the headers of pages are left out.
struct ODTExtractor: TextExtractor {
    func extract(
        _ bytes: [UInt8],
        _ budget: inout ArchiveBudget
    ) throws(ExtractionFailure) -> ExtractedText {
        let parts = ArchiveParts(bytes)
        let found = try parts.read(["content.xml", "meta.xml", "META-INF/manifest.xml"], &budget)
        if let manifest = found["META-INF/manifest.xml"],
            String(decoding: manifest, as: UTF8.self).contains(":encryption-data")
        {
            throw ExtractionFailure(.encrypted, "asks for a password")
        }
        guard let content = found["content.xml"] else {
            throw ExtractionFailure(.malformed, "has no content inside")
        }
        var builder = WriterTextBuilder()
        try MarkupParser.parseXML(content, &builder)
        guard builder.isText else {
            throw ExtractionFailure(
                .unsupported,
                "is an OpenDocument file, but no text document; save it as text or CSV"
            )
        }
        var result = builder.text
        var properties = DocumentProperties()
        if let meta = found["meta.xml"], (try? MarkupParser.parseXML(meta, &properties)) != nil {
            result.metadata = properties.metadata
        }
        return result
    }
}

/// The text of a Writer file.
private struct WriterTextBuilder: MarkupHandler {
    private(set) var isText = false
    private var leftOutDepth = 0
    private var paragraphDepth = 0
    private var noteDepth = 0
    private var flow = TextFlow()
    private var notes = TextFlow()

    /// What was read: notes come last.
    var text: ExtractedText {
        var builder = ParagraphBuilder()
        builder.appendParagraphs(flow.text)
        builder.appendParagraphs(notes.text)
        return ExtractedText(bytes: builder.bytes, softBreaks: builder.softBreaks)
    }

    mutating func start(_ name: String, _ attributes: MarkupAttributes) {
        if Self.leftOut.contains(name) { leftOutDepth += 1 }
        switch name {
        case "office:text": isText = true
        case "text:p", "text:h": paragraphDepth += 1
        case "text:note-body": noteDepth += 1
        case "draw:text-box": change { $0.beginBox() }
        case "text:s", "text:tab": append(" ")
        case "text:line-break": if leftOutDepth == 0 { change { $0.lineBreak() } }
        default: break
        }
    }

    mutating func end(_ name: String) {
        if Self.leftOut.contains(name) { leftOutDepth -= 1 }
        switch name {
        case "text:p", "text:h":
            paragraphDepth -= 1
            // A paragraph of a comment stands inside one of the text.
            if leftOutDepth == 0 { change { $0.endParagraph() } }
        case "text:note-body": noteDepth -= 1
        case "draw:text-box": change { $0.endBox() }
        default: break
        }
    }

    mutating func text(_ bytes: Span<UInt8>) {
        guard paragraphDepth > 0, leftOutDepth == 0 else { return }
        if noteDepth > 0 { notes.append(bytes) } else { flow.append(bytes) }
    }

    private mutating func append(_ text: String) {
        self.text(Array(text.utf8).span)
    }

    private mutating func change(_ body: (inout TextFlow) -> Void) {
        if noteDepth > 0 { body(&notes) } else { body(&flow) }
    }

    private static let leftOut: Set<String> = [
        "text:tracked-changes", "office:annotation", "text:note-citation", "text:ruby-text",
        "office:forms", "svg:title", "svg:desc", "text:hidden-paragraph", "office:binary-data",
        "office:event-listeners",
    ]
}
