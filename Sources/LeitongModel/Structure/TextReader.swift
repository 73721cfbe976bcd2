/// Makes one document of a text: of plain text, Markdown, or what was taken out of a file.
package struct TextReader {
    package let path: String
    package let format: DocumentFormat
    /// Whether headings part a compiled text into sections.
    private let readsSections: Bool

    /// Creates a reader.
    ///
    /// - Parameters:
    ///   - path: The path of the document in reports.
    ///   - format: What the text was in: of Markdown headings have no marks.
    ///   - readsSections: Whether headings part a compiled text into sections.
    package init(path: String, format: DocumentFormat, readsSections: Bool = true) {
        self.path = path
        self.format = format
        self.readsSections = readsSections
    }

    /// Makes a batch of one document.
    ///
    /// Front matter says what the document is, and is no part of its text.
    package func read(_ text: consuming DecodedText) -> DocumentBatch {
        var batch = DocumentBatch()
        var splitter = ParagraphSplitter()
        let frontMatter = FrontMatter(of: text.bytes.span)
        let scalarCount = splitter.split(
            text.bytes.span,
            from: frontMatter?.byteCount ?? 0,
            document: 0,
            into: &batch.paragraphs
        )
        finish(&batch, text, scalarCount: scalarCount)
        guard !batch.documents.isEmpty, let frontMatter else { return batch }
        batch.metadata = [
            DocumentMetadata(document: 0, title: frontMatter.title, date: frontMatter.date)
        ]
        if let title = frontMatter.title { batch.documents.setTitle(title, of: 0) }
        return batch
    }

    /// Adds the document whose paragraphs a batch holds.
    ///
    /// - Parameters:
    ///   - batch: A batch with the paragraphs of the text, and nothing else.
    ///   - text: The text.
    ///   - scalarCount: Length of the text in Unicode scalars.
    package func finish(
        _ batch: inout DocumentBatch,
        _ text: consuming DecodedText,
        scalarCount: Int
    ) {
        guard !batch.paragraphs.isEmpty else {
            batch.skipped.append(
                SkippedInput(path: path, reason: .empty, message: "contains no text")
            )
            return
        }
        let (title, sections) = structure(of: text.bytes, batch.paragraphs)
        for section in sections {
            for index in section.paragraphs {
                batch.paragraphs[index].section = UInt32(section.ordinal)
            }
        }
        batch.sections = sections
        batch.documents.append(
            Document(
                file: DocumentFile(
                    path: path,
                    format: format,
                    encoding: text.encoding,
                    encodingEvidence: text.evidence
                ),
                source: 0,
                textByteRange: 0..<text.bytes.count,
                title: title,
                scalarCount: scalarCount,
                sections: 0..<sections.count,
                paragraphs: 0..<batch.paragraphs.count
            )
        )
        batch.sources = [SourceText(text.bytes)]
    }

    /// The title, and the sections of a compiled file.
    private func structure(
        of bytes: [UInt8],
        _ paragraphs: [Paragraph]
    ) -> (title: String?, sections: [Section]) {
        let line = { (index: Int) in
            let paragraph = paragraphs[index]
            return String(
                decoding: bytes[Int(paragraph.byteStart)..<Int(paragraph.byteEnd)],
                as: UTF8.self
            )
        }
        let heading = { (index: Int) in
            // A heading of Markdown without its marks.
            format == .markdown ? String(line(index).drop { $0 == "#" || $0 == " " }) : line(index)
        }
        let short = { (range: Range<Int>) in
            range.filter { paragraphs[$0].scalarEnd - paragraphs[$0].scalarStart <= 60 }
        }
        let markers = readsSections ? SectionSplitter.markers(paragraphs[...], text: line) : []
        let preamble = 0..<(markers.first?.paragraph ?? Swift.min(3, paragraphs.count))
        let title = TitleFinder.title(in: short(preamble).prefix(3).lazy.map(heading))
        let sections = sections(markers, paragraphs.count) { range in
            TitleFinder.title(in: short(range.prefix(2)).lazy.map(heading))
        }
        return (title, sections)
    }

    private func sections(
        _ markers: [(paragraph: Int, marker: SectionMarker)],
        _ paragraphCount: Int,
        title: (Range<Int>) -> String?
    ) -> [Section] {
        guard let first = markers.first else { return [] }
        var sections: [Section] = []
        if first.paragraph > 0 {
            sections.append(Section(document: 0, ordinal: 0, paragraphs: 0..<first.paragraph))
        }
        for (index, entry) in markers.enumerated() {
            let end = index + 1 < markers.count ? markers[index + 1].paragraph : paragraphCount
            let paragraphs = entry.paragraph..<end
            sections.append(
                Section(
                    document: 0,
                    ordinal: entry.marker.ordinal,
                    title: entry.marker.title ?? title(paragraphs.dropFirst()),
                    paragraphs: paragraphs
                )
            )
        }
        return sections
    }
}
