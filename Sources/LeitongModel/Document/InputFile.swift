/// A file to be read: its name in the system's own bytes, and as it is shown.
///
/// ```swift
/// for file in corpus.files where !file.input.isStandardInput { print(file.input.path) }
/// ```
public struct InputFile: Sendable, Equatable {
    /// The path in bytes, which need not be UTF-8; empty for standard input.
    public var systemPath: [UInt8]
    /// The path as it is named in reports.
    public var path: String
    /// Whether this is standard input.
    public var isStandardInput: Bool

    /// Creates a file to be read.
    ///
    /// - Parameters:
    ///   - systemPath: The path in the system's own bytes, without a NUL.
    ///   - isStandardInput: Whether it is standard input, whose path is not asked for.
    public init(systemPath: [UInt8], isStandardInput: Bool = false) {
        self.systemPath = systemPath
        self.isStandardInput = isStandardInput
        path = isStandardInput ? "-" : String(decoding: systemPath, as: UTF8.self)
    }

    /// Creates a file from a path on the command line.
    ///
    /// - Parameter path: The path; `-` is standard input.
    public init(path: String) {
        self.init(systemPath: path == "-" ? [] : Array(path.utf8), isStandardInput: path == "-")
    }
}
