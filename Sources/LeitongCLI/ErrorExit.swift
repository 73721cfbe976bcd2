import ArgumentParser
import Foundation
import Leitong
import LeitongCorpus
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
            StandardError.write("leitong: \(error.description)\n")
            Foundation.exit(ExitStatus.wrongUse.rawValue)
        case let error as CorpusError:
            StandardError.write("leitong: \(error.description)\n")
            Foundation.exit(ExitStatus.wrongUse.rawValue)
        case let error as StorageError:
            StandardError.write("leitong: \(LeitongError(error).description)\n")
            Foundation.exit(ExitStatus.wrongUse.rawValue)
        case let error as OutputError:
            StandardError.write("leitong: \(error.description)\n")
            Foundation.exit(ExitStatus.wrongUse.rawValue)
        default:
            leaveAsParser(error)
        }
    }

    /// The parser's own cases: help and version are no errors, a status is passed on, misuse is 2.
    private static func leaveAsParser(_ error: any Error) -> Never {
        let code = LeitongCommand.exitCode(for: error)
        let message = LeitongCommand.fullMessage(for: error)
        if code == .success {
            if !message.isEmpty { print(message) }
            Foundation.exit(0)
        }
        if !message.isEmpty { StandardError.write(message + "\n") }
        let isStatus = error is ExitCode
        Foundation.exit(isStatus ? code.rawValue : ExitStatus.wrongUse.rawValue)
    }
}

/// Standard error, unbuffered.
enum StandardError {
    static func write(_ text: String) {
        // A closed standard error is nobody's to be told about.
        try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
    }
}
