internal import CReportPage
internal import Foundation
internal import Mustache

/// Writes the report as one page that needs nothing beside it.
///
/// ```swift
/// let finder = Finder(content: ReportContent(keepsTexts: true))
/// let source = try await finder.source(in: corpus)
/// try HTMLWriter().write(source) { bytes in try store.write(bytes) }
/// ```
///
/// The page asks nobody for anything: script, style and data stand in it, and its policy allows
/// nothing else. What a document says is data throughout: the script never takes it for markup.
public struct HTMLWriter: ReportWriter {
    private let words: PageWords

    /// Creates a writer for readers of a language.
    ///
    /// - Parameter language: Their language.
    public init(language: ReportLanguage = .english) {
        words = PageWords(language)
    }

    /// Writes a report as a page.
    ///
    /// - Parameters:
    ///   - report: What to show; its ``ReportSource/texts`` are needed for all but the overview.
    ///   - sink: Takes the page.
    /// - Throws: What `sink` throws.
    public func write<Failure: Error>(
        _ report: ReportSource,
        to sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        try sink(Array(page(report).utf8))
    }

    private func page(_ report: ReportSource) -> String {
        let (script, style) = (
            PageFile.text(leitong_page_script), PageFile.text(leitong_page_style)
        )
        let values: [String: Any] = [
            "language": words.language.rawValue,
            "version": report.header.tool.version,
            "title": words("title", ["count": "\(report.documents.count)"]),
            "script": script,
            "style": style,
            "scriptHash": Self.hash(of: script),
            "styleHash": Self.hash(of: style),
            "words": words.table,
            "wordsData": PageData.escaped(Array(words.json.utf8)),
            "data": PageData.json(report),
            "documents": report.documents.map {
                [
                    "name": $0.name, "characters": "\($0.characters)",
                    "copied": "\($0.copiedCharacters)",
                ]
            },
        ]
        return Self.template.render(values)
    }

    private static let template: MustacheTemplate = {
        do {
            return try MustacheTemplate(string: PageFile.text(leitong_page_template))
        } catch {
            // A test renders it: a broken template is never built in.
            preconditionFailure("page.mustache: \(error)")
        }
    }()

    private static func hash(of text: String) -> String {
        Data(SHA256.digest(of: text.utf8)).base64EncodedString()
    }
}
