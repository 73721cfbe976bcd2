/// Writes a summary of the report in Markdown, to be pasted where it is read.
///
/// ```swift
/// let summary = MarkdownWriter(language: .chinese).bytes(of: report)
/// print(String(decoding: summary, as: UTF8.self))
/// ```
///
/// Tables in the manner of GitHub; what documents say is escaped.
public struct MarkdownWriter: ReportWriter {
    private let words: PageWords
    /// Clusters and characters of each that are shown.
    private static let clusterLimit = 20
    private static let textLimit = 120

    /// Creates a writer for readers of a language.
    ///
    /// - Parameter language: Their language.
    public init(language: ReportLanguage = .english) {
        words = PageWords(language)
    }

    /// Writes a report as Markdown.
    ///
    /// - Parameters:
    ///   - report: What to print.
    ///   - sink: Takes the output.
    /// - Throws: What `sink` throws.
    public func write<Failure: Error>(
        _ report: ReportSource,
        to sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        let parts = [
            head(report), documents(report), pairs(report), clusters(report), known(report),
            skipped(report), warnings(report),
        ]
        let text = parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
        try sink(Array(text.utf8))
    }

    private func head(_ report: ReportSource) -> String {
        let copied = report.documents.filter { $0.copiedCharacters > 0 }.count
        let title = words("title", ["count": "\(report.documents.count)"])
        let line = words(
            "headline",
            ["holders": "\(copied)", "count": "\(report.documents.count)"]
        )
        return (["# \(title)", line] + common(report) + templates(report))
            .joined(separator: "\n\n")
    }

    private func common(_ report: ReportSource) -> [String] {
        guard let notice = CommonNotice(report) else { return [] }
        let values = [
            "share": Self.percent(notice.share), "holders": "\(notice.holders)",
            "documents": "\(notice.documents)",
        ]
        return [words("common_note", values)]
    }

    private func templates(_ report: ReportSource) -> [String] {
        guard let templates = report.header.options.templates else { return [] }
        let values = [
            "count": "\(templates.count)",
            "names": templates.map(Self.escaped).joined(separator: words("listed")),
            "characters": "\(report.summary.templateCharacters)",
        ]
        return [words("sure_templates", values)]
    }

    private func documents(_ report: ReportSource) -> String {
        guard !report.documents.isEmpty else { return "" }
        let hasCommon = report.documents.contains {
            Self.percent($0.shareWithCommon) != Self.percent($0.copiedShare)
        }
        let rows = report.documents
            .sorted { $1.copiedShare < $0.copiedShare }
            .map { document in
                let source = document.sources.first
                    .map {
                        "\(Self.escaped($0.name)) (\(Self.percent($0.characters, document.characters))\(order($0)))"
                    }
                return [
                    Self.escaped(document.title ?? document.name), Self.escaped(document.name),
                    Self.percent(document.copiedCharacters, document.characters),
                ] + (hasCommon ? [Self.percent(document.shareWithCommon)] : []) + [
                    "\(document.characters)", source ?? "",
                ]
            }
        return table(
            words("documents"),
            [
                words("document"), words("path_head"), words("share"),
            ] + (hasCommon ? [words("with_common_head")] : []) + [
                words("characters"), words("best_source"),
            ],
            rows
        )
    }

    /// Whether the other document is earlier or later, where that is known.
    private func order(_ source: DocumentSource) -> String {
        source.order.map { words("comma") + words($0 == .earlier ? "earlier" : "later") } ?? ""
    }

    private func pairs(_ report: ReportSource) -> String {
        guard !report.pairs.isEmpty else { return "" }
        let hasDates = report.pairs.contains { $0.earlier != nil }
        return table(
            words("matrix"),
            [
                words("a"), words("b"), words("a_in_b"), words("b_in_a"), words("resemblance"),
                words("longest"),
            ] + (hasDates ? [words("earlier")] : []),
            report.pairs.map {
                [
                    Self.escaped($0.a), Self.escaped($0.b),
                    Self.percent($0.aMatchedCharacters, $0.aCharacters),
                    Self.percent($0.bMatchedCharacters, $0.bCharacters),
                    Self.percent($0.resemblance), "\($0.longest)",
                ] + (hasDates ? [$0.earlier.map { words($0.rawValue) } ?? ""] : [])
            }
        )
    }

    private func clusters(_ report: ReportSource) -> String {
        let all = report.clusters.filter { $0.matchClass == .copy } + report.passageClusters
        guard !all.isEmpty else { return "" }
        return table(
            words("clusters"),
            [words("copies_head"), words("alike"), words("text"), words("places")],
            all.prefix(Self.clusterLimit)
                .map { cluster in
                    [
                        "\(cluster.members.count)", Self.percent(cluster.cohesion),
                        Self.escaped(Self.short(cluster.text)), Self.places(of: cluster),
                    ]
                }
        )
    }

    /// Texts in several places that do not count as copied.
    private func known(_ report: ReportSource) -> String {
        let all = report.clusters.filter { $0.matchClass != .copy }
        guard !all.isEmpty else { return "" }
        return table(
            words("known"),
            [words("places_head"), words("class"), words("text"), words("places")],
            all.prefix(Self.clusterLimit)
                .map { cluster in
                    [
                        "\(cluster.members.count)",
                        words("class_" + cluster.matchClass.rawValue),
                        Self.escaped(Self.short(cluster.text)), Self.places(of: cluster),
                    ]
                }
        )
    }

    private static func places(of cluster: Cluster) -> String {
        let places = cluster.members.prefix(3).map { "\($0.document):\($0.line)" }
        return escaped(places.joined(separator: ", ")) + (cluster.members.count > 3 ? ", …" : "")
    }

    private func skipped(_ report: ReportSource) -> String {
        guard !report.skipped.isEmpty else { return "" }
        let rows = report.skipped.map { entry in
            "- \(Self.escaped(entry.path)): \(words("skip_" + entry.reason))"
        }
        let head = words("skipped", ["count": "\(report.skipped.count)"])
        return ([head, ""] + rows).joined(separator: "\n")
    }

    private func warnings(_ report: ReportSource) -> String {
        if report.warnings.isEmpty { return "" }
        let rows = report.warnings.map { warning in
            let text = words("warning_" + warning.code.rawValue, ["count": "\(warning.count)"])
            return "- \(Self.escaped(warning.document)): \(text)"
        }
        return ([words("warnings"), ""] + rows).joined(separator: "\n")
    }

    private func table(_ title: String, _ head: [String], _ rows: [[String]]) -> String {
        let lines = [head, head.map { _ in "---" }] + rows
        let table = lines.map { "| " + $0.joined(separator: " | ") + " |" }
        return "## \(title)\n\n" + table.joined(separator: "\n")
    }

    /// A text in which nothing is taken for Markdown or HTML, and that cannot turn what follows.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            if "\\`*_{}[]<>#|~&!".unicodeScalars.contains(scalar) {
                result += "\\"
                result.unicodeScalars.append(scalar)
            } else if scalar.properties.isWhitespace {
                result += " "
            } else if scalar.properties.generalCategory != .control,
                scalar.properties.generalCategory != .format
            {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func short(_ text: String) -> String {
        text.count <= textLimit ? text : text.prefix(textLimit) + "…"
    }

    /// A share as a whole percentage, as the page writes it.
    static func percent(_ part: Int, _ whole: Int) -> String {
        guard whole > 0, part > 0 else { return "0%" }
        let share = 100 * Double(part) / Double(whole)
        if share < 1 { return "\\<1%" }
        if share > 99, part < whole { return "99%" }
        return "\(Int(share.rounded()))%"
    }

    private static func percent(_ share: Double) -> String {
        percent(Int((share * 10_000).rounded()), 10_000)
    }
}
