@_spi(Core) import LeitongCore

/// Finds all that rows, scores and reports are made of: the one way for whoever finds and whoever
/// scores, so that both tell the same of two documents.
struct FindingsSearch: Sendable {
    /// What was asked.
    let options: ComparisonOptions
    /// Whether paragraphs, passages or both are looked for.
    let scope: SearchScope

    /// Finds what documents share.
    ///
    /// - Parameters:
    ///   - corpus: The documents.
    ///   - context: How it is run.
    /// - Returns: What was found; equal for equal documents and options.
    /// - Throws: ``LeitongError`` if an option cannot be honoured, `CancellationError`, or what says that
    ///   no scratch space is to be had.
    /// - Complexity: Linear in the text, plus the verified candidates.
    func findings(in corpus: Corpus, context: RunContext) async throws -> Findings {
        let method = try options.candidateMethod()
        // A rule that nothing is looked for with is not asked for: it may not stand for these options.
        let seedRule = scope == .paragraphs ? nil : try options.seedRule()
        let (pairRule, missing) = corpus.pairRule(for: options.pairing)
        let paragraphs = try await ParagraphSearch(
            options: options,
            method: method,
            // Where only some pairs count, the nearest copy may not be among them.
            expandsAll: options.listsAllPairs || options.pairing != .all,
            looksForCopies: scope != .passages,
            pairRule: pairRule
        )
        .findings(in: corpus.batch, context: context)
        var passages: PassageFindings?
        if let seedRule {
            passages = try await PassageSearch(options: options, rule: seedRule, pairRule: pairRule)
                .findings(in: corpus, context: context)
        }
        return Findings(
            corpus: corpus,
            paragraphs: paragraphs,
            passages: passages,
            options: options,
            method: method,
            pairRule: pairRule,
            missing: missing
        )
    }
}
