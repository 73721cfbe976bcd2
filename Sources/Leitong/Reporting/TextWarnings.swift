@_spi(Core) import LeitongCore
import LeitongModel
import LeitongReport

/// Warns of characters that hide copies (``SuspectCharacters``), document by document.
struct TextWarnings: Sendable {
    let corpus: Corpus
    /// What settles what is warned of.
    var hints = ReportHints()

    /// Units that one task goes through at a time.
    private static let chunkSize = 32

    /// Goes through all units.
    ///
    /// - Parameter context: How it is run.
    /// - Returns: The warnings, in the order of the input.
    /// - Throws: `CancellationError`.
    /// - Complexity: Linear in the text.
    func warnings(context: RunContext) async throws -> [TextWarning] {
        let parts = try await context.map(
            count: corpus.units.count,
            chunkSize: Self.chunkSize
        ) { warnings(ofUnits: $0) }
        return Array(parts.joined())
    }

    private func warnings(ofUnits units: Range<Int>) -> [TextWarning] {
        var warnings: [TextWarning] = []
        var scratch: [UInt8] = []
        for index in units {
            var suspects = SuspectCharacters()
            for paragraph in corpus.units.paragraphs(ofUnit: index) {
                corpus.batch.withText(ofParagraph: paragraph, scratch: &scratch) { text in
                    suspects.count(in: text)
                }
            }
            guard !suspects.isEmpty else { continue }
            let counts: [(TextWarning.Code, Int)] = [
                (.marksOverHan, suspects.marksOverHan), (.privateUse, suspects.privateUse),
                (.mixedScripts, suspects.mixedWords),
            ]
            let name = corpus.units.name(ofUnit: index)
            for (code, count) in counts where count > 0 {
                warnings.append(
                    TextWarning(document: name, code: code, count: count, hints: hints)
                )
            }
        }
        return warnings
    }
}
