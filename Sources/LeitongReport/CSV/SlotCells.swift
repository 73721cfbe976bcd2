/// What stands in the slots of a copy, as one cell: `〔1〕2023〔2〕青屿市`.
///
/// Slots are numbered alike in all copies of a cluster, so that a spreadsheet can be filtered by
/// what stands in one of them.
struct SlotCells {
    private var cells: [Place: String] = [:]

    /// Prepares the cells of all copies in clusters with variants.
    init(_ clusters: [Cluster]) {
        for cluster in clusters {
            guard let slots = cluster.variants?.slots else { continue }
            var texts = [String](repeating: "", count: cluster.members.count)
            for (index, slot) in slots.enumerated() {
                for value in slot.values {
                    let text = PrintableText.singleLine(value.text)
                    for member in value.members where texts.indices.contains(member) {
                        texts[member] += "\(SlotMark.text(index))\(text)"
                    }
                }
            }
            for (place, text) in zip(cluster.members, texts) { cells[place] = text }
        }
    }

    /// The cell of a copy; empty where its cluster has no variants.
    func cell(for place: Place) -> String {
        cells[place] ?? ""
    }
}
