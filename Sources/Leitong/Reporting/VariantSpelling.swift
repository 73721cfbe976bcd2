@_spi(Core) import LeitongCore
import LeitongReport

/// Gives the slots of a table back the spelling of the sources.
struct VariantSpelling {
    let table: VariantTable
    /// The different texts, the first of the cluster before all.
    let sources: [FoldedSource]

    /// Marks that stand for a word somebody took out; folding drops them.
    private static let redactions = Set("*＊×□■○●_＿…".unicodeScalars)

    /// The pieces and what stands between them.
    ///
    /// - Parameter rowOfMember: Which of the different texts each copy is.
    /// - Returns: Pieces that with the first copy's values give its source byte by byte.
    func variants(rowOfMember: [Int]) -> ClusterVariants {
        var pieces: [String] = []
        var slots: [ClusterVariants.Slot] = []
        var end = 0
        for slot in table.slots {
            let takesPunctuation = takesPunctuation(slot)
            let range = bytes(of: slot, in: 0, takesPunctuation)
            let start = Swift.max(end, range.lowerBound)
            pieces.append(sources[0].text(end, start))
            end = Swift.max(start, range.upperBound)
            var values = values(of: slot, rowOfMember, takesPunctuation)
            // Two slots inside what one character stands for (㎏) begin where the first has ended.
            if !values.isEmpty { values[0].text = sources[0].text(start, end) }
            slots.append(ClusterVariants.Slot(values: values))
        }
        pieces.append(sources[0].text(end, sources[0].source.count))
        return ClusterVariants(pieces: pieces, slots: slots)
    }

    /// What stands in a slot, equal folded texts as one value.
    private func values(
        of slot: [Range<Int>],
        _ rowOfMember: [Int],
        _ takesPunctuation: Bool
    ) -> [ClusterVariants.Value] {
        var values: [ClusterVariants.Value] = []
        var numbers: [ArraySlice<UInt32>: Int] = [:]
        var numberOfRow = [Int?](repeating: nil, count: sources.count)
        for (member, row) in rowOfMember.enumerated() {
            if let number = numberOfRow[row] {
                values[number].members.append(member)
                continue
            }
            let folded = sources[row].scalars[slot[row]]
            let number = numbers[folded, default: values.count]
            if number == values.count {
                numbers[folded] = number
                let range = bytes(of: slot, in: row, takesPunctuation)
                let text = sources[row].text(range.lowerBound, range.upperBound)
                values.append(ClusterVariants.Value(text: text, members: []))
            }
            numberOfRow[row] = number
            values[number].members.append(member)
        }
        return values
    }

    /// The source bytes of a value.
    ///
    /// Punctuation and spaces beside it belong to the pieces, so that names and numbers stand by
    /// themselves, unless the slot takes what follows it.
    private func bytes(
        of slot: [Range<Int>],
        in row: Int,
        _ takesPunctuation: Bool
    ) -> Range<Int> {
        let range = slot[row]
        let source = sources[row]
        let ownEnd = source.end(beforeScalar: range.upperBound)
        let next = Swift.max(ownEnd, source.start(ofScalar: range.upperBound))
        guard range.isEmpty else {
            let start = source.start(ofScalar: range.lowerBound)
            return start..<Swift.max(start, takesPunctuation ? next : ownEnd)
        }
        if let mark = source.range(of: Self.redactions, in: ownEnd..<next) { return mark }
        let point = takesPunctuation ? next : ownEnd
        return point..<point
    }

    /// Whether a slot takes the punctuation that follows what stands in it.
    ///
    /// Where some texts have nothing in a slot and others a clause between two commas, or a sentence
    /// at the beginning, one of the marks comes and goes with it: the second, if what stands before
    /// the clause stands in the other texts too.
    private func takesPunctuation(_ slot: [Range<Int>]) -> Bool {
        guard let empty = slot.firstIndex(where: \.isEmpty),
            let filled = slot.firstIndex(where: { !$0.isEmpty })
        else { return false }
        return sources[empty].gap(beforeScalar: slot[empty].lowerBound)
            == sources[filled].gap(beforeScalar: slot[filled].lowerBound)
    }
}
