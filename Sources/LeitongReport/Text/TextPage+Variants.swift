extension TextPage {
    /// Explains how variants are printed.
    mutating func variantsLegend() {
        var legend = StyledText("How to read variants: ")
        legend.append(SlotMark.text(0), .strong)
        legend.append(" stands where copies differ. Below, under its number, stands what they say ")
        legend.append(
            "there: of two texts “what a says → what b says”; of more, what a says and all "
        )
        legend.append("others but those named by letter. Copies of one letter are equal.")
        blank()
        paragraph(legend)
    }

    /// Prints the common text of a cluster with numbered slots, what stands in them, and every copy
    /// with the letter of its version.
    mutating func variants(
        _ variants: VariantsLayout,
        of cluster: Cluster,
        layout: ClusterLayout,
        indent: Int
    ) {
        paragraph(variants.skeleton(columns: width - indent), indent: indent)
        slots(variants, indent: indent)
        var table = TextTable([.left, .left, .left, .flexible])
        for (index, member) in cluster.members.enumerated() {
            let isFirst = variants.isFirstVersion(index)
            table.add([
                StyledText(variants.letter(ofMember: index), .strong),
                StyledText(member.label),
                StyledText(isFirst ? "" : layout.likenessToFirst(at: index, of: cluster)),
                StyledText(layout.title(of: member.document), .faint),
            ])
        }
        for text in table.lines(width: width - indent) { line(text, indent: indent) }
    }

    /// Prints what stands in the slots: side by side where there are two texts, for then entries are
    /// short, or many slots; else one under the other.
    private mutating func slots(_ variants: VariantsLayout, indent: Int) {
        let columns = width - indent
        let isDense = variants.versionCount == 2 || variants.slotCount > 6
        var row = StyledText()
        for (mark, values) in variants.entries() {
            var entry = mark
            entry.append(" ")
            entry.append(values)
            if isDense, row.width > 0, row.width + 3 + entry.width <= columns {
                row.append("   ")
                row.append(entry)
                continue
            }
            slotRow(row, indent: indent)
            row = entry
        }
        slotRow(row, indent: indent)
    }

    /// Prints a row of slots; what does not fit is moved in under the first value.
    private mutating func slotRow(_ row: StyledText, indent: Int) {
        if row.width == 0 { return }
        if row.width <= width - indent {
            line(row, indent: indent)
            return
        }
        let hanging = 5
        let lines = row.wrapped(to: width - indent - hanging)
        for (index, text) in lines.enumerated() {
            line(text, indent: index == 0 ? indent : indent + hanging)
        }
    }
}
