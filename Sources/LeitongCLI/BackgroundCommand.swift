import ArgumentParser
import Leitong
import LeitongCore
import LeitongDocuments

/// `leitong background`: what official prose always says.
struct BackgroundCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "background",
        abstract: "Make the model that tells set phrases from copies.",
        discussion: """
            A shared run of text tells of copying by as much as it is surprising. How surprising \
            each character is in ordinary prose is read from a model that is part of the program; \
            'build' makes such a model of other texts.
            """,
        subcommands: [BackgroundBuildCommand.self]
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
            documents hold are dropped, and of the others the most frequent kept. Equal input \
            gives an equal file.
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

    mutating func validate() throws {
        guard !input.paths.isEmpty else {
            throw ValidationError("Missing expected argument '<path> ...'")
        }
        guard maxSize >= BackgroundModel.leastSize else {
            throw ValidationError("--max-size must be at least \(BackgroundModel.leastSize)")
        }
    }

    func run() async throws {
        try input.protection().check(.init("--output", output))
        let loader = try Loader(
            reading: input.readingOptions,
            include: input.include,
            exclude: input.exclude
        )
        var collections: [Collection] = []
        for paths in balance ? input.paths.map({ [$0] }) : [input.paths] {
            collections.append(try await loader.load(paths: paths))
        }
        let skipped = collections.flatMap(\.batch.skipped)
        for entry in skipped { StandardError.say(entry.line) }
        let training = train(collections)
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
        if !skipped.isEmpty { throw ExitStatus.someSkipped }
    }

    private func train(_ collections: [Collection]) -> BackgroundTraining {
        let largest = collections.map(\.batch.documents.count).max() ?? 0
        var training = BackgroundTraining()
        for collection in collections where !collection.batch.documents.isEmpty {
            let weight = largest / collection.batch.documents.count
            training.add(collection, weight: balance ? Swift.min(weight, 10_000) : 1)
        }
        return training
    }
}
