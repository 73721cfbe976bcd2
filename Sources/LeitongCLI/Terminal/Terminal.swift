import Foundation

/// What is known of the terminal.
enum Terminal {
    enum Stream: Int32 {
        case standardOutput = 1
        case standardError = 2
    }

    /// Whether a stream goes to a terminal.
    static func isTerminal(_ stream: Stream) -> Bool {
        isatty(stream.rawValue) == 1
    }

    /// Columns of the terminal on standard output: what it says, else COLUMNS, else 100.
    static func width() -> Int {
        var size = winsize()
        // Safe: TIOCGWINSZ fills exactly one winsize.
        if unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 40 {
            return Int(size.ws_col)
        }
        let columns = ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) } ?? 100
        return Swift.max(40, columns)
    }
}

extension Terminal {
    /// The locale that messages are wanted in; empty where none is set.
    static var locale: String {
        let environment = ProcessInfo.processInfo.environment
        return ["LC_ALL", "LC_MESSAGES", "LANG"].lazy
            .compactMap { environment[$0] }
            .first { !$0.isEmpty } ?? ""
    }
}
