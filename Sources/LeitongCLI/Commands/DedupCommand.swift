import ArgumentParser
import Leitong
import LeitongFiles
import LeitongReport

/// `leitong dedup`.
struct DedupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dedup",
        abstract: "Write documents anew without duplicates.",
        discussion: """
            Two documents (or paragraphs, with --level paragraph) are duplicates if they are equal \
            but for case, width, punctuation and white space, or if the Jaccard similarity of \
            their shingles reaches the threshold; each is verified on the text itself. A document \
            is compared as one text, wherever its lines are broken, and however short; paragraphs \
            shorter than --min-paragraph always stay.

            Documents are gone through in the order in which they deserve to stay (--keep); each \
            stays unless it is a duplicate of one that stays. So nothing goes by a chain: where B \
            is like A, and C like B but not like A, B goes and C stays. Files come in the order \
            of their paths, in whichever order they are given.

            JSON Lines in, JSON Lines out: the records that stay, byte for byte and in order, to \
            standard output, one file, or one file each if --output is a folder. Other files need \
            a folder; there they are written byte for byte under the paths they have below \
            what was given. At the level of paragraphs the removed ones go with the blank lines \
            behind them, from a record's text too, and every other byte stays; what is left \
            without a paragraph is dropped. JSON Lines are written in UTF-8.

            --log names everything that was removed, and why. What cannot be read is not written: \
            it is named on standard error and in the log, and the exit status is 3.
            """
    )

    @OptionGroup(title: "Input")
    var input: InputArguments

    @OptionGroup(title: "Duplicates")
    var duplicates: DuplicateArguments

    @OptionGroup(title: "Comparison")
    var comparison: ComparisonArguments

    @OptionGroup(title: "Memory")
    var memory: MemoryArguments

    @OptionGroup(title: "Output")
    var output: DedupOutputArguments

    mutating func validate() throws {
        guard !input.paths.isEmpty else {
            throw ValidationError("Missing expected argument '<path> ...'")
        }
    }

    private var options: DeduplicationOptions {
        var options = DeduplicationOptions()
        options.comparison = comparison.options
        options.level = duplicates.level
        options.keep = duplicates.keep
        return options
    }

    func run() async throws {
        let budget = try memory.budget()
        let options = options
        _ = try options.comparison.candidateMethod()
        if comparison.explain {
            StandardError.write(lines: try PlanExplanation.lines(options.comparison))
        }
        let target = try output.target()
        try input.protection()
            .check(
                .init("--output", target.file),
                .init("--log", output.log)
            )
        let observer = output.progress.observer(budget)
        let context = RunContext(
            threads: comparison.threadCount,
            memory: budget,
            progress: observer.progress
        )
        let corpus = try await DocumentLoading(
            input: input,
            explains: comparison.explain,
            context: context
        )
        .load(paths: input.paths)
        let writing = try DedupWriting(corpus, target: target, input: input)
        let result = try await Deduplicator(options: options).deduplicate(corpus, context: context)
        let documents = DeduplicatedDocuments(corpus, result)
        var summary = documents.summary
        // The log comes first: where there is output, there is its account.
        try output.writeLog(of: documents)
        summary.bytesWritten = try writing.write(documents)
        output.write(summary)
        observer.finish()
        try ExitStatus.end(skipped: summary.skipped)
    }
}
