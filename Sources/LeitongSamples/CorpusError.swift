/// Why a corpus could not be read, expanded or written.
///
/// `description` is the line a person reads: `recipes/11-note.txt:5: unknown directive @coppy`.
public struct CorpusError: Error, Sendable, Equatable {
    /// What kind of mistake it was.
    public struct Code: Sendable, Hashable {
        private let name: String

        /// A recipe line that is not written as a recipe line must be.
        public static let malformedRecipe = Code(name: "malformedRecipe")
        /// A recipe names a speech, paragraph, sentence or word that does not exist.
        public static let missingSource = Code(name: "missingSource")
        /// A file or folder could not be read.
        public static let unreadable = Code(name: "unreadable")
        /// A file could not be written.
        public static let unwritable = Code(name: "unwritable")
    }

    /// What kind of mistake it was.
    public let code: Code
    /// The file it was found in.
    public let file: String
    /// The line it was found on, counted from 1, where there is one.
    public let line: Int?
    /// What is wrong, in words.
    public let reason: String
    /// The error below this one, in words.
    public let underlying: String?

    init(_ code: Code, file: String, line: Int? = nil, reason: String, underlying: String? = nil) {
        self.code = code
        self.file = file
        self.line = line
        self.reason = reason
        self.underlying = underlying
    }
}

extension CorpusError: CustomStringConvertible {
    /// `file:line: reason`, followed by the error below it where there is one.
    public var description: String {
        let place = line.map { "\(file):\($0)" } ?? file
        return "\(place): \(reason)" + (underlying.map { ": \($0)" } ?? "")
    }
}
