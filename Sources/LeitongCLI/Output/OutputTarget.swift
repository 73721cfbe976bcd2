import Foundation

/// What stands where a file is to be written.
enum OutputTarget {
    /// A pipe or device, which cannot be replaced by renaming: it is written to.
    case special
    /// A file, at the end of all links; what replaces it is as open to others as it was.
    case existing(path: String, status: stat)
    /// Nothing yet.
    case new(path: String)

    /// Looks at a path.
    ///
    /// - Throws: ``OutputError`` for what must not be written over, or cannot: a file that nobody
    ///   may write, as it is kept so on purpose, also where the system would let us.
    init(_ path: String) throws(OutputError) {
        var status = stat()
        // Safe: the path ends in NUL and stat fills exactly one structure; so below.
        guard unsafe stat(path, &status) == 0 else {
            var link = stat()
            if unsafe lstat(path, &link) == 0 {
                throw Self.refusal(path, "it is a link that leads nowhere")
            }
            self = .new(path: path)
            return
        }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: throw Self.refusal(path, "it is a folder")
        case S_IFREG: break
        default:
            self = .special
            return
        }
        let hasWriters = status.st_mode & (S_IWUSR | S_IWGRP | S_IWOTH) != 0
        guard hasWriters, unsafe access(path, W_OK) == 0 else {
            throw Self.refusal(path, "it is a read-only file")
        }
        self = .existing(path: Self.resolved(path), status: status)
    }

    /// A path without links, also where only its folder exists; equal for equal files.
    static func resolved(_ path: String) -> String {
        if let whole = realPath(path) { return whole }
        let url = URL(fileURLWithPath: path)
        let folder = url.deletingLastPathComponent().path
        return (realPath(folder) ?? folder) + "/" + url.lastPathComponent
    }

    private static func realPath(_ path: String) -> String? {
        // Safe: the call returns a string of its own that ends in NUL, freed here, or nothing.
        guard let resolved = unsafe realpath(path, nil) else { return nil }
        defer { unsafe free(resolved) }
        return unsafe String(cString: resolved)
    }

    private static func refusal(_ path: String, _ reason: String) -> OutputError {
        OutputError(description: "\(path): cannot be written: \(reason)")
    }
}
