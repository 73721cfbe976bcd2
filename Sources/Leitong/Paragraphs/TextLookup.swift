@_spi(Core) import LeitongCore
import LeitongModel

/// Reads single texts again for verification: folds and shingles them into its own buffers.
struct TextLookup {
    let items: ComparedItems
    let firstParagraphs: [UInt32]
    let folder: Folder
    let shingler: Shingler
    private(set) var folded = FoldedText()
    private(set) var shingles = ShingleHashes()
    private var scratch: [UInt8] = []

    init(batch: DocumentBatch, texts: DistinctTexts, folder: Folder, shingler: Shingler) {
        self.init(
            items: ComparedItems(.paragraphs, of: batch),
            texts: texts,
            folder: folder,
            shingler: shingler
        )
    }

    init(items: ComparedItems, texts: DistinctTexts, folder: Folder, shingler: Shingler) {
        self.items = items
        firstParagraphs = texts.firstParagraphs
        self.folder = folder
        self.shingler = shingler
    }

    /// Asks memory for a text that will be read soon.
    func anticipate(_ text: UInt32) {
        items.anticipateText(of: Int(firstParagraphs[Int(text)]))
    }

    /// Folds a text; the result is in ``folded``.
    mutating func fold(_ text: UInt32, keepingMap: Bool = false) {
        let unit = Int(firstParagraphs[Int(text)])
        // Out of `self`, so that what the items refer to need not be counted for each text.
        var (buffer, result) = ([UInt8](), FoldedText())
        swap(&buffer, &scratch)
        swap(&result, &folded)
        items.withText(of: unit, scratch: &buffer) { [folder] source in
            folder.fold(source, into: &result, keepingMap: keepingMap, isValidated: true)
        }
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
        items.withText(of: Int(firstParagraphs[Int(text)]), scratch: &scratch) { body($0) }
    }
}
