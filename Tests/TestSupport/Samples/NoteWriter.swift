/// Writes notes, of one's own and copied.
struct NoteWriter {
    /// A note that is copied from.
    struct Source {
        var note: SampleDocument
        /// Its number in the sample.
        var number: Int
        /// How large a share of the copier's note is to come from it.
        var share: Double
    }

    private static let words = WordReplacement(NoteSynonyms.pairs)
    private var random: SplitMix64
    private var sentences: UniqueSentences

    init(seed: UInt64, runLength: Int) {
        random = SplitMix64(seed: seed)
        sentences = UniqueSentences(runLength: runLength)
    }

    /// A note of somebody's own, with the hand-out and perhaps the quotation.
    mutating func note(of person: NotePeople.Person) -> SampleDocument {
        sentences.begin()
        var note = head(of: person)
        let grammar = NoteGrammar.grammar(of: person.section)
        for part in NoteGrammar.parts {
            let count = Int.random(in: 5...7, using: &random)
            note.paragraphs.append(paragraph(of: part, in: grammar, sentences: count))
        }
        if NotePeople.quoting.contains(person.name) { quote(in: &note, grammar: grammar) }
        insertHandout(into: &note)
        return note
    }

    /// A note that was copied from others.
    mutating func copy(
        by person: NotePeople.Person,
        of sources: [Source],
        kind: NotePeople.Kind
    ) -> SampleDocument {
        switch kind {
        case .whole: whole(by: person, of: sources[0], share: 1, limit: 2)
        case .wholeReworded: whole(by: person, of: sources[0], share: 0.9, limit: .max)
        case .patched, .part: patchwork(by: person, of: sources, replacing: 0)
        case .partReworded: patchwork(by: person, of: sources, replacing: 0.8)
        }
    }

    // MARK: Parts of a note

    private func head(of person: NotePeople.Person) -> SampleDocument {
        var lines = [person.title, "\(person.section)　\(person.name)"]
        var suffix = ""
        if let day = person.day {
            lines.append("（2024年3月\(day)日）")
            suffix = "-2024-03-\(day < 10 ? "0" : "")\(day)"
        }
        // One in five was handed in as a Word file.
        let isWord = NotePeople.people.firstIndex { $0.name == person.name }.map { $0 % 5 == 3 }
        let format = isWord == true ? "docx" : "txt"
        return SampleDocument(
            author: person.name,
            path: "\(person.section)/学习心得-\(person.name)\(suffix).\(format)",
            paragraphs: lines.map { SampleText($0, .own) },
            headLines: lines.count,
            date: suffix.isEmpty ? nil : String(suffix.dropFirst())
        )
    }

    private mutating func paragraph(
        of part: String,
        in grammar: Grammar,
        sentences count: Int
    ) -> SampleText {
        let texts = (0..<count)
            .map { _ in sentences.sentence(of: part, in: grammar, using: &random) }
        return SampleText(texts.joined(), .own)
    }

    private mutating func quote(in note: inout SampleDocument, grammar: Grammar) {
        let before = sentences.sentence(of: "quoting", in: grammar, using: &random)
        let after = sentences.sentence(of: "quoted", in: grammar, using: &random)
        let text =
            SampleText(before + "“", .own) + SampleText(NotePeople.quotation, .quotation)
            + SampleText("”" + after, .own)
        note.paragraphs[note.headLines + Int.random(in: 0..<6, using: &random)] += text
    }

    private mutating func insertHandout(into note: inout SampleDocument) {
        // Its paragraphs keep their order; half of the notes have them in one piece.
        let together = Bool.random(using: &random)
        var place = note.headLines + Int.random(in: 0...2, using: &random)
        for text in NotePeople.handout {
            note.paragraphs.insert(SampleText(text, .common), at: place)
            place += together ? 1 : Int.random(in: 1...3, using: &random)
        }
    }

    // MARK: Copies

    private mutating func whole(
        by person: NotePeople.Person,
        of source: Source,
        share: Double,
        limit: Int
    ) -> SampleDocument {
        var note = head(of: person)
        var left = limit
        for paragraph in source.note.paragraphs.indices.dropFirst(source.note.headLines) {
            let range = source.note.paragraphs[paragraph].indices
            let text = source.note.copy(of: range, in: paragraph, number: source.number)
            // No more than one word a paragraph where few are replaced at all.
            let most = limit == .max ? Int.max : min(1, left)
            let changed = Self.words.replaced(text, share: share, limit: most, using: &random)
            if changed != text, limit != .max { left -= 1 }
            note.paragraphs.append(changed)
        }
        return note
    }

    private mutating func patchwork(
        by person: NotePeople.Person,
        of sources: [Source],
        replacing share: Double
    ) -> SampleDocument {
        sentences.begin()
        var note = head(of: person)
        let grammar = NoteGrammar.grammar(of: person.section)
        let copied = sources.reduce(0) { $0 + $1.share }
        // The more is copied, the less is written: a whole note has eight parts.
        let count = copied > 0.5 ? 2 : Int(8 * (1 - 1.2 * copied))
        for part in NoteGrammar.parts.prefix(count) {
            let length = copied > 0.5 ? 4 : Int.random(in: 5...7, using: &random)
            note.paragraphs.append(paragraph(of: part, in: grammar, sentences: length))
        }
        let own = note.characters.counted + NotePeople.handout.joined().count
        for source in sources {
            let wanted = Int(Double(own) * source.share / (1 - copied))
            for text in stretches(of: source, characters: wanted) {
                let changed = Self.words.replaced(text, share: share, using: &random)
                insert(changed, into: &note)
            }
        }
        insertHandout(into: &note)
        return note
    }

    /// Sentences of a note of about so many characters: whole paragraphs, and the beginning of one.
    private mutating func stretches(of source: Source, characters: Int) -> [SampleText] {
        let note = source.note
        var stretches: [SampleText] = []
        var left = characters
        let first = note.headLines + Int.random(in: 0...2, using: &random)
        for paragraph in first..<note.paragraphs.count {
            let text = note.paragraphs[paragraph]
            guard left > 0, text.allSatisfy({ $0.origin == .own }) else { continue }
            var end = 0
            for sentence in text.sentences {
                let size = Array(text[sentence]).counted
                guard left > size / 2 else { break }
                left -= size
                end = sentence.upperBound
            }
            // What is shorter than the runs that are sure to be found is no copy to speak of.
            if Array(text[..<end]).counted >= 20 {
                stretches.append(note.copy(of: 0..<end, in: paragraph, number: source.number))
            }
        }
        return stretches
    }

    /// Puts copied text in: as a paragraph, or behind a paragraph of one's own.
    private mutating func insert(_ text: SampleText, into note: inout SampleDocument) {
        let place = Int.random(in: note.headLines..<note.paragraphs.count, using: &random)
        let isOwn = note.paragraphs[place].allSatisfy { $0.origin == .own }
        if isOwn, text.count < 80 {
            note.paragraphs[place] += text
        } else {
            note.paragraphs.insert(text, at: place)
        }
    }
}
