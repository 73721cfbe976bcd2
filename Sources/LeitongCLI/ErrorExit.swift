import ArgumentParser
import Foundation
import Leitong
import LeitongReport
import LeitongSamples
import LeitongStorage

/// The exit statuses, written down once.
enum ExitStatus {
    /// The limit of `--fail-above` was passed.
    static let limitPassed = ExitCode(1)
    /// Wrong use, or nothing could be read.
    static let wrongUse = ExitCode(2)
    /// Finished, but some input was skipped.
    static let someSkipped = ExitCode(3)
}

/// The one place where an error becomes words and an exit status.
enum ErrorExit {
    /// Ends the program for an error of any kind.
    static func leave(_ error: any Error) -> Never {
        switch error {
        case let error as LeitongError:
            StandardError.say(error.description)
            Foundation.exit(ExitStatus.wrongUse.rawValue)
        case let error as CorpusError:
            StandardError.say(error.description)
            Foundation.exit(ExitStatus.wrongUse.rawValue)
        case let error as StorageError:
            StandardError.say(LeitongError(error).description)
            Foundation.exit(ExitStatus.wrongUse.rawValue)
        case let error as OutputError:
            StandardError.say(error.description)
            Foundation.exit(ExitStatus.wrongUse.rawValue)
        default:
            leaveAsParser(error)
        }
    }

    /// The parser's own cases: help and version are no errors, a status is passed on, misuse is 2.
    private static func leaveAsParser(_ error: any Error) -> Never {
        let code = LeitongCommand.exitCode(for: error)
        let message = LeitongCommand.fullMessage(for: error is ExitCode ? error : shown(error))
        if code == .success {
            if !message.isEmpty { print(message) }
            Foundation.exit(0)
        }
        if !message.isEmpty { StandardError.write(lines: message.components(separatedBy: "\n")) }
        let isStatus = error is ExitCode
        Foundation.exit(isStatus ? code.rawValue : ExitStatus.wrongUse.rawValue)
    }

    /// An error of the parser that repeats no line end of an argument.
    ///
    /// In its message those could not be told from its own: the arguments are parsed again as they are
    /// shown. A message that came from elsewhere stays.
    private static func shown(_ error: any Error) -> any Error {
        let arguments = CommandLine.arguments.dropFirst()
        let printable = arguments.map(PrintableText.line)
        guard !printable.elementsEqual(arguments) else { return error }
        do {
            _ = try LeitongCommand.parseAsRoot(printable)
            return error
        } catch let shown {
            return shown
        }
    }
}

/// Standard error, unbuffered: the one door to it.
///
/// Names and texts come from files nobody vouches for, so that no line leaves here with a character
/// that a terminal obeys, and no name breaks a line.
enum StandardError {
    /// Writes a message of the program on a line of its own.
    static func say(_ message: String) {
        write(lines: ["leitong: " + message])
    }

    /// Writes lines, each made printable.
    static func write(lines: [String]) {
        draw(lines.map { PrintableText.line($0) + "\n" }.joined())
    }

    /// Writes text as it is: what moves the cursor, and holds nothing that was read.
    static func draw(_ text: String) {
        // A closed standard error is nobody's to be told about.
        try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
    }
}
