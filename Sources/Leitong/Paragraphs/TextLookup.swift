@_spi(Core) import LeitongCore
import LeitongModel

/// Reads single texts again for verification: folds and shingles them into its own buffers.
struct TextLookup {
    let firstParagraphs: [UInt32]
    let shingler: Shingler
    let store: TextStore
    private(set) var folded = FoldedText()
    private(set) var shingles = ShingleHashes()
    private var scratch: [UInt8] = []

    init(_ store: TextStore, texts: DistinctTexts, shingler: Shingler) {
        self.store = store
        firstParagraphs = texts.firstParagraphs
        self.shingler = shingler
    }

    /// Asks memory for a text that will be read soon.
    func anticipate(_ text: UInt32) {
        store.items.anticipateText(of: Int(firstParagraphs[Int(text)]))
    }

    /// Folds a text; the result is in ``folded``.
    mutating func fold(_ text: UInt32, keepingMap: Bool = false) {
        let item = Int(firstParagraphs[Int(text)])
        // Out of `self`, so that what the items refer to need not be counted for each text.
        var (buffer, result) = ([UInt8](), FoldedText())
        swap(&buffer, &scratch)
        swap(&result, &folded)
        store.fold(item, into: &result, scratch: &buffer, keepingMap: keepingMap)
        swap(&buffer, &scratch)
        swap(&result, &folded)
    }

    /// Folds and shingles a text; the results are in ``folded`` and ``shingles``.
    mutating func read(_ text: UInt32) {
        fold(text)
        shingler.hash(folded, into: &shingles)
    }

    /// Lends the source of a text, in UTF-8.
    mutating func withSource<Result>(_ text: UInt32, _ body: (Span<UInt8>) -> Result) -> Result {
        store.items.withText(of: Int(firstParagraphs[Int(text)]), scratch: &scratch) { body($0) }
    }
}
