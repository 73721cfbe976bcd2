import LeitongReport

extension ReportSource {
    /// A report with all that a page shows of two texts.
    static var withTexts: ReportSource {
        var report = ReportSource(Report.found)
        var texts = ReportTexts()
        texts.documents = [
            DocumentText(text: "一二三四", start: 0, paragraphs: [0], date: "2024-05-01"),
            DocumentText(text: "零\n一二**四", start: 7, paragraphs: [7, 9]),
        ]
        let a = TextStretch(document: 0, counted: 0..<4, source: 0..<4)
        let b = TextStretch(document: 1, counted: 1..<4, source: 9..<14)
        texts.links = [
            SharedLink(
                a: a,
                b: b,
                matchClass: .copy,
                matched: 3,
                identity: 0.75,
                bits: 12.5,
                isParagraph: false,
                edits: [
                    Edit(kind: .equal, a: 0..<2, b: 9..<11),
                    Edit(kind: .redacted, a: 2..<3, b: 11..<13),
                    Edit(kind: .equal, a: 3..<4, b: 13..<14),
                ],
                equal: [EqualText(a: 0..<2, b: 1..<3), EqualText(a: 3..<4, b: 3..<4)]
            )
        ]
        texts.widespread = [WidespreadText(matchClass: .setPhrase, matched: 4, places: [a, b])]
        texts.wholes = [WholePair(a: 0, b: 1, matchClass: .common)]
        report.texts = texts
        return report
    }
}
