/// Finds the speeches inside a compiled file.
///
/// A file is compiled if lines that hold only an ordinal, all of one style, count 1, 2, 3… without a
/// gap, to 2 at least. A style that names what it counts (第一篇) goes before a bare one.
package enum SectionSplitter {
    /// The markers of a document: position of the paragraph, and what it says.
    ///
    /// - Parameters:
    ///   - paragraphs: The document's paragraphs.
    ///   - text: Text of a paragraph; only short ones are asked for.
    /// - Returns: The markers in order; none where the document is one text.
    package static func markers(
        _ paragraphs: ArraySlice<Paragraph>,
        text: (Int) -> String
    ) -> [(paragraph: Int, marker: SectionMarker)] {
        var byStyle: [String: [(paragraph: Int, marker: SectionMarker)]] = [:]
        for index in paragraphs.indices {
            let paragraph = paragraphs[index]
            guard paragraph.scalarEnd - paragraph.scalarStart <= 52,
                let marker = SectionMarker(text(index))
            else { continue }
            byStyle[marker.style, default: []].append((index, marker))
        }
        let complete = byStyle.values.filter { markers in
            markers.count >= 2
                && markers.enumerated().allSatisfy { $0.element.marker.ordinal == $0.offset + 1 }
        }
        return complete.min { left, right in
            let (a, b) = (left[0], right[0])
            if a.marker.isWorded != b.marker.isWorded { return a.marker.isWorded }
            return a.paragraph < b.paragraph
        } ?? []
    }
}
