/// Fifty-nine essays of students about one task, with planted copies.
///
/// All have the title and the task; twelve quote one sentence. They share no run of twenty-seven
/// letters but what is planted.
package struct EssaysSample: Sendable {
    /// The essays.
    package let documents: [SampleDocument]
    /// Who copied what.
    package let truth: SampleTruth

    /// Fewest letters of a run that no two essays share by chance: fewer than the 27 that are sure to
    /// be found.
    private static let runLength = 26

    /// Writes the essays.
    ///
    /// - Parameter seed: Decides the words; what is planted stays.
    package init(seed: UInt64 = 67) {
        var random = SplitMix64(seed: seed)
        var sentences = UniqueSentences(runLength: Self.runLength)
        let plans = Dictionary(uniqueKeysWithValues: EssayStudents.plans.map { ($0.copier, $0) })
        var essays = EssayStudents.names.map { name in
            let copied = plans[name]?.sources.reduce(0) { $0 + $1.paragraphs } ?? 0
            return Self.essay(
                of: name,
                parts: EssayGrammar.parts.dropLast(copied),
                from: &sentences,
                using: &random
            )
        }
        var kinds: [Int: String] = [:]
        for (number, name) in EssayStudents.names.enumerated() {
            guard let plan = plans[name] else { continue }
            kinds[number] = plan.kind.rawValue
            for source in plan.sources {
                let copied = Self.copied(source, of: essays, kind: plan.kind, using: &random)
                essays[number].paragraphs += copied
            }
        }
        documents = essays
        truth = SampleTruth(documents, kinds: kinds)
    }

    /// The files.
    package var files: [SampleFile] { documents.map(\.file) }

    private static func essay(
        of name: String,
        parts: some Sequence<String>,
        from sentences: inout UniqueSentences,
        using random: inout SplitMix64
    ) -> SampleDocument {
        sentences.begin()
        var essay = SampleDocument(
            author: name,
            path: name + ".txt",
            paragraphs: [
                SampleText(EssayStudents.title, .own), SampleText(EssayStudents.prompt, .common),
            ],
            headLines: 2
        )
        for part in parts {
            let texts = (0..<Int.random(in: 5...7, using: &random))
                .map { _ in
                    capitalised(
                        sentences.sentence(of: part, in: EssayGrammar.grammar, using: &random)
                    )
                }
            essay.paragraphs.append(SampleText(texts.joined(separator: " "), .own))
        }
        if EssayStudents.quoting.contains(name) {
            quote(in: &essay, from: &sentences, using: &random)
        }
        return essay
    }

    private static func quote(
        in essay: inout SampleDocument,
        from sentences: inout UniqueSentences,
        using random: inout SplitMix64
    ) {
        let frame = capitalised(
            sentences.sentence(of: "quoting", in: EssayGrammar.grammar, using: &random)
        )
        let place = Int.random(in: 3..<essay.paragraphs.count, using: &random)
        essay.paragraphs[place] +=
            SampleText(" \(frame) “", .own) + SampleText(EssayStudents.quotation, .quotation)
            + SampleText("”", .own)
    }

    /// Paragraphs of an essay as they stand in a copy.
    private static func copied(
        _ source: (name: String, paragraphs: Int),
        of essays: [SampleDocument],
        kind: EssayStudents.Kind,
        using random: inout SplitMix64
    ) -> [SampleText] {
        guard let number = essays.firstIndex(where: { $0.author == source.name }) else { return [] }
        let essay = essays[number]
        let last = essay.paragraphs.count - essay.headLines - source.paragraphs
        let first = essay.headLines + Int.random(in: 0...max(0, last), using: &random)
        let words = WordReplacement(EssayStudents.synonyms)
        return (first..<first + source.paragraphs)
            .map { paragraph in
                let range = essay.paragraphs[paragraph].indices
                let text = essay.copy(of: range, in: paragraph, number: number)
                return kind == .paragraphs
                    ? text : words.replaced(text, share: 0.8, using: &random)
            }
    }

    private static func capitalised(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst()
    }
}
