import Foundation
import LeitongReport

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
