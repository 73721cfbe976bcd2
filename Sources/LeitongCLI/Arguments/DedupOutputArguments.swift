import ArgumentParser
import Foundation
import Leitong
import LeitongFiles
import LeitongReport

/// Where the documents that stay go, and what is said of the others.
struct DedupOutputArguments: ParsableArguments {
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "Write to this file, or into this folder if it is one or its name ends in /; the folder "
                + "must be empty or new. Otherwise to standard output. It appears only when whole.",
            valueName: "path"
        ),
        completion: .file()
    )
    var output: String?

    @Option(
        help: ArgumentHelp(
            "Write to this file what was removed and why, one JSON object a line.",
            valueName: "file"
        ),
        completion: .file()
    )
    var log: String?

    @Option(help: ArgumentHelp("Form of the summary on standard error.", valueName: "format"))
    var format = SummaryFormat.text

    @OptionGroup
    var progress: ProgressArguments

    mutating func validate() throws {
        guard log == nil || log != output else {
            throw ValidationError("--log and --output must not be the same file")
        }
        guard log != "-" || output != nil else {
            throw ValidationError("--log - needs --output: both cannot go to standard output")
        }
    }

    /// Where the documents go.
    ///
    /// - Throws: ``OutputError`` for a folder that holds something.
    func target() throws -> DedupTarget {
        guard let output, output != "-" else { return .standardOutput }
        var isFolder = ObjCBool(false)
        let exists = unsafe FileManager.default.fileExists(atPath: output, isDirectory: &isFolder)
        guard output.hasSuffix("/") || exists && isFolder.boolValue else { return .file(output) }
        guard !exists || isFolder.boolValue else {
            throw OutputError(description: "\(output): is no folder")
        }
        if exists, try !FileManager.default.contentsOfDirectory(atPath: output).isEmpty {
            throw OutputError(
                description: "\(output): is not empty; what stands there would mix with the output"
            )
        }
        return .folder(output)
    }

    /// Writes the log, if one is wanted.
    ///
    /// - Throws: ``OutputError`` if it cannot be written.
    func writeLog(of documents: DeduplicatedDocuments) throws {
        guard let log else { return }
        let body = { (sink: OutputFile.Sink) throws in
            try withoutActuallyEscaping(sink) { sink in
                var log = DeduplicationLog<any Error>(to: sink)
                try documents.write(to: &log)
                try log.finish()
            }
        }
        if log == "-" {
            try OutputFile.writeToStandardOutput(body)
        } else {
            try OutputFile.write(to: log, body)
        }
    }

    /// Writes the summary to standard error.
    func write(_ summary: DeduplicationSummary) {
        switch format {
        case .text:
            for line in summary.lines(hints: .arguments) { StandardError.say(line) }
        case .json:
            let lines = summary.json.split(separator: 0x0A)
            StandardError.write(lines: lines.map { String(decoding: $0, as: UTF8.self) })
        }
    }
}

/// Form of the summary.
enum SummaryFormat: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
}

/// Where documents without duplicates go.
enum DedupTarget {
    case standardOutput
    case file(String)
    case folder(String)

    /// The one file, if it is that.
    var file: String? {
        if case .file(let path) = self { path } else { nil }
    }
}
