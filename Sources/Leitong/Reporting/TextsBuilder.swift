import LeitongCore
import LeitongDocuments
import LeitongReport

/// Makes the texts of a report, with all that its totals are made of.
struct TextsBuilder: Sendable {
    let places: PassagePlaces
    let units: UnitRanges
    let options: ComparisonOptions

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
    func links(_ found: [FoundPassage], of list: PassageList) async -> [SharedLink] {
        var drafts: [Draft] = []
        var stretches = SharedStretches(units: units)
        for (index, entry) in found.enumerated()
        where entry.passage.matched >= options.minPassage {
            let first = stretches.stretches.count
            stretches.add(entry, of: list)
            // A passage gives its two sides one after the other, once or for each piece.
            for place in stride(from: first, to: stretches.stretches.count, by: 2) {
                let (a, b) = (stretches.stretches[place], stretches.stretches[place + 1])
                let isWhole = a.range == entry.passage.a && b.range == entry.passage.b
                // A piece of what was changed may have nothing on one side: nothing to draw.
                if a.range.isEmpty || b.range.isEmpty { continue }
                drafts.append(Draft(a: a, b: b, found: index, isWhole: isWhole))
            }
        }
        var requests = PlaceRequests()
        for draft in drafts { request(draft, found[draft.found], of: list, &requests) }
        let sides = await places.find(requests, threads: options.threads)
        return drafts.enumerated()
            .map { index, draft in
                let found = found[draft.found]
                let runs = draft.isWhole && !found.isExact ? list.runs(of: found.passage) : []
                return link(draft, found, runs, sides[2 * index], sides[2 * index + 1])
            }
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
    func spread(_ phrases: [FoundPhrase], pairs: UnitPairs) async -> [SpreadLink] {
        let texts = SpreadTexts(phrases, units: units, pairs: pairs)
        let parts = units.ranges.indices.flatMap { texts.parts(ofUnit: $0) }
        let stream = places.text.scalars
        var requests = PlaceRequests()
        for phrase in phrases {
            requests.append(
                phrase.starts[0]..<phrase.starts[0] + phrase.length,
                of: stream.document(at: phrase.starts[0]),
                asksForMarks: phrase.documents >= options.significance.quotedDocuments
            )
        }
        for part in parts {
            requests.append(part.range, of: stream.document(at: part.range.lowerBound))
        }
        let sides = await places.find(requests, threads: options.threads)
        var links = texts.phraseOfText.map { index in
            let phrase = phrases[index]
            let isQuoted = phrase.matchClass == .setPhrase && sides.isQuoted(index)
            return SpreadLink(
                matchClass: isQuoted ? .quotation : phrase.matchClass,
                matched: phrase.length,
                places: []
            )
        }
        for (index, part) in parts.enumerated() {
            let place = sides.place(phrases.count + index)
            links[part.text].places.append(stretch(part.unit, part.range, place))
        }
        return links
    }

    private func request(
        _ draft: Draft,
        _ found: FoundPassage,
        of list: PassageList,
        _ requests: inout PlaceRequests
    ) {
        let runs = draft.isWhole ? list.runs(of: found.passage) : []
        requests.append(
            draft.a.range,
            of: places.text.scalars.document(at: draft.a.range.lowerBound),
            runs: runs.lazy.map { PlaceRequests.Run($0.aLength) }
        )
        requests.append(
            draft.b.range,
            of: places.text.scalars.document(at: draft.b.range.lowerBound),
            runs: runs.lazy.map { PlaceRequests.Run($0.bLength) }
        )
    }

    private func link(
        _ draft: Draft,
        _ found: FoundPassage,
        _ runs: ArraySlice<PassageRun>,
        _ a: FoundPlaces.Side,
        _ b: FoundPlaces.Side
    ) -> SharedLink {
        SharedLink(
            a: stretch(draft.a.unit, draft.a.range, a.place),
            b: stretch(draft.b.unit, draft.b.range, b.place),
            matchClass: found.matchClass,
            matched: found.passage.matched,
            identity: Rounded.value(found.passage.identity),
            bits: Double(found.evidence.bits),
            isParagraph: false,
            edits: runs.enumerated()
                .map { index, run in
                    LinkEdit(
                        kind: PassageRows.kind(of: run),
                        aLength: a.cut(index + 1) - a.cut(index),
                        bLength: b.cut(index + 1) - b.cut(index)
                    )
                }
        )
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
        places.folder.fold(Array(text.utf8).span, into: &folded, keepingMap: false)
        return folded.scalarCount > 0 && folded.wildcards.count == folded.scalarCount
    }
}
