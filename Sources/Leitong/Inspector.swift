@_spi(Core) public import LeitongCore
import LeitongModel
public import LeitongReport

/// Tells what was understood of documents, and what will be compared of them.
///
/// ```swift
/// let corpus = Corpus(pages.map { InputText(id: $0.address, text: $0.text) })
/// for document in Inspector().inspect(corpus) {
///     print(document.name, document.encoding, document.warnings.map(\.message))
/// }
/// ```
public struct Inspector: Sendable {
    private let folder: Folder
    private let minParagraph: Int
    private let keepsText: Bool
    private let hints: ReportHints

    /// Below this an encoding is doubtful.
    private static let sureConfidence = 0.5

    /// Creates an inspector.
    ///
    /// - Parameters:
    ///   - folding: What is done to a text before it is compared.
    ///   - minParagraph: Characters from which on a paragraph is compared.
    ///   - keepsText: Whether the text of documents is told too.
    ///   - hints: What settles what is warned of.
    public init(
        folding: FoldingLevel = .standard,
        minParagraph: Int = ComparisonOptions().minParagraph,
        keepsText: Bool = false,
        hints: ReportHints = ReportHints()
    ) {
        folder = Folder(level: folding)
        self.minParagraph = minParagraph
        self.keepsText = keepsText
        self.hints = hints
    }

    /// Tells what was understood of each document, in their order.
    ///
    /// - Parameter corpus: The documents.
    /// - Returns: One entry a document.
    /// - Complexity: Linear in the text.
    public func inspect(_ corpus: Corpus) -> [InspectedDocument] {
        let names = UniqueNames.naming(corpus.batch.documents)
        return corpus.batch.documents.enumerated()
            .map { index, document in
                inspect(document, names.name(of: index), in: corpus.batch)
            }
    }

    /// The inputs of a corpus that could not be used.
    ///
    /// - Parameter corpus: The documents.
    /// - Returns: One entry an input, in the order of the input.
    /// - Complexity: Linear in the entries.
    public static func skipped(of corpus: Corpus) -> [SkippedEntry] {
        corpus.batch.skipped.map { SkippedEntry($0) }
    }

    private func inspect(
        _ document: Document,
        _ name: String,
        in batch: DocumentBatch
    ) -> InspectedDocument {
        var entry = InspectedDocument(
            name: name,
            path: document.path,
            format: document.format.rawValue,
            encoding: document.encoding,
            encodingBasis: document.encodingEvidence.basis.rawValue,
            encodingConfidence: document.encodingEvidence.confidence
        )
        entry.title = document.title
        entry.date = document.date?.text
        entry.dateSource = document.dateSource?.rawValue
        entry.fileDate = document.fileDate?.text
        entry.paragraphs = document.paragraphs.count
        entry.characters = document.scalarCount
        entry.sections = batch.sections[document.sections]
            .map { section in
                InspectedDocument.Section(
                    number: section.ordinal,
                    title: section.title,
                    date: section.date?.text,
                    paragraphs: section.paragraphs.count
                )
            }
        let found = foldParagraphs(of: document, in: batch)
        entry.comparedCharacters = found.characters
        if keepsText { entry.text = found.lines }
        entry.warnings = warnings(of: document, found)
        return entry
    }

    /// What a walk over the paragraphs of a document finds.
    private struct Findings {
        var lines: [InspectedDocument.Line] = []
        var characters = 0
        var longest = 0
        var replacementCount = 0
        var privateCount = 0
    }

    private func foldParagraphs(of document: Document, in batch: DocumentBatch) -> Findings {
        var found = Findings()
        var folded = FoldedText()
        var scratch: [UInt8] = []
        for index in document.paragraphs {
            batch.withText(ofParagraph: index, scratch: &scratch) { text in
                folder.fold(text, into: &folded, keepingMap: false)
                Self.count(text, &found)
            }
            found.characters += folded.characterCount
            found.longest = Swift.max(found.longest, folded.characterCount)
            guard keepsText else { continue }
            found.lines.append(
                InspectedDocument.Line(
                    line: Int(batch.paragraphs[index].line),
                    text: Self.shown(folded)
                )
            )
        }
        return found
    }

    /// Counts the characters that tell of trouble: U+FFFD is EF BF BD, the private area U+E000 to
    /// U+F8FF begins with EE to EF A3.
    private static func count(_ text: Span<UInt8>, _ found: inout Findings) {
        for index in text.indices.dropLast(2) where text[index] == 0xEE || text[index] == 0xEF {
            let (lead, second, third) = (text[index], text[index + 1], text[index + 2])
            if lead == 0xEF, second == 0xBF, third == 0xBD { found.replacementCount += 1 }
            if lead == 0xEE || second <= 0xA3 { found.privateCount += 1 }
        }
    }

    /// The folded text with a sign for each redaction mark that no folded text holds.
    private static func shown(_ folded: FoldedText) -> String {
        let text = String(decoding: folded.bytes, as: UTF8.self)
        guard folded.wildcardCount > 0 else { return text }
        var view = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            view.append(scalar.value == FoldedText.wildcard ? "*" : scalar)
        }
        return String(view)
    }

    private func warnings(
        of document: Document,
        _ found: Findings
    ) -> [InspectedDocument.Warning] {
        var warnings: [InspectedDocument.Warning] = []
        if document.encodingEvidence.confidence < Self.sureConfidence {
            let hint = hints.behind(.uncertainEncoding)
            let message = "little speaks for \(document.encoding)\(hint)"
            warnings.append(.init(.uncertainEncoding, message))
        }
        if found.replacementCount > 0 {
            let message =
                "holds U+FFFD (\(found.replacementCount)): it was damaged before it was written"
            warnings.append(.init(.replacementCharacters, message))
        }
        if found.privateCount > 0 {
            let message = "holds \(found.privateCount) characters of private use"
            warnings.append(.init(.privateUse, message))
        }
        if found.longest < minParagraph {
            let message = "no paragraph has the \(minParagraph) characters to be compared as one"
            warnings.append(.init(.nothingCompared, message))
        }
        return warnings
    }
}
