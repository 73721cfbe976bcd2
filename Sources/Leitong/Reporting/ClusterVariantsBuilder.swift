@_spi(Core) import LeitongCore
import LeitongModel
import LeitongReport
import LeitongStorage

/// Tells what the copies of a cluster have in common, and what stands in each where they differ.
struct ClusterVariantsBuilder {
    /// Most folded characters of a cluster's different texts, and most slots times copies: what is
    /// over is reported as too large, so that a cluster of any size takes bounded time and room.
    private let limit: Int
    /// Steps that the searches for all alignments of a cluster share, and the least for each one.
    private static let workLimit = 100_000_000
    private static let leastWork = 2_000_000

    private let store: TextStore
    private let texts: DistinctTexts

    init(comparison: ParagraphFindings, limit: Int = 1_000_000) {
        self.limit = limit
        store = comparison.store
        texts = comparison.texts
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
    /// - Returns: Variants if the cluster is one text within the limits.
    func variants(of group: [UInt32], members: [UInt32]) -> Outcome {
        guard group.count > 1 else { return Outcome() }
        let lengths = group.map { Int(texts.lengths[Int(texts.firstParagraphs[Int($0)])]) }
        guard lengths.reduce(0, +) <= limit else { return Outcome(omission: .tooLarge) }
        let sources = group.map { text in
            var source = FoldedSource()
            source.load(Int(texts.firstParagraphs[Int(text)]), of: store)
            return source
        }
        let table = table(of: sources)
        let longest = lengths.max() ?? 0
        guard 2 * table.fixedCount(of: lengths[0]) >= longest else {
            return Outcome(omission: .tooDifferent)
        }
        guard table.slots.count * members.count <= limit else {
            return Outcome(omission: .tooLarge)
        }
        var rows: [UInt32: Int] = [:]
        for (row, text) in group.enumerated() { rows[text] = row }
        let rowOfMember = members.map { rows[texts.textOfParagraph[Int($0)]] ?? 0 }
        let spelling = VariantSpelling(table: table, sources: sources)
        return Outcome(variants: spelling.variants(rowOfMember: rowOfMember))
    }

    private func table(of sources: [FoldedSource]) -> VariantTable {
        let first = sources[0].scalars
        let work = Swift.max(Self.leastWork, Self.workLimit / (sources.count - 1))
        let scripts = sources.dropFirst()
            .map { source in
                let other = source.scalars
                return EditScript(from: first.span, to: other.span, workLimit: work)
            }
        return VariantTable(
            texts: sources.map(\.scalars),
            scripts: scripts,
            gap: { sources[$0].gapKind(beforeScalar: $1) }
        )
    }
}
