import Testing

@_spi(Core) @testable import LeitongCore

/// Which n-grams stay where not all have room.
@Suite struct NGramSelectionTests {
    /// Of a model that has not room for all, the parts of each n-gram that stays stay too: else those
    /// that are longer would never be looked up.
    @Test(arguments: [1, 7, 20, 60, 100])
    func partsOfWhatStaysStay(limit: Int) {
        let levels = Self.levels()
        let selection = NGramSelection.choosing(levels, limit: limit)
        var count = 0
        for (depth, level) in levels.enumerated() {
            for ngram in 0..<level.count where selection.holds(ngram, depth: depth) {
                count += 1
                guard depth > 0 else { continue }
                #expect(selection.holds(level.prefix(of: ngram), depth: depth - 1))
                #expect(selection.holds(Int(level.suffixes[ngram]), depth: depth - 1))
            }
        }
        #expect(count == min(limit, levels.reduce(0) { $0 + $1.count }))
    }

    /// What goes on as its last scalars let one expect goes first, however often it stands.
    @Test func whatTellsNothingGoesFirst() {
        var builder = BackgroundModelBuilder(order: 3)
        for (text, count) in [("春耕忙", 9), ("江河水", 4), ("山河美", 4), ("银河远", 4)] {
            for _ in 0..<count { builder.add(foldedScalars(text).span) }
        }
        let levels = builder.countLevels()
        // Four of three scalars, of which 春耕忙 is the one that two would do for.
        let selection = NGramSelection.choosing(
            levels,
            limit: levels.reduce(0) { $0 + $1.count } - 1
        )
        let gone = (0..<levels[2].count).filter { !selection.holds($0, depth: 2) }
        #expect(gone.map { levels[2].scalar(of: $0) } == foldedScalars("忙"))
    }

    private static func levels() -> [NGramLevel] {
        var builder = BackgroundModelBuilder(order: 4)
        for document in ModelSamples.documents { builder.add(document.span) }
        return builder.countLevels()
    }
}
