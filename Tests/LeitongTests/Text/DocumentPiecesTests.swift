import LeitongModel
import TestSupport
import Testing

@testable import Leitong

@Suite struct DocumentPiecesTests {
    /// The pieces are the text, in order and without a gap, and the paragraphs are among them.
    @Test(arguments: 0..<12 as Range<UInt64>)
    func piecesAreTheWholeText(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let pool =
            SampleTexts.paragraphs(count: 5, seed: seed) + ["（一）", "（二）", "", "  ", "\u{3000}"]
        let text =
            (0..<9).map { _ in pool.randomElement(using: &random) ?? "" }
            .joined(separator: Bool.random(using: &random) ? "\n" : "\r\n\r\n") + "完"
        let batch = Corpus([InputText(id: "a", text: text)]).batch
        let document = batch.documents[0]
        let count = text.utf8.count
        let pieces = Array(DocumentPieces(document, of: batch, byteCount: count))
        var end = 0
        for piece in pieces {
            #expect(piece.bytes.lowerBound == end && !piece.bytes.isEmpty)
            end = piece.bytes.upperBound
        }
        #expect(end == count)
        let paragraphs = pieces.compactMap(\.paragraph)
        #expect(paragraphs == Array(document.paragraphs))
        for piece in pieces {
            guard let paragraph = piece.paragraph else { continue }
            let entry = batch.paragraphs[paragraph]
            #expect(piece.bytes == Int(entry.byteStart)..<Int(entry.byteEnd))
        }
    }

    @Test(arguments: [("", true), (" \n\t", true), ("\u{3000}", false), (" a ", false)])
    func blankIsWhiteSpaceOfASCII(text: String, isBlank: Bool) {
        #expect(Array(text.utf8).span.isBlank == isBlank)
    }
}
