extension TextPage {
    /// Prints what was compared.
    mutating func compared(_ report: ReportSource) {
        let summary = report.summary
        var text = Wording.count(summary.documents, "document")
        if summary.sections > 0 { text += " (\(Wording.count(summary.sections, "section")))" }
        text += ", \(Wording.count(summary.paragraphs, "paragraph"))"
        text += ", \(Wording.count(summary.characters, "character"))"
        if summary.shortParagraphs > 0 {
            text += "; \(Wording.count(summary.shortParagraphs, "paragraph")) shorter than "
            text += "\(Wording.count(report.header.options.minParagraph, "character")) left out"
        }
        paragraph(text + ".")
        if summary.ignored > 0 {
            let files = Wording.count(summary.ignored, "file was", "files were")
            let others = hints.behind(.leftOut, after: ", ", otherwise: " or a pattern")
            paragraph("\(files) left out by .leitongignore\(others).")
        }
        if summary.furtherNames > 0 {
            let names = Wording.count(
                summary.furtherNames,
                "further name leads",
                "further names lead"
            )
            paragraph("\(names) to files that were read already: each file is one document.")
        }
        templates(report)
        common(report)
    }

    /// Names the files whose text counts nowhere.
    private mutating func templates(_ report: ReportSource) {
        guard let templates = report.header.options.templates else { return }
        let names = templates.map(PrintableText.singleLine).joined(separator: ", ")
        let label = templates.count == 1 ? "Template" : "Templates"
        let left = Wording.count(report.summary.templateCharacters, "character")
        paragraph("\(label), whose text counts nowhere (\(left)): \(names).")
    }

    /// Says that much of what was compared is common text.
    private mutating func common(_ report: ReportSource) {
        guard let notice = CommonNotice(report) else { return }
        let share = Wording.wholePercent(notice.share)
        paragraph(
            StyledText(
                "\(share) % of the characters are text common to \(Wording.number(notice.holders)) of "
                    + "\(Wording.count(notice.documents, "document")), and not counted: a hand-out, or "
                    + "one source for all?",
                .strong
            )
        )
    }

    /// Prints what was found, in a sentence, and what is sure to be found.
    mutating func found(_ report: ReportSource, _ passages: PassageLayout) {
        let summary = report.summary
        copiedTexts(report)
        let reported = passages.reported.count + report.passageClusters.count
        if reported > 0 {
            let passages = Wording.count(reported, "passage stands", "passages stand")
            paragraph(
                StyledText(
                    "\(passages) in two places or more, inside or across paragraphs.",
                    .strong
                )
            )
        }
        if summary.shortPassages > 0, let least = report.header.options.passages?.minPassage {
            let short = Wording.count(summary.shortPassages, "passage")
            paragraph("\(short) of fewer than \(least) characters left out.")
        }
        if summary.partlyComparedParagraphs > 0 {
            let count = Wording.count(summary.partlyComparedParagraphs, "paragraph")
            paragraph(
                "\(count) without a copy stand among very many that are somewhat like them, and were "
                    + "compared with \(report.header.options.representatives) central ones of those only"
                    + hints.behind(.partlyCompared, after: " (", closing: ")") + "."
            )
        }
        guarantee(report)
    }

    /// Prints how many texts were copied; those that do not count are told by themselves.
    private mutating func copiedTexts(_ report: ReportSource) {
        let summary = report.summary
        let others = report.clusters.filter { $0.matchClass != .copy }
        let clusters = summary.clusters - others.count
        if clusters == 0, summary.copiedPassages == 0, report.passageClusters.isEmpty {
            paragraph(StyledText("No copied text was found.", .strong))
        } else if clusters > 0 {
            let copied = others.reduce(summary.copiedParagraphs) { $0 - $1.members.count }
            let share =
                summary.comparedParagraphs == 0
                ? 0 : Double(copied) / Double(summary.comparedParagraphs)
            let texts = Wording.count(clusters, "text stands", "texts stand")
            let paragraphs = Wording.count(copied, "paragraph")
            let percent = Wording.wholePercent(share)
            paragraph(
                StyledText(
                    "\(texts) in more than one place: \(paragraphs), "
                        + "\(percent) % of those compared.",
                    .strong
                )
            )
        }
    }

    /// Prints what is sure to be found.
    mutating func guarantee(_ report: ReportSource) {
        if report.header.guarantee.text.isEmpty { return }
        paragraph(StyledText(PrintableText.singleLine(report.header.guarantee.text), .faint))
    }

    /// Prints the share of each document that is copied, the greatest first.
    mutating func documents(_ report: ReportSource) {
        let copied = report.documents.enumerated()
            .filter { $0.element.copiedCharacters + $0.element.commonCharacters > 0 }
            .sorted {
                let (a, b) = ($0.element, $1.element)
                return (b.copiedShare, b.copiedCharacters, b.shareWithCommon, $0.offset)
                    < (a.copiedShare, a.copiedCharacters, a.shareWithCommon, $1.offset)
            }
        if copied.isEmpty { return }
        let hasSources = copied.contains { !$0.element.sources.isEmpty }
        let hasCommon = copied.contains { Self.commonShare(of: $0.element) != nil }
        var table = TextTable([.right, .right, .right, .left, .right, .left, .flexible])
        table.add(
            [
                "Copied", hasCommon ? "With common" : "", "Characters", "Document", "", "",
                hasSources ? "Shares most with" : "",
            ]
            .map { StyledText($0, .strong) }
        )
        for (_, document) in copied {
            table.add(Self.row(of: document))
        }
        blank()
        for row in table.lines(width: width) { line(row) }
        let others = report.documents.count { $0.copiedCharacters == 0 }
        if others > 0 {
            paragraph(
                Wording.count(others, "document shares", "documents share") + " no copied text."
            )
        }
    }

    private static func row(of document: ComparedDocument) -> [StyledText] {
        let source = document.sources.first
        let share = source.map { Double($0.characters) / Double(max(1, document.characters)) }
        var last = StyledText(source?.name ?? "")
        if source == nil {
            last = StyledText(PrintableText.singleLine(document.title ?? ""), .faint)
        }
        return [
            StyledText("\(Wording.wholePercent(document.copiedShare)) %"),
            StyledText(commonShare(of: document).map { "\($0) %" } ?? ""),
            StyledText(Wording.number(document.characters)),
            StyledText(document.name),
            StyledText(share.map { "\(Wording.wholePercent($0)) %" } ?? ""),
            StyledText(source?.order?.rawValue ?? ""), last,
        ]
    }

    /// The share of a document with common text in whole per cent, where it is another than without.
    private static func commonShare(of document: ComparedDocument) -> String? {
        let share = Wording.wholePercent(document.shareWithCommon)
        return share == Wording.wholePercent(document.copiedShare) ? nil : share
    }

    /// Prints the inputs that could not be used.
    mutating func skipped(_ report: ReportSource) {
        if report.skipped.isEmpty { return }
        blank()
        let inputs = Wording.count(report.skipped.count, "input")
        paragraph(StyledText("\(inputs) could not be used:", .strong))
        for entry in report.skipped {
            paragraph("\(entry.path): \(PrintableText.singleLine(entry.message))", indent: 2)
        }
    }

    /// Prints what may hide a copy.
    mutating func warnings(_ report: ReportSource) {
        if report.warnings.isEmpty { return }
        blank()
        paragraph(StyledText("Characters that may hide a copy:", .strong))
        for warning in report.warnings {
            let name = PrintableText.singleLine(warning.document)
            paragraph("\(name) \(warning.message)", indent: 2)
        }
    }
}
