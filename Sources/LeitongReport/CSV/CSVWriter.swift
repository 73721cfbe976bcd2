public import LeitongRun

/// Writes the matches as a table for spreadsheets (RFC 4180, with a byte order mark).
///
/// ```swift
/// try CSVWriter().write(report) { bytes in try store.write(bytes) }
/// ```
///
/// The table holds matches only: one row a paragraph match, a passage, or a place of a phrase but the
/// first (`find`), or a pair of documents (`score`). Inputs that could not be used would break the table; the other forms name them.
/// A cell that a spreadsheet would take for a formula begins with an apostrophe, and control
/// characters other than line ends and tabs are spelled out.
public struct CSVWriter: ReportWriter {
    private let renderer: RowRenderer

    /// Creates a writer.
    ///
    /// - Parameter context: Its threads render rows; the bytes do not depend on it.
    public init(context: RunContext = .oneThread) {
        renderer = RowRenderer(context: context)
    }

    /// Writes a report as CSV.
    ///
    /// - Parameters:
    ///   - source: What to print.
    ///   - sink: Takes the next bytes of the output.
    /// - Throws: What `sink` throws.
    public func write<Failure: Error>(
        _ source: ReportSource,
        to sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        var out = OutputBuffer()
        out.append("\u{FEFF}")
        let header = source.header.command == .find ? Self.matchHeader : Self.pairHeader
        row(header.map { .text($0) }, &out)
        for rows in rows(of: source) { try renderer.render(rows, into: &out, to: sink) }
        try out.flush(to: sink)
    }

    /// The rows of a report, kind by kind.
    private func rows(of source: ReportSource) -> [WrittenRows] {
        switch source.header.command {
        case .find:
            let slots = SlotCells(source.clusters)
            return [
                WrittenRows(count: source.paragraphs.count) { index, out in
                    let match = source.paragraphs[index]
                    row(cells(of: match, clusters: source.clusters, slots: slots), &out)
                },
                WrittenRows(count: source.passages.count) { index, out in
                    row(cells(of: source.passages[index]), &out)
                },
                WrittenRows(count: source.phrases.count) { index, out in
                    let phrase = source.phrases[index]
                    for place in phrase.places.dropFirst() {
                        row(cells(of: phrase, at: place), &out)
                    }
                },
            ]
        case .score:
            return [
                WrittenRows(count: source.pairs.count) { index, out in
                    row(cells(of: source.pairs[index]), &out)
                }
            ]
        }
    }

    private static let matchHeader = [
        "Type", "Cluster", "Class", "Form", "Similarity", "Matched characters", "Bits",
        "Document A", "Line A", "Document B", "Line B", "Text A", "Text B", "Changes", "Slots A",
        "Slots B", "Earliest",
    ]

    private static let pairHeader = [
        "Document A", "Document B", "A in B", "B in A", "Resemblance", "Longest copy",
        "A in B with set phrases", "B in A with set phrases", "Shared characters of A",
        "Characters of A", "Shared characters of B", "Characters of B",
        "Shared paragraphs of A", "Shared paragraphs of B", "Earlier",
    ]

    private func cells(
        of match: ParagraphMatch,
        clusters: [Cluster],
        slots: SlotCells
    ) -> [Cell] {
        [
            .text("paragraph"), match.cluster.map(Cell.count) ?? .text(""),
            .text(match.matchClass.rawValue), .text(match.form.rawValue), .share(match.jaccard),
            .text(""), .share(match.bits),
            .text(match.a.document), .count(match.a.line),
            .text(match.b.document), .count(match.b.line),
            .text(match.text(\.aText, at: match.a, clusters: clusters)),
            .text(match.text(\.bText, at: match.b, clusters: clusters)),
            .text((match.differences ?? []).changesInWords),
            .text(slots.cell(for: match.a)), .text(slots.cell(for: match.b)),
            .text(match.shownCluster(of: clusters)?.earliest?.words ?? ""),
        ]
    }

    private func cells(of passage: PassageMatch) -> [Cell] {
        [
            .text("passage"), .text(""),
            .text(passage.matchClass.rawValue), .text(passage.form.rawValue),
            .share(passage.identity), .count(passage.matched), .share(passage.bits),
            .text(passage.a.document), .count(passage.a.line),
            .text(passage.b.document), .count(passage.b.line),
            .text(passage.edits.compactMap(\.aText).joined()),
            .text(passage.edits.compactMap(\.bText).joined()),
            .text(passage.edits.changesInWords),
            .text(""), .text(""), .text(""),
        ]
    }

    /// A phrase in one of its places, beside the first.
    private func cells(of phrase: Phrase, at place: Place) -> [Cell] {
        let first = phrase.places[0]
        return [
            .text("phrase"), .text(""),
            .text(phrase.matchClass.rawValue), .text("exact"), .share(1),
            .text(""), .share(phrase.bits),
            .text(first.document), .count(first.line),
            .text(place.document), .count(place.line),
            .text(phrase.text), .text(phrase.text), .text(""), .text(""), .text(""), .text(""),
        ]
    }

    private func cells(of pair: PairScore) -> [Cell] {
        [
            .text(pair.a), .text(pair.b),
            .share(pair.aCovered), .share(pair.bCovered), .share(pair.resemblance),
            .count(pair.longest), .share(pair.aShared), .share(pair.bShared),
            .count(pair.aMatchedCharacters), .count(pair.aCharacters),
            .count(pair.bMatchedCharacters), .count(pair.bCharacters),
            .count(pair.aMatchedParagraphs), .count(pair.bMatchedParagraphs),
            .text(pair.earlier?.rawValue.uppercased() ?? ""),
        ]
    }

    private func row(_ cells: [Cell], _ out: inout OutputBuffer) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { out.append(UInt8(ascii: ",")) }
            switch cell {
            case .text(let text): out.appendCSV(text)
            case .count(let count): out.append(count)
            case .share(let share): out.append(share)
            }
        }
        out.append("\r\n")
    }

    private enum Cell {
        case text(String)
        case count(Int)
        case share(Double)
    }
}

extension OutputBuffer {
    /// Characters with which spreadsheets begin formulas, also in their full-width forms.
    private static let formulaStarts: Set<Unicode.Scalar> = [
        "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠",
    ]

    /// Appends a cell, quoted where it must be and kept from being read as a formula.
    fileprivate mutating func appendCSV(_ text: String) {
        var cell = PrintableText.spellingOutControls(in: text, keepingLineEnds: true)
        if let first = cell.unicodeScalars.first, Self.formulaStarts.contains(first) {
            cell = "'" + cell
        }
        guard cell.utf8.contains(where: { ",\"\r\n".utf8.contains($0) }) else {
            append(cell)
            return
        }
        append(UInt8(ascii: "\""))
        for byte in cell.utf8 {
            if byte == UInt8(ascii: "\"") { append(byte) }
            append(byte)
        }
        append(UInt8(ascii: "\""))
    }
}
