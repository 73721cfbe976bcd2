/// Another name of a file that is read: a link to it, or another path.
///
/// ```swift
/// for name in corpus.furtherNames { print(name.path, "is", name.file) }
/// ```
public struct FurtherName: Sendable, Equatable {
    /// The name, by which the file is not read again.
    public var path: String
    /// The path that the file is read by, and named in reports.
    public var file: String

    /// Creates an entry.
    public init(path: String, file: String) {
        self.path = path
        self.file = file
    }
}
