import Testing

@testable import LeitongSamples

@Suite struct CommittedCorpusTests {
    @Test func speechesAndLabelsAreWhatTheRecipesMake() throws {
        let files = try CommittedCorpus.folder.madeFiles(seed: RecipeExpander.defaultSeed)
        #expect(files.count == 7)
        for file in files {
            #expect(
                CommittedCorpus.folder.holds(file),
                "\(file.name) differs; run 'leitong corpus plant' and commit what it writes"
            )
        }
    }

    @Test func textsAreManyEnough() throws {
        let expansion = try CommittedCorpus.expansion()
        let speeches = try CommittedCorpus.folder.originals() + expansion.speeches
        #expect(speeches.count >= 14)
        #expect(try Self.paragraphCount() >= 180)
        #expect(speeches.map(\.text.unicodeScalars.count).reduce(0, +) >= 40_000)
    }

    @Test func readmeTellsTheTrueCounts() throws {
        let expansion = try CommittedCorpus.expansion()
        let readme = String(scalars: try CommittedCorpus.scalars(of: "README.md"))
        let speeches = try CommittedCorpus.folder.originals() + expansion.speeches
        let characters = speeches.map(\.text.unicodeScalars.count).reduce(0, +)
        #expect(readme.contains("| Files | \(speeches.count) |"))
        #expect(readme.contains("| Paragraphs | \(try Self.paragraphCount()) |"))
        #expect(readme.contains("| Characters, line ends included | \(characters) |"))
        #expect(readme.contains("| Planted copies | \(try Self.plantedCount()) |"))
        #expect(readme.contains("| Labelled pairs | \(expansion.pairs.count) |"))
        for (kind, pairs) in Dictionary(grouping: expansion.pairs, by: \.kind) {
            #expect(readme.contains("| `\(kind.rawValue)` | \(pairs.count) |"))
        }
    }

    @Test func everyPlantedCopyHasARow() throws {
        let copies = Set(try LabelRow.committed().map { "\($0.b):\($0.bLine)" })
        #expect(copies.count == (try Self.plantedCount()))
    }

    @Test func noTwoOriginalsAreCopiesOfEachOther() throws {
        let paragraphs = try CommittedCorpus.folder.originals().flatMap(\.paragraphs)
            .filter { $0.text.unicodeScalars.count > 100 }
        var greatest = 0.0
        for (order, first) in paragraphs.enumerated() {
            for second in paragraphs[(order + 1)...] where first.file < second.file {
                let sets = (Self.shingles(first.text), Self.shingles(second.text))
                let shared = Double(sets.0.intersection(sets.1).count)
                greatest = max(greatest, shared / Double(min(sets.0.count, sets.1.count)))
            }
        }
        #expect(greatest < 0.25)
    }

    /// Runs of three characters: finer than the shingles of labels, so a stricter test.
    private static func shingles(_ text: String) -> Set<Int> {
        let folded = PlainSimilarity.folded(text).map { Int($0.value) }
        return Set(
            zip(folded, zip(folded.dropFirst(), folded.dropFirst(2)))
                .map {
                    ($0 << 42) | ($1.0 << 21) | $1.1
                }
        )
    }

    private static func plantedCount() throws -> Int {
        try CommittedCorpus.folder.recipes().flatMap(\.steps)
            .count {
                if case .plant = $0.action { true } else { false }
            }
    }

    /// Lines that hold text, and of the lines of a wrapped paragraph only the first.
    private static func paragraphCount() throws -> Int {
        let expansion = try CommittedCorpus.expansion()
        let speeches = try CommittedCorpus.folder.originals() + expansion.speeches
        let lines = speeches.flatMap(\.paragraphs).count { !$0.text.isEmpty }
        let continued = Set(expansion.pairs.filter { $0.kind == .wrapped }.map(\.b.text))
            .map { $0.unicodeScalars.count { $0 == "\n" } }
        return lines - continued.reduce(0, +)
    }
}
