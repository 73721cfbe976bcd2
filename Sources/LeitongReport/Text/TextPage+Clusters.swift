extension TextPage {
    /// Columns by which the text and the places of a cluster are moved in.
    private static let indent = 4

    /// Explains how changes are marked.
    mutating func legend() {
        var legend = StyledText("How to read changes: ")
        legend.append(marked("this", .deleted))
        legend.append(" stands only in the text compared with (the first unless named), ")
        legend.append(marked("this", .inserted))
        legend.append(" only in the copy; … stands for text left out.")
        blank()
        paragraph(legend)
    }

    /// Prints a cluster: its size, its text, and every place it stands in.
    mutating func cluster(_ cluster: Cluster, number: Int, layout: ClusterLayout) {
        blank()
        let count = "\(number)."
        var header = StyledText(count.padding(to: Self.indent), .strong)
        let copies = Wording.count(cluster.members.count, "copy", "copies")
        header.append("\(copies), \(layout.likeness(of: cluster))", .strong)
        if let variants = VariantsLayout(cluster) {
            let places = Wording.count(variants.slotCount, "place differs", "places differ")
            header.append(": one text, \(places)", .strong)
            paragraph(header)
            self.variants(variants, of: cluster, layout: layout, indent: Self.indent)
            earliest(of: cluster)
            return
        }
        paragraph(header)
        snippet(cluster, layout: layout)
        places(cluster, layout: layout)
        earliest(of: cluster)
        if cluster.variantsOmitted == .tooLarge {
            let note = "These texts are too many or too long to set them side by side."
            paragraph(StyledText(note, .faint), indent: Self.indent)
        }
    }

    /// Names the holder of the earliest date, and what stands against it.
    private mutating func earliest(of cluster: Cluster) {
        guard let earliest = cluster.earliest else { return }
        let label = earliest.unknown == nil ? "Earliest" : "Earliest known"
        paragraph(StyledText("\(label): \(earliest.words)", .faint), indent: Self.indent)
    }

    /// Prints the text of the first copy in at most two lines.
    private mutating func snippet(_ cluster: Cluster, layout: ClusterLayout) {
        if cluster.text.isEmpty { return }
        let columns = 2 * (width - Self.indent)
        // Only so much of a long text can matter here.
        let text = PrintableText.singleLine(cluster.text)
        let start = firstChange(cluster, layout: layout) ?? 0
        var snippet = StyledText(text.prefix(columns: columns + 2))
        if DisplayWidth.of(text) > columns && start > columns - 20 {
            // The changes stand further on: the beginning, and the stretch around the first.
            snippet = StyledText(text.prefix(columns: columns / 2 - 4) + " … ")
            let before = text.prefix(columns: start - 20)
            let rest = String(text.unicodeScalars.dropFirst(before.unicodeScalars.count))
            snippet.append(rest.prefix(columns: columns))
        }
        paragraph(snippet, indent: Self.indent, maxLines: 2)
    }

    /// The column of the first cluster text at which the earliest change begins.
    private func firstChange(_ cluster: Cluster, layout: ClusterLayout) -> Int? {
        cluster.members.dropFirst()
            .compactMap { member -> Int? in
                guard let match = layout.match(of: member, in: cluster),
                    match.a == cluster.members.first,
                    let differences = match.differences,
                    differences.contains(where: { $0.kind != .equal })
                else { return nil }
                let before = differences.prefix { $0.kind == .equal }.compactMap(\.aText).joined()
                return DisplayWidth.of(PrintableText.singleLine(before))
            }
            .min()
    }

    /// Prints one line a copy, and below it what was changed.
    private mutating func places(_ cluster: Cluster, layout: ClusterLayout) {
        var table = TextTable([.left, .left, .flexible])
        let isEqual = layout.likeness(of: cluster) == "equal"
        for (index, member) in cluster.members.enumerated() {
            var remark = StyledText()
            if let other = layout.otherCopy(comparedWith: member, of: cluster), !isEqual {
                remark.append("compared with \(other.label)  ")
            }
            remark.append(layout.title(of: member.document), .faint)
            table.add([
                StyledText(member.label),
                StyledText(isEqual ? "" : layout.likeness(at: index, of: cluster)),
                remark.trimmed(),
            ])
        }
        let lines = table.lines(width: width - Self.indent)
        for (member, text) in zip(cluster.members, lines) {
            line(text, indent: Self.indent)
            guard let match = layout.match(of: member, in: cluster), match.form == .near,
                let differences = match.differences
            else { continue }
            changes(differences)
        }
    }

    /// Prints changes in about three lines.
    private mutating func changes(_ differences: [Edit]) {
        let indent = 2 * Self.indent
        var excerpt = ChangeExcerpt(columns: 3 * (width - indent) - 30)
        for (index, segment) in differences.enumerated() {
            excerpt.add(
                segment,
                isFirst: index == 0,
                isLast: index == differences.count - 1,
                page: self
            )
        }
        paragraph(excerpt.finish(), indent: indent)
    }
}

extension String {
    /// The text, with spaces up to a width and at least one.
    fileprivate func padding(to columns: Int) -> String {
        self + String(repeating: " ", count: max(1, columns - DisplayWidth.of(self)))
    }
}
