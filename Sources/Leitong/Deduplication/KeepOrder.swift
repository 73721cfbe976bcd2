@_spi(Core) import LeitongCore
import LeitongModel
import LeitongStorage

/// The order in which texts deserve to stay, and which holder of each does.
struct KeepOrder: Sendable {
    /// For each text the item that stays if the text does.
    let heads: [UInt32]
    /// The texts, the first to stay first.
    let texts: [UInt32]

    /// Orders the texts of items.
    ///
    /// - Parameters:
    ///   - candidates: The texts, of paragraphs or documents.
    ///   - keep: Which of several duplicates stays.
    /// - Returns: Their order.
    /// - Complexity: Linear in the items, and that of sorting the texts.
    static func ordering(_ candidates: TextCandidates, keep: KeepRule) -> KeepOrder {
        let table = candidates.texts
        let numbers = 0..<UInt32(table.count)
        switch keep {
        case .first:
            return KeepOrder(heads: table.firstParagraphs, texts: Array(numbers))
        case .longest:
            // Equal folded texts are equally long, and texts are numbered by their first holder.
            let lengths = table.firstParagraphs.map { table.lengths[Int($0)] }
            let texts = numbers.sorted { p, q in
                (lengths[Int(q)], p) < (lengths[Int(p)], q)
            }
            return KeepOrder(heads: table.firstParagraphs, texts: texts)
        case .earliest:
            return earliestFirst(table, candidates.lookup.store.items)
        }
    }

    /// The texts by the date of their earliest holder.
    private static func earliestFirst(_ table: DistinctTexts, _ items: ComparedItems) -> KeepOrder {
        let instant = { (item: UInt32) in
            let document =
                items.kind == .documents
                ? Int(item) : Int(items.batch.paragraphs[Int(item)].document)
            return items.batch.documents[document].date?.earliest ?? .max
        }
        let numbers = 0..<UInt32(table.count)
        let heads = numbers.map { text in
            table.occurrences(of: text).min { (instant($0), $0) < (instant($1), $1) }
                ?? table.firstParagraphs[Int(text)]
        }
        let instants = heads.map(instant)
        let texts = numbers.sorted { p, q in
            (instants[Int(p)], heads[Int(p)]) < (instants[Int(q)], heads[Int(q)])
        }
        return KeepOrder(heads: heads, texts: texts)
    }
}
