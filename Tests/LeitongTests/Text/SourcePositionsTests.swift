@_spi(Core) import LeitongCore
import LeitongModel
import LeitongStorage
import TestSupport
import Testing

@testable import Leitong

/// Where folded scalars stand in their sources, held to a walk over the source.
@Suite struct SourcePositionsTests {
    /// A text folded as a whole, and where each folded scalar stands in it.
    private struct Plain {
        let text: [UInt8]
        let folded: FoldedText

        init(_ text: String) {
            let bytes = Array(text.utf8)
            var folded = FoldedText()
            Folder(level: .standard).fold(bytes.span, into: &folded)
            self.text = bytes
            self.folded = folded
        }

        /// Scalars that begin before a byte.
        func scalars(before byte: Int) -> Int {
            text[..<byte].count { $0 & 0xC0 != 0x80 }
        }

        /// The line that a byte stands in.
        func line(of byte: Int) -> Int {
            let ends = (0..<byte)
                .filter { index in
                    text[index] == 0x0A
                        || text[index] == 0x0D
                            && (index + 1 == text.count || text[index + 1] != 0x0A)
                }
            return ends.count + 1
        }
    }

    /// Texts of every length up to some samples, of all that folds in its own way.
    private func texts(_ seed: Int) -> [Plain] {
        var random = SplitMix64(seed: UInt64(seed))
        let lengths = [0, 1, 40, SourcePositions.step, 700] + (0..<3).map { _ in 130 }
        return lengths.map { length in
            Plain(
                (0..<length).map { _ in OddText.pieces.randomElement(using: &random) ?? "" }
                    .joined()
            )
        }
    }

    private func positions(_ texts: [Plain], limit: Int, partLength: Int) throws -> SourcePositions
    {
        var writer = SourcePositions.Writer(budget: MemoryBudget(limit: limit))
        for first in stride(from: 0, to: texts.count, by: partLength) {
            var part = SourcePositions.Part()
            for plain in texts[first..<min(first + partLength, texts.count)] {
                part.beginDocument()
                part.append(
                    plain.folded.sourceStarts.span,
                    plain.folded.sourceEnds.span,
                    from: 0,
                    of: plain.text.span
                )
            }
            try writer.append(part)
        }
        return try writer.finish()
    }

    @Test(arguments: 0..<12)
    func everyScalarIsWhereAWalkFindsIt(seed: Int) throws {
        let texts = texts(seed)
        let positions = try positions(
            texts,
            limit: seed % 2 == 0 ? 0 : 1 << 30,
            partLength: 1 + seed % 3
        )
        for (document, plain) in texts.enumerated() {
            for number in 0..<plain.folded.scalarCount {
                let start = Int(plain.folded.sourceStarts[number])
                let end = Int(plain.folded.sourceEnds[number])
                let first = plain.scalars(before: start)
                #expect(positions.firstScalar(of: number, in: document) == first)
                #expect(
                    positions.scalars(of: number..<number + 1, in: document)
                        == first..<plain.scalars(before: end)
                )
                #expect(positions.line(of: number, in: document) == plain.line(of: start))
                let checkpoint = positions.checkpoint(before: number, in: document)
                #expect(checkpoint.byte <= start)
                #expect(checkpoint.scalar == plain.scalars(before: checkpoint.byte))
            }
        }
    }

    /// Positions are counted in pieces, too.
    @Test func piecesFollowOneAnother() throws {
        let plain = Plain("甲，乙\n丙 丁\r\n戊")
        var part = SourcePositions.Part()
        part.beginDocument()
        for bytes in [0..<9, 10..<17, 19..<22] {
            var folded = FoldedText()
            let piece = plain.text.span.extracting(bytes)
            Folder(level: .standard).fold(piece, into: &folded)
            part.append(
                folded.sourceStarts.span,
                folded.sourceEnds.span,
                from: bytes.lowerBound,
                of: plain.text.span
            )
        }
        var writer = SourcePositions.Writer(budget: MemoryBudget())
        try writer.append(part)
        let positions = try writer.finish()
        #expect((0..<5).map { positions.firstScalar(of: $0, in: 0) } == [0, 2, 4, 6, 9])
        #expect((0..<5).map { positions.line(of: $0, in: 0) } == [1, 1, 2, 2, 3])
    }
}

/// Text for all that folding does.
enum OddText {
    /// What folding keeps, drops, joins, parts and widens, and every kind of line end.
    static let pieces =
        [
            "全面推进", "Ａｂ", "ﬁ", "é", "e\u{301}", "㈠", "①", "𠀀", "한글", "\u{1112}\u{1161}", "，",
            "。", " ", "\u{3000}", "\u{200B}", "😀", "\n", "\r\n", "\r", "\n\n", "\t", "ß", "12", "“",
            "”",
            "指出：", "《", "》",
        ] + marks

    /// Redaction marks, where nothing beside them says otherwise.
    static let marks = ["某某", "XX"]
}
