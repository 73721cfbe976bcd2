@_spi(Core) import LeitongCore

/// The texts that are compared, as they are read and as they are folded.
///
/// The one way from an item to its folded text, for whatever stage needs it: nothing folded is kept
/// from one stage to the next, since that would cost more memory than folding again costs time. Only
/// the stream of passages folds whole documents, which are no items, by itself (``StreamStage``).
struct TextStore: Sendable {
    let items: ComparedItems
    let folder: Folder

    /// Creates a store of paragraphs, or of documents as one text each.
    init(_ items: ComparedItems, folder: Folder) {
        self.items = items
        self.folder = folder
    }

    /// Folds an item.
    ///
    /// - Parameters:
    ///   - item: Its number.
    ///   - folded: Receives its folded text.
    ///   - scratch: Receives its source where that is not in memory as it is.
    ///   - keepingMap: Whether the way back to the source is wanted.
    /// - Complexity: Linear in the text.
    func fold(
        _ item: Int,
        into folded: inout FoldedText,
        scratch: inout [UInt8],
        keepingMap: Bool = false
    ) {
        items.withText(of: item, scratch: &scratch) { [folder] source in
            folder.fold(source, into: &folded, keepingMap: keepingMap, isValidated: true)
        }
    }

    /// Folds an item with the way back to its source, and copies the source.
    ///
    /// - Parameters:
    ///   - item: Its number.
    ///   - folded: Receives its folded text.
    ///   - source: Receives its source.
    ///   - scratch: Receives its source where that is not in memory as it is.
    /// - Complexity: Linear in the text.
    func foldWithSource(
        _ item: Int,
        into folded: inout FoldedText,
        source: inout [UInt8],
        scratch: inout [UInt8]
    ) {
        source.removeAll(keepingCapacity: true)
        items.withText(of: item, scratch: &scratch) { text in
            source.reserveCapacity(text.count)
            for index in text.indices { source.append(text[index]) }
        }
        folder.fold(source.span, into: &folded, keepingMap: true, isValidated: true)
    }
}
