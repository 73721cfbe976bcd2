public import ArgumentParser
import Foundation
import Leitong
public import LeitongReport

/// Where the report goes, and in which form.
struct OutputArguments: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "text for a reader; html for a browser; markdown for pasting; json for everything; jsonl for one row a cluster, match or pair; csv for a spreadsheet.",
            valueName: "format"
        )
    )
    var format = OutputFormat.text

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "Write the report to this file instead of standard output. It appears only when whole.",
            valueName: "file"
        ),
        completion: .file()
    )
    var output: String?

    @Option(
        help: ArgumentHelp(
            "Language of html and markdown: en or zh-Hans; else that of the locale.",
            valueName: "language"
        )
    )
    var language: ReportLanguage?

    @Flag(help: "Open the html report in the browser; with --output.")
    var open = false

    @Option(
        help: ArgumentHelp(
            "Colour in text output: auto, always or never. NO_COLOR turns auto off.",
            valueName: "when"
        )
    )
    var color = When.auto

    @OptionGroup
    var progress: ProgressArguments

    @Option(
        name: .customLong("fail-above"),
        help: ArgumentHelp(
            "Exit with status 1 if more than this share of any document was copied.",
            valueName: "percent"
        )
    )
    var failAbove: Double?

    mutating func validate() throws {
        guard (failAbove ?? 0) >= 0, (failAbove ?? 0) <= 100 else {
            throw ValidationError("--fail-above must be between 0 and 100")
        }
        if open, format != .html || (output ?? "-") == "-" {
            throw ValidationError("--open needs --format html and --output <file>")
        }
    }

    /// How much of the report the format and the limit need.
    var detail: ReportDetail {
        format == .jsonl && failAbove == nil ? .matches : .full
    }

    /// Writes a report to where it was asked for.
    ///
    /// - Parameters:
    ///   - report: The report, whose rows are made as they are written.
    ///   - context: Its threads render it.
    /// - Throws: ``OutputError`` if it cannot be written; a reader that went away is no error.
    func write(_ report: ReportSource, context: RunContext) throws {
        let isTerminal = (output ?? "-") == "-" && Terminal.isTerminal(.standardOutput)
        let noColor = ProcessInfo.processInfo.environment["NO_COLOR"] ?? ""
        let writer = format.writer(
            text: TextWriter(
                color: color.isWanted(otherwise: isTerminal && noColor.isEmpty),
                width: isTerminal ? Terminal.width() : 100,
                hints: .arguments
            ),
            language: language ?? ReportLanguage(locale: Terminal.locale),
            context: context
        )
        if let output, output != "-" {
            try OutputFile.write(to: output) { sink in try writer.write(report, to: sink) }
            if open { Browser.open(output) }
        } else {
            try OutputFile.writeToStandardOutput { sink in try writer.write(report, to: sink) }
        }
    }
}

extension OutputFormat: ExpressibleByArgument {}

extension ReportLanguage: ExpressibleByArgument {
    /// A language by its tag; the shorter tags that people write mean the same.
    public init?(argument: String) {
        switch argument.lowercased() {
        case "zh", "zh-cn", "zh-hans": self = .chinese
        case "en": self = .english
        default: return nil
        }
    }
}
