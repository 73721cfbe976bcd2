extension TextPage {
    /// Texts of those that do not count that are printed; the rest is counted.
    private static let phraseLimit = 20
    private static let indent = 4

    /// Prints the copied passages, the longest first.
    ///
    /// - Parameters:
    ///   - report: What to print.
    ///   - layout: Which passages are reported.
    ///   - titles: Titles of documents.
    ///   - limit: Most passages that are printed.
    mutating func passages(
        _ report: ReportSource,
        _ layout: PassageLayout,
        titles: ClusterLayout,
        limit: Int?
    ) {
        let copies = layout.reported
        let clusters = report.passageClusters
        guard !copies.isEmpty || !clusters.isEmpty else { return }
        blank()
        let count = Wording.count(copies.count + clusters.count, "passage was", "passages were")
        paragraph(StyledText("\(count) copied inside or across paragraphs:", .strong))
        let shownClusters = clusters.prefix(limit ?? .max)
        for (index, cluster) in shownClusters.enumerated() {
            passageCluster(cluster, number: index + 1, titles: titles)
        }
        let shown = copies.prefix(limit ?? .max)
        for (index, position) in shown.enumerated() {
            let passage = report.passages[position]
            self.passage(
                passage,
                number: clusters.count + index + 1,
                part: layout.parts[position],
                paragraphCount: layout.paragraphCount(of: passage),
                titles: titles
            )
        }
        let hidden = copies.count - shown.count + clusters.count - shownClusters.count
        if hidden > 0 {
            blank()
            paragraph("\(Wording.count(hidden, "more passage")) not shown.")
        }
    }

    /// Prints one passage: how alike its places are, the places, and what was changed.
    private mutating func passage(
        _ passage: PassageMatch,
        number: Int,
        part: PassageLayout.Part?,
        paragraphCount: Int?,
        titles: ClusterLayout
    ) {
        blank()
        let length = Wording.count(passage.matched, "character")
        let copy = part.map { ": part \($0.number) of \($0.count) of one copy" } ?? ""
        header("\(length), \(Self.likeness(of: passage))\(copy)", number: number)
        places([passage.a, passage.b], titles: titles)
        if let paragraphCount, paragraphCount > 0 {
            let paragraphs = Wording.count(paragraphCount, "paragraph")
            self.paragraph("(\(paragraphs), told above)", indent: Self.indent)
            return
        }
        if passage.form == .exact {
            let text = passage.edits.compactMap(\.aText).joined()
            let line = PrintableText.singleLine(text)
            self.paragraph(StyledText(line), indent: Self.indent, maxLines: 2)
        } else {
            changes(of: passage)
        }
    }

    /// Prints what was changed in a passage, in about three lines.
    private mutating func changes(of passage: PassageMatch) {
        var excerpt = ChangeExcerpt(columns: 3 * (width - Self.indent) - 30)
        for (index, edit) in passage.edits.enumerated() {
            excerpt.add(
                edit,
                isFirst: index == 0,
                isLast: index == passage.edits.count - 1,
                page: self
            )
        }
        paragraph(excerpt.finish(), indent: Self.indent)
    }

    /// Prints a text that stands in three places or more.
    private mutating func passageCluster(_ cluster: Cluster, number: Int, titles: ClusterLayout) {
        blank()
        let places = Wording.count(cluster.members.count, "place")
        let likeness =
            cluster.cohesion >= 1
            ? "equal" : "at least \(Wording.wholePercent(cluster.cohesion)) % the same"
        header("\(places), \(likeness)", number: number)
        let text = PrintableText.singleLine(cluster.text)
        paragraph(StyledText(text), indent: Self.indent, maxLines: 2)
        self.places(cluster.members, titles: titles)
    }

    private mutating func header(_ text: String, number: Int) {
        let label = "\(number)."
        let gap = String(repeating: " ", count: max(1, Self.indent - label.count))
        paragraph(StyledText(label + gap + text, .strong))
    }

    private mutating func places(_ places: [Place], titles: ClusterLayout) {
        var table = TextTable([.left, .flexible])
        for place in places {
            table.add([
                StyledText(place.label), StyledText(titles.title(of: place.document), .faint),
            ])
        }
        for row in table.lines(width: width - Self.indent) { line(row, indent: Self.indent) }
    }

    /// Prints what is shared but does not count as copied, each text told as what it is, the most
    /// widespread first.
    mutating func phrases(_ report: ReportSource) {
        let shared = UncountedTexts.collecting(from: report).texts
        if shared.isEmpty { return }
        let shown = shared.prefix(Self.phraseLimit)
        blank()
        let count = Wording.count(shared.count, "shared text does", "shared texts do")
        paragraph(StyledText("\(count) not count as copied:", .strong))
        var table = TextTable([.right, .left, .flexible])
        for entry in shown {
            let text = PrintableText.singleLine(entry.text(in: report))
            table.add([
                StyledText(Wording.count(entry.places, "place")),
                StyledText(entry.matchClass.words, .faint), StyledText(text),
            ])
        }
        for row in table.lines(width: width - Self.indent) { line(row, indent: Self.indent) }
        let hidden = shared.count - shown.count
        if hidden > 0 {
            let hint = hints.behind(.hiddenTexts, after: ", ")
            paragraph("… and \(Wording.number(hidden)) more\(hint).", indent: Self.indent)
        }
    }

    /// How alike the places of a passage are.
    private static func likeness(of passage: PassageMatch) -> String {
        let percent = "\(Wording.wholePercent(passage.identity)) % the same"
        switch passage.form {
        case .exact: return "equal"
        case .near: return percent
        case .rewritten: return "rewritten, \(percent)"
        case .shuffled: return "shuffled, \(percent) in order"
        }
    }
}
