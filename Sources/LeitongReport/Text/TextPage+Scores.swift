extension TextPage {
    /// Prints how much documents share: one pair in full, many as a list and a matrix.
    mutating func scores(_ report: ReportSource, limit: Int?) {
        guarantee(report)
        blank()
        switch report.pairs.count {
        case 0 where report.summary.unlistedPairs == 0:
            paragraph(StyledText("No two documents were compared.", .strong))
        case 1: score(report.pairs[0], documents: report.documents)
        default:
            pairs(report.pairs, unlisted: report.summary.unlistedPairs, limit: limit)
            ScoreMatrix(report).write(on: &self)
        }
    }

    /// Prints one pair in full.
    private mutating func score(_ pair: PairScore, documents: [ComparedDocument]) {
        for (letter, name) in [("A", pair.a), ("B", pair.b)] {
            var text = StyledText(letter, .strong)
            text.append("  \(name)")
            let document = documents.first { $0.name == name }
            if let title = document?.title {
                text.append("  " + PrintableText.singleLine(title), .faint)
            }
            if let date = document?.date {
                text.append(
                    "  \(date)" + (pair.earlier?.rawValue == letter.lowercased() ? ", earlier" : "")
                )
            }
            line(text)
        }
        blank()
        var table = TextTable([.left, .right, .left])
        for (what, share, explanation) in Self.rows(of: pair, documents: documents) {
            let cells = [StyledText(what, .strong), StyledText(share, .strong)]
            table.add(cells + [StyledText(explanation)])
        }
        for row in table.lines(width: width) { line(row) }
        if pair.longest > 0 {
            let longest = Wording.count(pair.longest, "character")
            line(StyledText("Longest copy: \(longest)"))
        }
    }

    /// The shares of a pair: what, how much, and of how much.
    private static func rows(
        of pair: PairScore,
        documents: [ComparedDocument]
    ) -> [(String, String, String)] {
        func paragraphs(_ matched: Int, _ name: String) -> String {
            guard let document = documents.first(where: { $0.name == name }) else {
                return Wording.count(matched, "paragraph")
            }
            let all = document.paragraphs - document.shortParagraphs
            return "\(Wording.number(matched)) of \(Wording.count(all, "paragraph"))"
        }
        func characters(_ matched: Int, _ all: Int) -> String {
            "\(Wording.number(matched)) of \(Wording.count(all, "character"))"
        }
        var rows = [
            (
                "A in B", Wording.percent(pair.aCovered),
                characters(pair.aMatchedCharacters, pair.aCharacters) + ", "
                    + paragraphs(pair.aMatchedParagraphs, pair.a)
            ),
            (
                "B in A", Wording.percent(pair.bCovered),
                characters(pair.bMatchedCharacters, pair.bCharacters) + ", "
                    + paragraphs(pair.bMatchedParagraphs, pair.b)
            ),
            ("Resemblance", Wording.percent(pair.resemblance), "of the two texts as a whole"),
        ]
        if pair.aShared > pair.aCovered || pair.bShared > pair.bCovered {
            rows.append(
                (
                    "All shared text", Wording.percent(max(pair.aShared, pair.bShared)),
                    "A in B \(Wording.percent(pair.aShared)), B in A "
                        + "\(Wording.percent(pair.bShared)), with what does not count as copied"
                )
            )
        }
        return rows
    }

    /// Prints the pairs that share text, the greatest share first.
    private mutating func pairs(_ pairs: [PairScore], unlisted: Int, limit: Int?) {
        let sharing = pairs.enumerated().filter { Self.isListed($0.element) }
            .sorted { Self.precedes($0, $1) }
        let count = pairs.count { max($0.aCovered, $0.bCovered) > 0 }
        let compared = Wording.count(pairs.count + unlisted, "pair")
        var summary = "\(compared) compared: "
        summary += Wording.count(count, "shares copied text", "share copied text")
        if sharing.count > count {
            let alike = Wording.count(sharing.count - count, "other is", "others are")
            summary += "; \(alike) alike as a whole"
        }
        paragraph(StyledText(summary + ".", .strong))
        self.unlisted(unlisted)
        if sharing.isEmpty { return }
        paragraph("A in B is the share of A's characters that stand in copies shared with B.")
        blank()
        let hasDates = sharing.contains { $0.element.earlier != nil }
        var table = TextTable([.right, .right, .right, .right, .left, .left, .left])
        let header = ["A in B", "B in A", "Resemblance", "Longest", "A", "B"]
        table.add((header + [hasDates ? "Earlier" : ""]).map { StyledText($0, .strong) })
        for (_, pair) in sharing.prefix(limit ?? .max) {
            table.add([
                StyledText(Wording.percent(pair.aCovered)),
                StyledText(Wording.percent(pair.bCovered)),
                StyledText(Wording.percent(pair.resemblance)),
                StyledText(Wording.number(pair.longest)),
                StyledText(pair.a), StyledText(pair.b),
                StyledText(pair.earlier?.rawValue.uppercased() ?? ""),
            ])
        }
        for row in table.lines(width: width) { line(row) }
        let hidden = sharing.count - min(sharing.count, limit ?? .max)
        if hidden > 0 { paragraph("\(Wording.count(hidden, "more pair")) not shown.") }
        let others = pairs.count - sharing.count
        if others > 0 {
            paragraph(Wording.count(others, "pair shares", "pairs share") + " no copied text.")
        }
    }

    /// Says that pairs are not listed, and what lists them.
    private mutating func unlisted(_ count: Int) {
        if count == 0 { return }
        let pairs = Wording.count(count, "pair shares", "pairs share")
        let hint = hints.behind(.unlistedPairs, after: " (", closing: ")")
        paragraph("\(pairs) no copied text and are not listed\(hint).")
    }

    /// Whether a pair is worth a look: one with shared paragraphs, or one that is alike as a whole
    /// because its paragraphs were run together, cut up or rewritten.
    private static func isListed(_ pair: PairScore) -> Bool {
        max(pair.aCovered, pair.bCovered) > 0 || pair.resemblance >= 0.2
    }

    private static func precedes(
        _ left: EnumeratedSequence<[PairScore]>.Element,
        _ right: EnumeratedSequence<[PairScore]>.Element
    ) -> Bool {
        func rank(_ pair: PairScore) -> (Double, Double) {
            (max(pair.aCovered, pair.bCovered), pair.resemblance)
        }
        let (a, b) = (rank(left.element), rank(right.element))
        return a == b ? left.offset < right.offset : a > b
    }
}
