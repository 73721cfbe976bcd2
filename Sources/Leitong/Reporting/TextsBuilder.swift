import LeitongCore
import LeitongDocuments
import LeitongReport

/// Makes the texts of a report, with all that its totals are made of.
struct TextsBuilder: Sendable {
    let places: PassagePlaces
    let folder: Folder
    let units: UnitRanges
    let options: ComparisonOptions

    /// Links that one task makes at a time.
    private static let chunkSize = 1024

    /// A link under way: where it lies in the stream.
    private struct Draft {
        var a: SharedStretches.Stretch
        var b: SharedStretches.Stretch
        /// Position among the passages.
        var found: Int
        /// Whether the passage is whole, so that its edits can be told.
        var isWhole: Bool
    }

    /// What passages share, in their order.
    func links(_ found: ClassifiedPassages) async -> [SharedLink] {
        var drafts: [Draft] = []
        var stretches = SharedStretches(units: units)
        for (index, entry) in found.enumerated()
        where entry.passage.matched >= options.minPassage {
            let first = stretches.stretches.count
            stretches.add(entry, of: found.list)
            // A passage gives its two sides one after the other, once or for each piece.
            for place in stride(from: first, to: stretches.stretches.count, by: 2) {
                let (a, b) = (stretches.stretches[place], stretches.stretches[place + 1])
                let isWhole = a.range == entry.passage.a && b.range == entry.passage.b
                // A piece of what was changed may have nothing on one side: nothing to draw.
                if a.range.isEmpty || b.range.isEmpty { continue }
                drafts.append(Draft(a: a, b: b, found: index, isWhole: isWhole))
            }
        }
        let parts = await ParallelRanges.map(
            count: drafts.count,
            chunkSize: Self.chunkSize,
            threads: options.threads
        ) { [drafts] range in range.map { link(drafts[$0], found) } }
        return Array(parts.joined())
    }

    /// What two paragraphs share: those of a row, or others that are equal to them.
    func link(_ row: ParagraphRow, _ aPlace: UInt32, _ bPlace: UInt32) -> SharedLink? {
        let a = places.text.range(ofParagraph: Int(aPlace))
        let b = places.text.range(ofParagraph: Int(bPlace))
        guard !a.isEmpty, !b.isEmpty, let aUnit = units.unit(at: a.lowerBound),
            let bUnit = units.unit(at: b.lowerBound), aUnit != bUnit
        else { return nil }
        let match = row.match
        // Equal paragraphs may be spelt otherwise: the edits fit those of the row only.
        let isOfRow = aPlace == row.a && bPlace == row.b
        return SharedLink(
            a: stretch(aUnit, a, paragraph: aPlace),
            b: stretch(bUnit, b, paragraph: bPlace),
            matchClass: match.matchClass,
            matched: Swift.min(units.characterCount(of: a), units.characterCount(of: b)),
            identity: match.jaccard,
            bits: match.bits,
            isParagraph: true,
            edits: isOfRow ? (match.differences ?? []).map { edit($0) } : []
        )
    }

    private func stretch(_ unit: Int, _ range: Range<Int>, paragraph: UInt32) -> TextStretch {
        let source = places.collection.batch.paragraphs[Int(paragraph)]
        let place = Place(
            document: "",
            start: Int(source.scalarStart),
            end: Int(source.scalarEnd),
            line: 0
        )
        return stretch(unit, range, place)
    }

    /// Texts in very many places.
    func spread(_ phrases: [FoundPhrase], pairs: UnitPairs) -> [SpreadLink] {
        let texts = SpreadTexts(phrases, units: units, pairs: pairs)
        let stream = places.text.scalars
        var links = texts.phraseOfText.map { index in
            let phrase = phrases[index]
            return SpreadLink(
                matchClass: isQuoted(phrase) ? .quotation : phrase.matchClass,
                matched: phrase.length,
                places: []
            )
        }
        for part in units.ranges.indices.flatMap({ texts.parts(ofUnit: $0) }) {
            let document = stream.document(at: part.range.lowerBound)
            let place = places.place(of: part.range, in: document)
            links[part.text].places.append(stretch(part.unit, part.range, place))
        }
        return links
    }

    /// Whether a set phrase that many documents hold is quoted in its first place.
    private func isQuoted(_ phrase: FoundPhrase) -> Bool {
        guard phrase.matchClass == .setPhrase,
            phrase.documents >= options.significance.quotedDocuments
        else { return false }
        let first = phrase.starts[0]
        return places.isQuoted(
            first..<first + phrase.length,
            in: places.text.scalars.document(at: first)
        )
    }

    private func link(_ draft: Draft, _ passages: ClassifiedPassages) -> SharedLink {
        let found = passages[draft.found]
        let tellsEdits = draft.isWhole && !found.isExact
        let runs = tellsEdits ? Array(passages.list.runs(of: found.passage)) : []
        let a = side(draft.a, runs.lazy.map(\.aLength))
        let b = side(draft.b, runs.lazy.map(\.bLength))
        return SharedLink(
            a: stretch(draft.a.unit, draft.a.range, a.place),
            b: stretch(draft.b.unit, draft.b.range, b.place),
            matchClass: found.matchClass,
            matched: found.passage.matched,
            identity: Rounded.value(found.passage.identity),
            bits: Double(found.evidence.bits),
            isParagraph: false,
            edits: runs.indices.map { index in
                LinkEdit(
                    kind: PassageRows.kind(of: runs[index]),
                    aLength: a.cuts[index + 1] - a.cuts[index],
                    bLength: b.cuts[index + 1] - b.cuts[index]
                )
            }
        )
    }

    private func side(
        _ stretch: SharedStretches.Stretch,
        _ runs: some Sequence<Int>
    ) -> PassagePlaces.Side {
        let document = places.text.scalars.document(at: stretch.range.lowerBound)
        return places.side(of: stretch.range, in: document, runs: runs)
    }

    /// A stretch of the stream where it stands in its unit.
    private func stretch(_ unit: Int, _ range: Range<Int>, _ place: Place) -> TextStretch {
        let start = units.characterCount(of: units.ranges[unit].lowerBound..<range.lowerBound)
        return TextStretch(
            document: unit,
            counted: start..<start + units.characterCount(of: range),
            source: place.start..<place.end
        )
    }

    private func edit(_ segment: DifferenceSegment) -> LinkEdit {
        let kind: PassageEdit.Kind =
            switch segment.kind {
            case .equal: .equal
            case .replaced: isRedacted(segment.a) != isRedacted(segment.b) ? .redacted : .replaced
            case .inserted: .inserted
            case .deleted: .deleted
            }
        return LinkEdit(
            kind: kind,
            aLength: segment.a.unicodeScalars.count,
            bLength: segment.b.unicodeScalars.count
        )
    }

    /// Whether a text is a redaction mark and nothing else that counts.
    private func isRedacted(_ text: String) -> Bool {
        var folded = FoldedText()
        folder.fold(Array(text.utf8).span, into: &folded, keepingMap: false)
        return folded.scalarCount > 0 && folded.wildcards.count == folded.scalarCount
    }
}
