public import ArgumentParser
import Leitong
@_spi(Core) import LeitongCore
import LeitongModel
public import LeitongReport
import LeitongStorage

/// `leitong inspect`: what was understood of each file.
struct InspectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: "Show what is understood of each file: encoding, title, date, sections, text.",
        discussion: """
            For each document: its format, its encoding and how that was told, title, date, \
            sections, paragraphs, characters, and what to look at. --text prints the text as it is \
            compared, a paragraph a line, each with its line in the file; * stands for a redaction \
            mark.

              leitong inspect notes/                    how each file was read
              leitong inspect a.txt --text              what is compared of it
              leitong inspect notes/ --format jsonl     one object a document

            What is not sure is unknown rather than guessed. What cannot be read is named on \
            standard error and in JSON, and the exit status is 3.
            """
    )

    @OptionGroup(title: "Input")
    var input: InputArguments

    @Flag(help: "Print the text as it is compared; in JSON as the member text.")
    var text = false

    @Option(
        help: ArgumentHelp(
            "standard, variants, confusables or none, as for 'leitong find'.",
            valueName: "level"
        )
    )
    var fold = FoldingLevel.standard

    @Option(help: ArgumentHelp("text, json or jsonl.", valueName: "format"))
    var format = InspectionFormat.text

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("Write to this file instead of standard output.", valueName: "file"),
        completion: .file()
    )
    var output: String?

    mutating func validate() throws {
        guard !input.paths.isEmpty else {
            throw ValidationError("Missing expected argument '<path> ...'")
        }
    }

    func run() async throws {
        try input.protection().check(.init("--output", output))
        let corpus = try await DocumentLoading(
            input: input,
            explains: false,
            context: RunContext()
        )
        .load(paths: input.paths)
        for name in corpus.furtherNames {
            StandardError.say("\(name.path): another name of \(name.file)")
        }
        let inspector = Inspector(folding: fold, keepsText: text, hints: .arguments)
        let documents = inspector.inspect(corpus)
        let skipped = Inspector.skipped(of: corpus)
        let writer = InspectionWriter(format: format, printsText: text)
        if let output, output != "-" {
            try OutputFile.write(to: output) { sink in
                try writer.write(documents, skipped: skipped, to: sink)
            }
        } else {
            try OutputFile.writeToStandardOutput { sink in
                try writer.write(documents, skipped: skipped, to: sink)
            }
        }
        try ExitStatus.end(skipped: skipped.count)
    }
}

extension InspectionFormat: ExpressibleByArgument {}
