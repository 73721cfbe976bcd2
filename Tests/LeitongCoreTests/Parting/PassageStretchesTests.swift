import TestSupport
import Testing

@_spi(Core) @testable import LeitongCore

/// Passages taken apart where their marks change, held to a walk over their characters.
@Suite struct PassageStretchesTests {
    /// A passage of random runs, marks, and the gap behind each equal run.
    private struct Sample {
        var texts = PassageTexts()
        var passage: Passage
        var masks = TextMasks()

        init(_ random: inout SplitMix64, isMarked: Bool) {
            var runs: [(PassageRun.Kind, Int, Int)] = []
            for number in 0..<Int.random(in: 1...8, using: &random) {
                if number > 0 {
                    for kind in Self.kinds(&random) { Self.append(kind, &runs, &texts, &random) }
                }
                Self.append(.equal, &runs, &texts, &random)
            }
            let (a, b) = (texts.a.count, texts.b.count)
            passage = texts.passage(0..<a, 0..<b, runs, isCertain: false)
            guard isMarked else { return }
            masks.common = Self.mask(a + b, &random)
            masks.quoted = Self.mask(a + b, &random)
        }

        /// What stands between two equal runs: no two of a kind.
        private static func kinds(_ random: inout SplitMix64) -> [PassageRun.Kind] {
            let all: [[PassageRun.Kind]] = [
                [.changed], [.redacted], [.changed, .redacted], [.changed, .redacted, .changed],
            ]
            return all.randomElement(using: &random) ?? []
        }

        private static func append(
            _ kind: PassageRun.Kind,
            _ runs: inout [(PassageRun.Kind, Int, Int)],
            _ texts: inout PassageTexts,
            _ random: inout SplitMix64
        ) {
            let limit = [4, 10, 45].randomElement(using: &random) ?? 4
            switch kind {
            case .equal:
                let text = texts.fresh(Int.random(in: 1...limit, using: &random))
                texts.add(both: text)
                runs.append((.equal, text.count, text.count))
            case .changed:
                // Letters are half as wide.
                let count = Int.random(in: 0...limit, using: &random)
                let letters = (0..<UInt32(count)).map { 0x61 + $0 }
                let least = letters.isEmpty ? 1 : 0
                let others = texts.fresh(Int.random(in: least...limit, using: &random))
                texts.add(a: letters, b: others)
                runs.append((.changed, letters.count, others.count))
            case .redacted:
                let hidden = texts.fresh(Int.random(in: 0...8, using: &random))
                texts.add(a: [FoldedText.wildcard], b: hidden)
                runs.append((.redacted, 1, hidden.count))
            }
        }

        private static func mask(_ count: Int, _ random: inout SplitMix64) -> TextMask {
            var mask = TextMask()
            var end = Int.random(in: 0...20, using: &random)
            while end < count {
                let start = end
                end = Swift.min(count, start + Int.random(in: 1...25, using: &random))
                mask.append(start..<end)
                end += Int.random(in: 0...25, using: &random)
            }
            return mask
        }

        func stretches() -> PassageStretches {
            PassageStretches(passage, in: texts.scalars.span, masks: masks)
        }

        func mark(_ a: Int, _ b: Int) -> TextMark {
            Swift.min(masks.mark(at: a), masks.mark(at: b))
        }
    }

    @Test(arguments: 0..<200)
    func stretchesAreWhatAgreesCutWhereMarksChange(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let sample = Sample(&random, isMarked: seed % 3 > 0)
        let pieces = sample.stretches()
        // Character by character, with the number of the run that each stands in.
        var expected: [EqualStretch] = []
        var marks: [TextMark] = []
        for run in sample.passage.equalStretches {
            for offset in 0..<run.length {
                let (a, b) = (run.a + offset, run.b + offset)
                let mark = sample.mark(a, b)
                if offset > 0, marks.last == mark {
                    expected[expected.count - 1].length += 1
                } else {
                    expected.append(EqualStretch(a: a, b: b, length: 1))
                    marks.append(mark)
                }
            }
        }
        #expect(pieces.stretches == expected && pieces.marks == marks)
        #expect(pieces.gaps.count == expected.count - 1)
        let scalars = sample.texts.scalars
        for (index, gap) in pieces.gaps.enumerated() {
            let (p, q) = (expected[index], expected[index + 1])
            let between = sample.passage.changes(
                in: p.aRange.upperBound..<q.a,
                p.bRange.upperBound..<q.b
            )
            func width(_ range: Range<Int>) -> Int {
                range.reduce(0) { $0 + (ScalarMarks.isWide(scalars[$1]) ? 2 : 1) }
            }
            #expect(gap.changed == between.reduce(0) { $0 + Swift.max($1.a.count, $1.b.count) })
            #expect(gap.width == between.reduce(0) { $0 + Swift.max(width($1.a), width($1.b)) })
        }
    }

    /// The part of some stretches is a passage of its own, and told whole by what it agrees in.
    @Test(arguments: 0..<120)
    func partsArePassages(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed) &+ 400)
        let sample = Sample(&random, isMarked: seed % 2 == 0)
        let pieces = sample.stretches()
        for first in pieces.stretches.indices {
            for last in first..<pieces.stretches.count {
                let part = pieces.passage(first...last, of: sample.passage)
                #expect(sample.texts.faults(part) == [])
                #expect(part.runs.first?.kind == .equal && part.runs.last?.kind == .equal)
                let own = pieces.stretches[first...last]
                #expect(part.matched == own.reduce(0) { $0 + $1.length })
                #expect(pieces.width(of: first...last) == 2 * part.matched)
                let isNarrow = pieces.gaps[first..<last].allSatisfy { $0.width <= 60 }
                #expect(pieces.isWhole(first...last) == (isNarrow && part.identity >= 0.5))
            }
        }
    }

    /// Pieces end at changes of more than four Chinese characters or eight letters, and where the
    /// mark changes.
    @Test(arguments: 0..<120)
    func piecesEndAtWideGaps(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed) &+ 700)
        let pieces = Sample(&random, isMarked: seed % 2 == 0).stretches()
        let all = 0...pieces.stretches.count - 1
        let found = pieces.pieces(of: all)
        #expect(found.flatMap(Array.init) == Array(all))
        for piece in found {
            #expect(Set(pieces.marks[piece]).count == 1)
            let isClose = pieces.gaps[piece.lowerBound..<piece.upperBound]
                .allSatisfy { $0.width <= 8 }
            #expect(isClose)
        }
        for (piece, next) in zip(found, found.dropFirst()) {
            let gap = pieces.gaps[piece.upperBound]
            let marks = [pieces.marks[piece.upperBound], pieces.marks[next.lowerBound]]
            #expect(gap.width > 8 || marks[0] != marks[1])
            #expect(pieces.areClose(piece, next) == (gap.width <= 8))
            #expect(pieces.areClose(next, piece) == (gap.width <= 8))
        }
    }

    /// No place is a copy of itself: a passage of a document with itself ends there.
    @Test func aPlaceIsNoCopyOfItself() {
        var texts = PassageTexts()
        let text = texts.fresh(60)
        texts.add(a: text + text)
        var passage = texts.exact(0..<20, 0)
        passage.bDocument = 0
        passage.b = 0..<80
        passage.runs = [
            PassageRun(kind: .equal, aLength: 10, bLength: 10),
            PassageRun(kind: .changed, aLength: 0, bLength: 60),
            PassageRun(kind: .equal, aLength: 10, bLength: 10),
        ]
        let pieces = PassageStretches(passage, in: texts.scalars.span, masks: TextMasks())
        #expect(pieces.stretches == [EqualStretch(a: 10, b: 70, length: 10)])
    }
}

extension Passage {
    /// Changed runs inside two stretches.
    fileprivate func changes(
        in first: Range<Int>,
        _ second: Range<Int>
    ) -> [(a: Range<Int>, b: Range<Int>)] {
        var changes: [(a: Range<Int>, b: Range<Int>)] = []
        var (x, y) = (a.lowerBound, b.lowerBound)
        for run in runs {
            let (inA, inB) = (x..<x + run.aLength, y..<y + run.bLength)
            (x, y) = (inA.upperBound, inB.upperBound)
            guard run.kind == .changed, first.lowerBound <= inA.lowerBound,
                second.lowerBound <= inB.lowerBound, inA.upperBound <= first.upperBound,
                inB.upperBound <= second.upperBound
            else { continue }
            changes.append((inA, inB))
        }
        return changes
    }
}
