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
    func links(_ found: [FoundPassage]) async -> [SharedLink] {
        var drafts: [Draft] = []
        var stretches = SharedStretches(units: units)
        for (index, entry) in found.enumerated()
        where entry.passage.matched >= options.minPassage {
            let first = stretches.stretches.count
            stretches.add(entry)
            // A passage gives its two sides one after the other, once or for each piece.
            for place in stride(from: first, to: stretches.stretches.count, by: 2) {
                let (a, b) = (stretches.stretches[place], stretches.stretches[place + 1])
                let isWhole = a.range == entry.passage.a && b.range == entry.passage.b
                // A piece of what was changed may have nothing on one side: nothing to draw.
                if a.range.isEmpty || b.range.isEmpty { continue }
                drafts.append(Draft(a: a, b: b, found: index, isWhole: isWhole))
            }
        }
        let requests = drafts.flatMap { self.requests($0, found[$0.found]) }
        let sides = await places.find(requests, threads: options.threads)
        return drafts.enumerated()
            .map { index, draft in
                link(draft, found[draft.found], sides[2 * index], sides[2 * index + 1])
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
        let first = phrases.map { phrase in
            var request = PassagePlaces.Request(
                range: phrase.starts[0]..<phrase.starts[0] + phrase.length
            )
            request.asksForMarks = phrase.documents >= options.significance.quotedDocuments
            return request
        }
        let sides = await places.find(
            first + parts.map { PassagePlaces.Request(range: $0.range) },
            threads: options.threads
        )
        var links = texts.phraseOfText.map { index in
            let phrase = phrases[index]
            let isQuoted = phrase.matchClass == .setPhrase && sides[index].isQuoted
            return SpreadLink(
                matchClass: isQuoted ? .quotation : phrase.matchClass,
                matched: phrase.length,
                places: []
            )
        }
        for (index, part) in parts.enumerated() {
            let place = sides[phrases.count + index].place
            links[part.text].places.append(stretch(part.unit, part.range, place))
        }
        return links
    }

    private func requests(_ draft: Draft, _ found: FoundPassage) -> [PassagePlaces.Request] {
        let runs = draft.isWhole ? found.passage.runs : []
        let wantsText = [Bool](repeating: false, count: runs.count)
        return [
            PassagePlaces.Request(
                range: draft.a.range,
                runs: runs.map(\.aLength),
                wantsText: wantsText
            ),
            PassagePlaces.Request(
                range: draft.b.range,
                runs: runs.map(\.bLength),
                wantsText: wantsText
            ),
        ]
    }

    private func link(
        _ draft: Draft,
        _ found: FoundPassage,
        _ a: PassagePlaces.Side,
        _ b: PassagePlaces.Side
    ) -> SharedLink {
        let runs = draft.isWhole && found.passage.runs.count > 1 ? found.passage.runs : []
        return SharedLink(
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
                        aLength: a.cuts[index + 1] - a.cuts[index],
                        bLength: b.cuts[index + 1] - b.cuts[index]
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
