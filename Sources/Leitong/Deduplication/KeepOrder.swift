@_spi(Core) import LeitongCore
import LeitongModel
import LeitongStorage

/// The order in which texts deserve to stay, and which holder of each does.
struct KeepOrder: Sendable {
    /// For each text the unit that stays if the text does.
    let heads: [UInt32]
    /// The texts, the first to stay first.
    let texts: [UInt32]

    /// Orders the texts of units.
    ///
    /// - Parameters:
    ///   - candidates: The texts, of paragraphs or documents.
    ///   - keep: Which of several duplicates stays.
    init(_ candidates: TextCandidates, keep: KeepRule) {
        let units = candidates.lookup.items
        let table = candidates.texts
        let numbers = 0..<UInt32(table.count)
        switch keep {
        case .first:
            heads = table.firstParagraphs
            texts = Array(numbers)
        case .longest:
            // Equal folded texts are equally long, and texts are numbered by their first holder.
            heads = table.firstParagraphs
            let lengths = heads.map { table.lengths[Int($0)] }
            texts = numbers.sorted { p, q in
                (lengths[Int(q)], p) < (lengths[Int(p)], q)
            }
        case .earliest:
            let instant = { (unit: UInt32) in
                let document =
                    units.kind == .documents
                    ? Int(unit) : Int(units.batch.paragraphs[Int(unit)].document)
                return units.batch.documents[document].date?.earliest ?? .max
            }
            let heads = numbers.map { text in
                table.occurrences(of: text).min { (instant($0), $0) < (instant($1), $1) }
                    ?? table.firstParagraphs[Int(text)]
            }
            self.heads = heads
            let instants = heads.map(instant)
            texts = numbers.sorted { p, q in
                (instants[Int(p)], heads[Int(p)]) < (instants[Int(q)], heads[Int(q)])
            }
        }
    }
}
