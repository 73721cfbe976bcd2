import ArgumentParser
import Leitong
import LeitongReport

/// `leitong find`.
struct FindCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "find",
        abstract: "Find the paragraphs and passages that stand in more than one place.",
        discussion: """
            Every paragraph is compared with every other. Paragraphs that are equal but for case, \
            width, punctuation and white space, or whose shingles agree to at least the threshold, \
            are shown as one group with all their places. Nothing is reported that was not \
            verified on the text itself.

            Passages are found too, inside paragraphs and across them: every run of --min-run \
            characters that two documents share, or two places of one, is in a reported passage or \
            phrase. What many documents say (set phrases) and what they quote does not count as \
            copying, and is told apart.

            A file that compiles several speeches, each under a line that holds only an ordinal \
            such as （一） or 第一篇, is read as sections, named FILE#1, FILE#2 and so on.

            A folder may hold a file .leitongignore: patterns, one a line, of what is left out below it.
            """
    )

    @OptionGroup(title: "Input")
    var input: InputArguments

    @OptionGroup(title: "Comparison")
    var comparison: ComparisonArguments

    @OptionGroup(title: "Search")
    var search: SearchArguments

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
        if output.format == .html, search.only == .paragraphs {
            throw ValidationError("--format html shows passages: leave out --only paragraphs")
        }
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
        search.apply(to: &options)
        let run = CommandRun(arguments, budget: budget, pairing: options.pairing)
        try run.refuseSections()
        let corpus = try await run.corpus(for: &options)
        let content = ReportContent(
            detail: output.detail,
            keepsTexts: output.format == .html,
            hints: .arguments
        )
        let finder = Finder(options: options, content: content)
        let report = try await finder.source(in: corpus, context: run.context)
        try run.finish(
            report,
            shares: report.documents.map { CopiedShare(name: $0.name, share: $0.copiedShare) }
        )
    }
}
