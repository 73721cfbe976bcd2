@_spi(Core) import LeitongCore
import LeitongModel
import LeitongReport
import LeitongStorage

/// Makes the texts of a report, with all that its totals are made of.
struct TextsBuilder: Sendable {
    let places: PassagePlaces
    let folder: Folder
    let units: UnitRanges
    let options: ComparisonOptions
    let context: RunContext

    /// Links that one task makes at a time.
    private static let chunkSize = 1024

    /// A link under way: where it lies in the stream.
    private struct Draft {
        var a: Range<Int>
        var b: Range<Int>
        var aUnit: Int
        var bUnit: Int
        /// Position among the passages.
        var found: Int
        /// Whether the passage is whole, so that its edits can be told.
        var isWhole: Bool
    }

    /// What passages share, in their order.
    func links(_ found: ClassifiedPassages) async throws -> [SharedLink] {
        var drafts: [Draft] = []
        for (index, entry) in found.enumerated()
        where entry.passage.matched >= options.minPassage {
            drafts += self.drafts(of: entry, at: index, found.list)
        }
        let parts = try await context.map(
            count: drafts.count,
            chunkSize: Self.chunkSize
        ) { [drafts] range in range.map { link(drafts[$0], found) } }
        return Array(parts.joined())
    }

    /// A passage, or where it reaches over the end of a unit what is equal in it, unit by unit.
    private func drafts(of entry: FoundPassage, at index: Int, _ list: PassageList) -> [Draft] {
        let (a, b) = (entry.passage.a, entry.passage.b)
        if let aUnit = units.unit(holding: a), let bUnit = units.unit(holding: b) {
            if aUnit == bUnit { return [] }
            return [Draft(a: a, b: b, aUnit: aUnit, bUnit: bUnit, found: index, isWhole: true)]
        }
        var stretches = SharedStretches(units: units)
        stretches.add(entry, of: list)
        // A piece gives its two sides one after the other.
        return stride(from: 0, to: stretches.stretches.count, by: 2)
            .map { position in
                let (a, b) = (stretches.stretches[position], stretches.stretches[position + 1])
                return Draft(
                    a: a.range,
                    b: b.range,
                    aUnit: a.unit,
                    bUnit: b.unit,
                    found: index,
                    isWhole: false
                )
            }
    }

    /// What two paragraphs share.
    ///
    /// - Parameters:
    ///   - match: The paragraphs.
    ///   - row: The row that tells them, if one does.
    /// - Returns: `nil` if they stand in one unit.
    func link(_ match: NearMatch, row: ParagraphMatch?) -> SharedLink? {
        let (aPlace, bPlace) = (match.a, match.b)
        let a = places.text.range(ofParagraph: Int(aPlace))
        let b = places.text.range(ofParagraph: Int(bPlace))
        guard !a.isEmpty, !b.isEmpty, let aUnit = units.unit(at: a.lowerBound),
            let bUnit = units.unit(at: b.lowerBound), aUnit != bUnit
        else { return nil }
        let equal = places.text.scalars.equalStretches(of: a, and: b)
            .map { counted($0, aUnit, bUnit) }
        return SharedLink(
            a: stretch(aUnit, a, paragraph: aPlace),
            b: stretch(bUnit, b, paragraph: bPlace),
            matchClass: match.matchClass,
            matched: equal.reduce(0) { $0 + $1.a.count },
            identity: row?.jaccard ?? 0,
            bits: row?.bits ?? 0,
            isParagraph: true,
            edits: (row?.differences ?? []).map { edit($0) },
            equal: equal
        )
    }

    /// Equal text, in counted characters of either unit.
    private func counted(_ stretch: EqualStretch, _ aUnit: Int, _ bUnit: Int) -> EqualText {
        EqualText(a: counted(stretch.aRange, aUnit), b: counted(stretch.bRange, bUnit))
    }

    /// A stretch of the stream, in counted characters of its unit.
    private func counted(_ range: Range<Int>, _ unit: Int) -> Range<Int> {
        let start = units.characterCount(of: units.ranges[unit].lowerBound..<range.lowerBound)
        return start..<start + units.characterCount(of: range)
    }

    private func stretch(_ unit: Int, _ range: Range<Int>, paragraph: UInt32) -> TextStretch {
        let source = places.corpus.batch.paragraphs[Int(paragraph)]
        let place = Place(
            document: "",
            range: Int(source.scalarStart)..<Int(source.scalarEnd),
            line: 0
        )
        return stretch(unit, range, place)
    }

    /// Texts in very many places, each with the class it has where its holders do not settle that.
    ///
    /// - Parameters:
    ///   - texts: The texts.
    ///   - phrases: What they are pieces of.
    /// - Returns: An entry for each text.
    func widespread(_ texts: WidespreadTexts, of phrases: [FoundPhrase]) -> [WidespreadText] {
        let stream = places.text.scalars
        var links = texts.phraseOfText.indices.map { index in
            WidespreadText(
                matchClass: texts.classes[index],
                matched: phrases[texts.phraseOfText[index]].length,
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

    private func link(_ draft: Draft, _ passages: ClassifiedPassages) -> SharedLink {
        let found = passages[draft.found]
        let tellsEdits = draft.isWhole && !found.isExact
        let runs = tellsEdits ? Array(passages.list.runs(of: found.passage)) : []
        let a = side(draft.a, runs.lazy.map(\.aLength))
        let b = side(draft.b, runs.lazy.map(\.bLength))
        var equal: [EqualText] = []
        var (aStart, bStart) = (draft.a.lowerBound, draft.b.lowerBound)
        for run in runs {
            if run.kind == .equal {
                let stretch = EqualStretch(a: aStart, b: bStart, length: run.aLength)
                equal.append(counted(stretch, draft.aUnit, draft.bUnit))
            }
            aStart += run.aLength
            bStart += run.bLength
        }
        return SharedLink(
            a: stretch(draft.aUnit, draft.a, a.place),
            b: stretch(draft.bUnit, draft.b, b.place),
            matchClass: passages.texts.wholes.resolved(
                passages.list.passages[draft.found].matchClass,
                draft.aUnit,
                draft.bUnit
            ),
            matched: found.passage.matched,
            identity: Rounded.value(found.passage.identity),
            bits: Double(found.evidence.bits),
            isParagraph: false,
            isShuffled: tellsEdits && found.isShuffled,
            edits: runs.indices.map { index in
                Edit(
                    kind: PassageRows.kind(of: runs[index]),
                    a: a.cuts[index]..<a.cuts[index + 1],
                    b: b.cuts[index]..<b.cuts[index + 1]
                )
            },
            equal: equal
        )
    }

    private func side(
        _ range: Range<Int>,
        _ runs: some Sequence<Int>
    ) -> PassagePlaces.Side {
        let document = places.text.scalars.document(at: range.lowerBound)
        return places.side(of: range, in: document, runs: runs)
    }

    /// A stretch of the stream where it stands in its unit.
    private func stretch(_ unit: Int, _ range: Range<Int>, _ place: Place) -> TextStretch {
        TextStretch(
            document: unit,
            counted: counted(range, unit),
            source: place.range
        )
    }

    /// An edit without its texts, which the page has; what stands under a mark is told apart.
    private func edit(_ edit: Edit) -> Edit {
        let isRedaction =
            edit.kind == .replaced
            && isRedacted(edit.aText ?? "") != isRedacted(edit.bText ?? "")
        return Edit(kind: isRedaction ? .redacted : edit.kind, a: edit.a, b: edit.b)
    }

    /// Whether a text is a redaction mark and nothing else that counts.
    private func isRedacted(_ text: String) -> Bool {
        var folded = FoldedText()
        folder.fold(Array(text.utf8).span, into: &folded, keepingMap: false)
        return folded.scalarCount > 0 && folded.wildcards.count == folded.scalarCount
    }
}
