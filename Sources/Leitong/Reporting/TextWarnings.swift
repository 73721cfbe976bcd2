@_spi(Core) import LeitongCore
import LeitongModel
import LeitongReport

/// Warns of characters that hide copies (``SuspectCharacters``), document by document.
struct TextWarnings {
    let corpus: Corpus

    /// The warnings, in the order of the input.
    ///
    /// - Complexity: Linear in the text.
    func warnings() -> [TextWarning] {
        var warnings: [TextWarning] = []
        var scratch: [UInt8] = []
        for index in corpus.units.indices {
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
                warnings.append(TextWarning(document: name, code: code, count: count))
            }
        }
        return warnings
    }
}
