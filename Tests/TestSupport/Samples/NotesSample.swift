/// Forty-one notes of people of a bureau about what they learnt, with planted copies.
///
/// All have the three paragraphs of a hand-out, and fourteen quote one sentence. The texts share no
/// run of thirteen Chinese characters but what is planted.
package struct NotesSample: Sendable {
    /// The notes.
    package let documents: [SampleDocument]
    /// Who copied what.
    package let truth: SampleTruth

    /// The file that holds no text.
    package static let emptyFile = "办公室/空白.docx"
    /// Fewest Chinese characters of a run that no two notes share by chance, set phrases apart: fewer
    /// than the thirteen that are sure to be found.
    private static let runLength = 9

    /// Writes the notes.
    ///
    /// - Parameter seed: Decides the words; what is planted stays.
    package init(seed: UInt64 = 20_240_312) {
        var writer = NoteWriter(seed: seed, runLength: Self.runLength)
        let people = NotePeople.people
        let plans = Dictionary(uniqueKeysWithValues: NotePeople.plans.map { ($0.copier, $0) })
        var notes: [String: SampleDocument] = [:]
        for person in people where plans[person.name] == nil {
            notes[person.name] = writer.note(of: person)
        }
        let numbers = Dictionary(
            uniqueKeysWithValues: people.enumerated().map { ($0.element.name, $0.offset) }
        )
        for person in people {
            guard let plan = plans[person.name] else { continue }
            let sources = plan.sources.compactMap { source in
                notes[source.name]
                    .flatMap { note in
                        numbers[source.name]
                            .map {
                                NoteWriter.Source(note: note, number: $0, share: source.share)
                            }
                    }
            }
            notes[person.name] = writer.copy(by: person, of: sources, kind: plan.kind)
        }
        documents = people.compactMap { notes[$0.name] }
        let kinds = NotePeople.plans.compactMap { plan in
            numbers[plan.copier].map { ($0, plan.kind.rawValue) }
        }
        truth = SampleTruth(documents, kinds: Dictionary(uniqueKeysWithValues: kinds))
    }

    /// The files: a note each, and one without text.
    package var files: [SampleFile] {
        documents.map(\.file) + [SampleFile(path: Self.emptyFile, bytes: DocumentSamples.docx([]))]
    }
}
