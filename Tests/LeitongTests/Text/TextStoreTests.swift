@_spi(Core) import LeitongCore
import TestSupport
import Testing

@testable import Leitong

/// A text is what folding makes of its source, whichever way it is asked for.
@Suite struct TextStoreTests {
    private static let texts = ["渡口（新修）的石阶，\n一共36级。", "ＡＢＣ  and def", "", "第二段\n第三段"]

    private func scalars(_ folded: borrowing FoldedText) -> [UInt32] {
        var scalars: [UInt32] = []
        folded.decodeScalars(into: &scalars)
        return scalars
    }

    private func plain(_ text: String, _ level: FoldingLevel) -> [UInt32] {
        var folded = FoldedText()
        Folder(level: level).fold(Array(text.utf8).span, into: &folded, keepingMap: false)
        return scalars(folded)
    }

    @Test(arguments: [FoldingLevel.none, .standard])
    func foldsEachParagraphOrDocument(level: FoldingLevel) throws {
        let corpus = Corpus(Self.texts.enumerated().map { InputText(id: "\($0)", text: $1) })
        let batch = corpus.batch
        for kind in [ComparedItems.Kind.paragraphs, .documents] {
            let store = TextStore(ComparedItems(kind, of: batch), folder: Folder(level: level))
            var (folded, scratch, source) = (FoldedText(), [UInt8](), [UInt8]())
            for item in 0..<store.items.count {
                let text = store.items.withText(of: item, scratch: &scratch) { bytes in
                    String(decoding: bytes.indices.map { bytes[$0] }, as: UTF8.self)
                }
                store.fold(item, into: &folded, scratch: &scratch)
                #expect(scalars(folded) == plain(text, level))
                store.foldWithSource(
                    item,
                    into: &folded,
                    source: &source,
                    scratch: &scratch
                )
                #expect(scalars(folded) == plain(text, level))
                #expect(String(decoding: source, as: UTF8.self) == text)
                #expect(folded.sourceStarts.count == folded.scalarCount)
            }
        }
    }
}
