import ArgumentParser
import Leitong
@_spi(Core) import LeitongCore
import LeitongFiles
import LeitongModel

/// `leitong background`: what official prose always says.
struct BackgroundCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "background",
        abstract: "Make the model that tells set phrases from copies.",
        discussion: """
            A shared run of text tells of copying by as much as it is surprising. How surprising \
            each character is in ordinary prose is read from a model that is part of the program; \
            'build' makes such a model of other texts, 'weigh' says what a text tells by one.
            """,
        subcommands: [BackgroundBuildCommand.self, BackgroundWeighCommand.self]
    )
}

/// `leitong background build`.
struct BackgroundBuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Make a background model of ordinary prose.",
        discussion: """
            Counts in how many documents each run of up to six characters stands; a paragraph that \
            stands in several counts once. Runs of three characters or more that fewer than three \
            documents hold are dropped, and of the others those kept that tell most. Traditional \
            characters count as Simplified ones. Equal input gives an equal file.
            """
    )

    @OptionGroup(title: "Input")
    var input: InputArguments

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "Write the model to this file. It appears only when whole.",
            valueName: "file"
        ),
        completion: .file()
    )
    var output: String

    @Option(help: ArgumentHelp("Length of the model at most.", valueName: "bytes"))
    var maxSize = 4_000_000

    @Flag(
        help: ArgumentHelp(
            "Let each path weigh the same, however many documents it holds: those of the smaller count "
                + "for several."
        )
    )
    var balance = false

    @Option(
        name: .customLong("weight"),
        help: ArgumentHelp(
            "How many documents each of a path counts for, 1 to 65535. Once a path, in their order.",
            valueName: "number"
        )
    )
    var weights: [Int] = []

    mutating func validate() throws {
        guard !input.paths.isEmpty else {
            throw ValidationError("Missing expected argument '<path> ...'")
        }
        guard maxSize >= BackgroundModel.leastSize else {
            throw ValidationError("--max-size must be at least \(BackgroundModel.leastSize)")
        }
        guard !weights.isEmpty else { return }
        guard !balance else { throw ValidationError("Either --weight or --balance, not both") }
        guard weights.count == input.paths.count else {
            throw ValidationError(
                "--weight must be given once for each of the \(Counted.text(input.paths.count, "path"))"
            )
        }
        guard weights.allSatisfy((1...Int(UInt16.max)).contains) else {
            throw ValidationError("--weight must be between 1 and \(UInt16.max)")
        }
    }

    func run() async throws {
        try input.protection().check(.init("--output", output))
        let loader = try Loader(
            reading: input.readingOptions,
            include: input.include,
            exclude: input.exclude
        )
        var corpora: [Corpus] = []
        for paths in balance || !weights.isEmpty ? input.paths.map({ [$0] }) : [input.paths] {
            corpora.append(try await loader.load(paths: paths))
        }
        let skipped = corpora.flatMap(\.batch.skipped)
        for entry in skipped { StandardError.say(entry.line) }
        let training = train(corpora)
        guard training.documentCount > 0 else {
            StandardError.say("no document could be read")
            throw ExitStatus.wrongUse
        }
        let bytes = training.finish(maxBytes: maxSize)
        try OutputFile.write(to: output) { sink in try sink(bytes) }
        StandardError.say(
            "\(output): \(Counted.text(bytes.count, "byte")) of "
                + "\(Counted.text(training.documentCount, "document")), "
                + "\(Counted.text(training.characterCount, "character"))"
        )
        try ExitStatus.end(skipped: skipped.count)
    }

    private func train(_ corpora: [Corpus]) -> BackgroundTraining {
        let largest = corpora.map(\.batch.documents.count).max() ?? 0
        var training = BackgroundTraining()
        for (index, corpus) in corpora.enumerated()
        where !corpus.batch.documents.isEmpty {
            let weight = balance ? largest / corpus.batch.documents.count : 1
            training.add(
                corpus,
                weight: weights.isEmpty ? Swift.min(weight, 10_000) : weights[index]
            )
        }
        return training
    }
}
