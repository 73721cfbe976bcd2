import ArgumentParser
import Leitong
import LeitongReport

/// `leitong score`.
struct ScoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "score",
        abstract: "Score how much two documents share, or all pairs of many.",
        discussion: """
            For each pair: the share of A's characters that stand in passages or paragraphs copied \
            in B, the share of B's in A, the resemblance of the two texts as a whole (exact Jaccard \
            similarity of their shingle sets), and the longest copy they share. Set phrases and \
            quotations do not count; redaction marks count on neither side.

            A is the document that comes first by name, in whichever order they are given. PATH#N \
            names the Nth section of a compiled file: leitong score notes.txt#3 notes.txt#6
            """
    )

    @OptionGroup(title: "Input")
    var input: InputArguments

    @OptionGroup(title: "Comparison")
    var comparison: ComparisonArguments

    @OptionGroup(title: "Passages")
    var passages: PassageArguments

    @OptionGroup(title: "Pairs")
    var pairs: PairingArguments

    @OptionGroup(title: "Memory")
    var memory: MemoryArguments

    @OptionGroup(title: "Output")
    var output: OutputArguments

    mutating func validate() throws {
        try pairs.requireDocuments(besides: input.paths)
    }

    private var arguments: RunArguments {
        RunArguments(
            input: input,
            comparison: comparison,
            passages: passages,
            pairs: pairs,
            memory: memory,
            output: output
        )
    }

    func run() async throws {
        let arguments = arguments
        let budget = try arguments.memory.budget()
        var options = try arguments.options()
        let run = CommandRun(arguments, budget: budget, pairing: options.pairing)
        let corpus = try await run.corpus(for: &options)
        let scorer = Scorer(
            options: options,
            content: ReportContent(keepsTexts: output.format == .html, hints: .arguments)
        )
        let report = try await scorer.source(
            corpus,
            only: run.selectedUnits(of: corpus),
            context: run.context
        )
        try run.finish(
            report,
            shares: report.pairs.flatMap {
                [
                    CopiedShare(name: $0.a, share: $0.aCovered, other: $0.b),
                    CopiedShare(name: $0.b, share: $0.bCovered, other: $0.a),
                ]
            }
        )
    }
}
