import LeitongStorage
import TestSupport
import Testing

@_spi(Core) @testable import LeitongCore

/// Rows of two documents, held to their promises by brute force.
@Suite struct PassageParterTests {
    /// Two documents, and the rows between them.
    private struct Sample {
        let stream: FoldedStream
        let rows: [PassageRow]

        init(_ a: [UInt32], _ b: [UInt32], masks: TextMasks = TextMasks()) {
            let texts = SeededTexts([a, b])
            stream = texts.stream
            let finder = PassageFinder(
                stream: texts.stream,
                index: texts.index,
                rule: texts.rule,
                pairRule: .all,
                placeLimit: 10_000,
                extraPairs: []
            )
            var parter = PassageParter(
                stream: texts.stream,
                index: texts.index,
                seedRule: texts.rule,
                windows: RepeatedWindows.noting(
                    [],
                    scalarCount: a.count + b.count,
                    rule: texts.rule
                ),
                masks: masks,
                units: [0..<a.count, a.count..<a.count + b.count],
                model: .standard,
                rules: SignificanceRules()
            )
            var rows: [PassageRow] = []
            finder.forEachPair(of: 0..<2) { chains in
                parter.look(at: chains)
                for chain in chains { rows += parter.rows(of: chain) }
            }
            self.rows = rows
        }

        /// Rows between the two documents.
        var pairRows: [Passage] { rows.map(\.passage).filter { $0.bDocument > $0.aDocument } }

        func text(_ range: Range<Int>) -> [UInt32] { Array(stream.scalars[range]) }
    }

    /// Texts over a small alphabet, or prose, and one made of it by edits.
    private func pair(_ seed: Int) -> (a: [UInt32], b: [UInt32]) {
        if seed % 3 == 0 { return EditedProse.pair(seed: UInt64(seed)) }
        var texts = AlignmentTexts(seed: UInt64(seed))
        return texts.pair(limit: 160)
    }

    /// Runs of 27 of any characters, and of 13 Chinese ones, that two texts have in common.
    private func sureRuns(_ a: [UInt32], _ b: [UInt32]) -> [(Int, Int, Int)] {
        var runs: [(Int, Int, Int)] = []
        for (length, isWide) in [(13, true), (27, false)] {
            var places: [ArraySlice<UInt32>: [Int]] = [:]
            func windows(_ text: [UInt32], _ body: (ArraySlice<UInt32>, Int) -> Void) {
                for start in 0..<Swift.max(0, text.count - length + 1) {
                    let window = text[start..<start + length]
                    guard !window.contains(FoldedText.wildcard) else { continue }
                    if !isWide || window.allSatisfy(ScalarMarks.isWide) { body(window, start) }
                }
            }
            windows(a) { places[$0, default: []].append($1) }
            windows(b) { window, start in
                for other in places[window] ?? [] { runs.append((other, start, length)) }
            }
        }
        return runs
    }

    @Test(arguments: 0..<150)
    func everySureRunLiesInARowAtBothPlaces(seed: Int) {
        let (a, b) = pair(seed)
        let rows = Sample(a, b).pairRows
        for (x, y, length) in sureRuns(a, b) {
            let run = (x..<x + length, a.count + y..<a.count + y + length)
            #expect(rows.contains { $0.a.contains(run.0) && $0.b.contains(run.1) }, "\(x) \(y)")
        }
    }

    @Test(arguments: 0..<150)
    func rowsAreTrueAndAlike(seed: Int) {
        let (a, b) = pair(seed)
        let sample = Sample(a, b)
        var measure = ShuffleMeasure()
        for row in sample.rows.map(\.passage) {
            let ends = [row.runs.first, row.runs.last].map { $0?.kind }
            #expect(row.isShuffled || ends == [.equal, .equal])
            var (x, y) = (row.a.lowerBound, row.b.lowerBound)
            // Width of what changed since the last character that agrees.
            var gap = 0
            for run in row.runs {
                let (inA, inB) = (x..<x + run.aLength, y..<y + run.bLength)
                (x, y) = (inA.upperBound, inB.upperBound)
                switch run.kind {
                case .equal:
                    #expect(sample.text(inA) == sample.text(inB))
                    #expect(row.aDocument != row.bDocument || inA.lowerBound != inB.lowerBound)
                    #expect(row.isShuffled || gap <= 60)
                    gap = 0
                case .changed:
                    gap += Swift.max(width(sample.text(inA)), width(sample.text(inB)))
                    let holdsRun = AlignmentTexts.haveSureRun(
                        sample.text(inA)[...],
                        sample.text(inB)[...],
                        .standard
                    )
                    #expect(!holdsRun || row.isShuffled)
                case .redacted: break
                }
            }
            #expect(x == row.a.upperBound && y == row.b.upperBound)
            if row.isShuffled {
                #expect(measure.share(row.a, row.b, of: sample.stream) >= 0.6)
            } else {
                #expect(row.identity >= 0.5)
            }
        }
    }

    private func width(_ text: [UInt32]) -> Int {
        text.reduce(0) { $0 + (ScalarMarks.isWide($1) ? 2 : 1) }
    }

    /// Seen from the other text, the rows are the same.
    @Test(arguments: 0..<150)
    func rowsAreTheSameFromEitherSide(seed: Int) {
        let (a, b) = pair(seed)
        // Of two that are equal there is no telling which was first.
        guard a != b else { return }
        let rows = Sample(a, b).rows.filter { $0.passage.bDocument > $0.passage.aDocument }
        let others = Sample(b, a).rows.filter { $0.passage.bDocument > $0.passage.aDocument }
        func key(_ row: PassageRow, _ a: Range<Int>, _ b: Range<Int>, _ base: Int, _ first: Int)
            -> [Int]
        {
            let lengths = row.passage.runs.map { $0.aLength + $0.bLength }
            return [a.lowerBound - first, a.count, b.lowerBound - base, b.count]
                + [Int(row.pieceClass.rawValue), Int(row.evidence.bits.rounded())] + lengths
        }
        let own = rows.map { key($0, $0.passage.a, $0.passage.b, a.count, 0) }
        let mirrored = others.map { key($0, $0.passage.b, $0.passage.a, 0, b.count) }
        #expect(Set(own) == Set(mirrored))
        #expect(own.count == mirrored.count)
    }

    /// Marked text is a row of its own if it tells as much as a copy, and of its own class.
    @Test func markedTextIsARowOfItsOwn() {
        var prose = EditedProse(seed: 4)
        let (copied, given, more) = (prose.sentences(3), prose.sentences(3), prose.sentences(3))
        let text = copied + given + more
        let other = prose.sentences(2) + text
        let start = copied.count
        var masks = TextMasks()
        masks.common = TextMask([start..<start + given.count])
        let rows = Sample(text, other, masks: masks).rows
        // One row holds the whole run, which reaches over the borders, and counts for no copy.
        #expect(rows.map(\.pieceClass) == [.common, .copy, .common, .copy])
        let lengths = [text.count, copied.count, given.count, more.count]
        #expect(rows.map(\.passage.a.count) == lengths)
        masks = TextMasks()
        masks.template = TextMask([start..<start + 2])
        // A template is told however little it says, and the copy ends there.
        #expect(Sample(text, other, masks: masks).rows.contains { $0.pieceClass == .template })
    }

    /// A gap of thirty characters does not end a row, and one of thirty-one does.
    @Test(arguments: [4, 5, 30, 31])
    func aWideGapEndsARow(gap: Int) {
        var prose = EditedProse(seed: 5)
        let (first, second) = (prose.sentences(4), prose.sentences(4))
        let inserted = Array(prose.sentences(4).prefix(gap))
        let rows = Sample(first + second, first + inserted + second).rows
        #expect(rows.count == (gap > 30 ? 2 : 1))
        #expect(rows.allSatisfy { $0.pieceClass == .copy })
    }
}
