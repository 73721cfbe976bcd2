import LeitongCore
import LeitongDocuments
import LeitongReport

/// Tells what the copies of a cluster have in common, and what stands in each where they differ.
struct ClusterVariantsBuilder {
    /// Most folded characters of a cluster's different texts, and most slots times copies: what is
    /// over is reported as too large, so that a cluster of any size takes bounded time and room.
    private static let limit = 1_000_000
    /// Steps that the searches for all alignments of a cluster share, and the least for each one.
    private static let workLimit = 100_000_000
    private static let leastWork = 2_000_000

    private let batch: DocumentBatch
    private let texts: DistinctTexts
    private let folder: Folder

    init(comparison: ParagraphComparison) {
        batch = comparison.batch
        texts = comparison.texts
        folder = comparison.folder
    }

    /// What is known of a cluster: its variants, or why there are none, or neither if all are equal.
    struct Outcome {
        var variants: ClusterVariants?
        var omission: ClusterVariants.Omission?
    }

    /// Aligns each different text of a cluster with the first, once.
    ///
    /// - Parameters:
    ///   - group: The different texts, in rising order.
    ///   - members: All paragraphs of the cluster, in document order.
    func variants(of group: [UInt32], members: [UInt32]) -> Outcome {
        guard group.count > 1 else { return Outcome() }
        let lengths = group.map { Int(texts.lengths[Int(texts.firstParagraphs[Int($0)])]) }
        guard lengths.reduce(0, +) <= Self.limit else { return Outcome(omission: .tooLarge) }
        let sources = group.map { text in
            var source = FoldedSource()
            source.load(Int(texts.firstParagraphs[Int(text)]), of: batch, folder: folder)
            return source
        }
        let work = Swift.max(Self.leastWork, Self.workLimit / (group.count - 1))
        let table = VariantTable(
            texts: sources.map(\.scalars),
            scripts: sources.dropFirst()
                .map {
                    let (first, other) = (sources[0].scalars, $0.scalars)
                    return EditScript(from: first.span, to: other.span, workLimit: work)
                },
            isJoined: { sources[$0].isJoined(at: $1) }
        )
        let longest = lengths.max() ?? 0
        guard 2 * table.fixedCount(of: lengths[0]) >= longest else {
            return Outcome(omission: .tooDifferent)
        }
        guard table.slots.count * members.count <= Self.limit else {
            return Outcome(omission: .tooLarge)
        }
        var rows: [UInt32: Int] = [:]
        for (row, text) in group.enumerated() { rows[text] = row }
        let rowOfMember = members.map { rows[texts.textOfParagraph[Int($0)]] ?? 0 }
        let spelling = VariantSpelling(table: table, sources: sources)
        return Outcome(variants: spelling.variants(rowOfMember: rowOfMember))
    }
}

/// Gives the slots of a table back the spelling of the sources.
private struct VariantSpelling {
    let table: VariantTable
    let sources: [FoldedSource]

    func variants(rowOfMember: [Int]) -> ClusterVariants {
        var pieces: [String] = []
        var slots: [ClusterVariants.Slot] = []
        var end = 0
        for slot in table.slots.indices {
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
        of slot: Int,
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
            let folded = sources[row].scalars[table.values[row][slot]]
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

    /// The source bytes of a value. Punctuation and spaces beside it belong to the pieces, so that
    /// names and numbers stand by themselves, unless the slot takes what follows it.
    private func bytes(of slot: Int, in row: Int, _ takesPunctuation: Bool) -> Range<Int> {
        let range = table.values[row][slot]
        let source = sources[row]
        let next = Swift.max(
            source.end(beforeScalar: range.upperBound),
            source.start(ofScalar: range.upperBound)
        )
        if range.isEmpty {
            let point = takesPunctuation ? next : source.end(beforeScalar: range.lowerBound)
            return point..<point
        }
        let start = source.start(ofScalar: range.lowerBound)
        let end = takesPunctuation ? next : source.end(beforeScalar: range.upperBound)
        return start..<Swift.max(start, end)
    }

    /// Whether a slot takes the punctuation that follows what stands in it.
    ///
    /// Where some texts have nothing in a slot and others a clause between two commas, one of the
    /// commas comes and goes with the clause.
    private func takesPunctuation(_ slot: Int) -> Bool {
        guard table.values.contains(where: { $0[slot].isEmpty }),
            let row = table.values.indices.first(where: { !table.values[$0][slot].isEmpty })
        else { return false }
        let start = table.values[row][slot].lowerBound
        return sources[row].start(ofScalar: start) > sources[row].end(beforeScalar: start)
    }
}
