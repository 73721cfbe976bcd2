import ArgumentParser
import Foundation
import Leitong
import LeitongReport
import LeitongSamples
import LeitongStorage

/// The one place where an error becomes words and an exit status.
enum ErrorExit {
    /// Ends the program for an error of any kind.
    static func leave(_ error: any Error) -> Never {
        switch error {
        case let error as LeitongError:
            StandardError.say(error.commandLineWords)
            Foundation.exit(ExitStatus.wrongUse.rawValue)
        case let error as CommandError:
            StandardError.say(error.description)
            Foundation.exit(ExitStatus.wrongUse.rawValue)
        case let error as CorpusError:
            StandardError.say(error.description)
            Foundation.exit(ExitStatus.wrongUse.rawValue)
        case let error as StorageError:
            StandardError.say(LeitongError.noScratchSpace(error).commandLineWords)
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
