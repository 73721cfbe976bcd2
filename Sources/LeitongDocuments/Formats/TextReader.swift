/// Reads plain text, Markdown and text of unknown kind: one file, one document.
struct TextReader {
    let path: String
    let format: DocumentFormat

    /// Makes a batch of one document.
    func read(_ text: consuming DecodedText) -> DocumentBatch {
        var batch = DocumentBatch()
        let bytes = text.bytes
        var splitter = ParagraphSplitter()
        let scalarCount = splitter.split(bytes.span, document: 0, into: &batch.paragraphs)
        guard !batch.paragraphs.isEmpty else {
            batch.skipped.append(
                SkippedInput(path: path, reason: .empty, message: "contains no text")
            )
            return batch
        }
        let line = { (index: Int) in
            let paragraph = batch.paragraphs[index]
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
            range.filter { batch.paragraphs[$0].scalarEnd - batch.paragraphs[$0].scalarStart <= 60 }
        }
        let markers = SectionSplitter.markers(batch.paragraphs[...], text: line)
        let preamble = 0..<(markers.first?.paragraph ?? Swift.min(3, batch.paragraphs.count))
        let title = TitleFinder.title(in: short(preamble).prefix(3).lazy.map(heading))
        let sections = sections(markers, batch.paragraphs.count) { range in
            TitleFinder.title(in: short(range.prefix(2)).lazy.map(heading))
        }
        for section in sections {
            for index in section.paragraphs {
                batch.paragraphs[index].section = UInt32(section.ordinal)
            }
        }
        batch.sections = sections
        batch.documents = [
            Document(
                name: path,
                path: path,
                source: 0,
                textByteRange: 0..<bytes.count,
                format: format,
                encoding: text.encoding,
                title: title,
                scalarCount: scalarCount,
                sections: 0..<sections.count,
                paragraphs: 0..<batch.paragraphs.count
            )
        ]
        batch.sources = [bytes]
        return batch
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
