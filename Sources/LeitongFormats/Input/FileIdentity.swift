public import LeitongModel

/// Which file a path leads to, through links: the same for every path to it.
public struct FileIdentity: Hashable, Sendable {
    private let identity: FileSystem.Identity

    /// Looks at a path; `nil` if no file is there, or a folder, pipe or device is.
    ///
    /// - Parameter file: A file, or standard input.
    public init?(of file: InputFile) {
        let path = file.isStandardInput ? Array("/dev/stdin".utf8) : file.systemPath
        guard let status = try? FileSystem.status(path), status.kind == .file else { return nil }
        identity = status.identity
    }
}
