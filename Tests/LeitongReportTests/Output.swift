import LeitongReport

/// Texts that break careless writers.
let hostileTexts = [
    #"quote " and \ backslash / slash"#,
    "\u{0}\u{1}\u{8}\u{9}\u{A}\u{B}\u{C}\u{D}\u{1B}[31mred\u{1F}\u{7F}",
    "\u{80}\u{85}\u{9B}31m·é",
    "line\u{2028}and\u{2029}paragraph",
    "emoji 👩‍👩‍👧‍👦 🇨🇳 e\u{301} \u{FEFF}",
    "\u{202E}txt.exe\u{202C}\u{2066}x\u{2069}",
    "\u{200F}right\u{200E}left\u{61C}",
    "=HYPERLINK(\"http://example.invalid\")",
    "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "a,b\r\nc", "",
]

extension Report {
    /// A report that holds a text wherever it can hold one.
    static func holding(_ text: String, command: Command = .find) -> Report {
        let a = Place(document: text, range: 0..<3, line: 1)
        let b = Place(document: text + "#2", range: 5..<9, line: 2)
        let differences = [Edit]
            .placed(
                [
                    (.equal, text, text), (.replaced, text, text + "!"), (.inserted, "", text),
                    (.deleted, text, ""),
                ],
                at: a,
                and: b
            )
        var report = empty(command)
        report.guarantee.text = text
        report.documents = [.named("x" + text, title: text, characters: 9, copied: 3)]
        report.documents[0].name = text
        report.clusters = [
            Cluster(
                members: [a, b],
                similarities: [1, 0.8],
                cohesion: 0.8,
                meanSimilarity: 0.8,
                text: text
            )
        ]
        report.paragraphs = [
            ParagraphMatch(
                a: a,
                b: b,
                form: .near,
                jaccard: 0.8,
                basis: .jaccard,
                cluster: 1,
                differences: differences
            )
        ]
        report.summary.clusters = 1
        report.skipped = [SkippedEntry(path: text, reason: "not-text", message: text)]
        return report
    }

    /// The output of a writer as text.
    func printed(by writer: some ReportWriter) -> String {
        String(decoding: writer.bytes(of: self), as: UTF8.self)
    }
}

/// Whether a text holds a character that a terminal obeys, other than a line feed.
func steersTerminals(_ text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
        switch scalar.value {
        case 0x0A: false
        case 0..<0x20, 0x7F..<0xA0, 0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}

extension [Edit] {
    /// The edits of two paragraphs, from the first character of either place.
    static func placed(_ texts: [Edit.Texts], at a: Place, and b: Place) -> [Edit] {
        Edit.placed(texts, a: a.range.lowerBound, b: b.range.lowerBound) ?? []
    }
}

extension ReportSource {
    /// The output of a writer as text.
    func printed(by writer: some ReportWriter) -> String {
        String(decoding: writer.bytes(of: self), as: UTF8.self)
    }
}
