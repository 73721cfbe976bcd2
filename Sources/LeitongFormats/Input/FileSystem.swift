import Foundation
import LeitongModel

/// What the walker and the reader ask of the system, here and in its extension that reads files: the
/// only calls into the C library for files.
enum FileSystem {
    /// What kind of thing stands under a path.
    enum Kind {
        case file
        case folder
        case other
    }

    /// Identity of a file or folder, whatever path leads to it.
    struct Identity: Hashable {
        var device: UInt64
        var node: UInt64
    }

    /// An error of the system: its number and words.
    struct Failure: Error {
        var number: Int32
        /// What is neither file nor folder; the system says the same of a socket that is opened.
        static let notAFile = Failure(number: ENXIO)
        var words: String {
            if number == ENXIO { return "no file but a pipe, socket or device" }
            // Safe: strerror returns a string that lives until the next call on this thread.
            return unsafe String(cString: strerror(number))
        }
    }

    /// Looks at what a path leads to, through links.
    static func status(_ path: [UInt8]) throws(Failure) -> (kind: Kind, identity: Identity) {
        var status = stat()
        // Safe: the path ends in NUL and stat fills exactly one structure.
        let result = unsafe withCString(path) { unsafe stat($0, &status) }
        guard result == 0 else { throw Failure(number: errno) }
        let kind: Kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            default: .other
            }
        let identity = Identity(device: UInt64(status.st_dev), node: UInt64(status.st_ino))
        return (kind, identity)
    }

    /// Names in a folder, sorted by their bytes.
    static func names(in path: [UInt8]) throws(Failure) -> [[UInt8]] {
        // Safe: the path ends in NUL; the handle is closed below; each name is copied at once.
        guard let folder = unsafe withCString(path, { unsafe opendir($0) }) else {
            throw Failure(number: errno)
        }
        defer { unsafe closedir(folder) }
        var names: [[UInt8]] = []
        while let entry = unsafe readdir(folder) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                unsafe pointer.withMemoryRebound(to: UInt8.self, capacity: 256) { bytes in
                    unsafe Array(UnsafeBufferPointer(start: bytes, count: strlen(pointer: bytes)))
                }
            }
            if name != Array(".".utf8), name != Array("..".utf8) { names.append(name) }
        }
        return names.sorted { $0.lexicographicallyPrecedes($1) }
    }

    /// Length of an ordinary file in bytes; `nil` for all else.
    static func byteCount(of file: InputFile) -> Int? {
        if file.isStandardInput { return nil }
        var status = stat()
        // Safe: the path ends in NUL and stat fills exactly one structure.
        let result = unsafe withCString(file.systemPath) { unsafe stat($0, &status) }
        return result == 0 && status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
    }

    /// Length of a C string.
    private static func strlen(pointer: UnsafePointer<UInt8>) -> Int {
        var length = 0
        // Safe: directory entries end in NUL within 256 bytes.
        while unsafe pointer[length] != 0 { length += 1 }
        return length
    }

    /// Lends a path as a C string.
    ///
    /// A NUL inside a path ends it, as for every program.
    static func withCString<Result>(
        _ path: [UInt8],
        _ body: (UnsafePointer<CChar>) -> Result
    ) -> Result {
        var terminated = path.map { CChar(bitPattern: $0) }
        terminated.append(0)
        return unsafe terminated.withUnsafeBufferPointer { buffer in
            // An array of at least one element has an address.
            if let base = buffer.baseAddress { return unsafe body(base) }
            var empty: CChar = 0
            return unsafe withUnsafePointer(to: &empty) { unsafe body($0) }
        }
    }
}
