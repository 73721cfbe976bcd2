import Foundation
import LeitongModel
import LeitongStorage
import Synchronization

/// What the walker and the reader ask of the system: the only calls into the C library for files.
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

    /// Reads a whole file, or standard input.
    ///
    /// No mapping: a mapped file that shrinks while it is read would kill the program.
    ///
    /// - Parameters:
    ///   - file: The file.
    ///   - limit: Most bytes that are read; one more tells that there are more.
    ///   - threads: Threads that read a large file side by side.
    /// - Returns: Its bytes.
    /// - Throws: What the system says against it.
    static func contents(
        of file: InputFile,
        limit: Int,
        threads: Int = 1
    ) throws(Failure) -> [UInt8] {
        if file.isStandardInput { return try drain(STDIN_FILENO, sizeHint: 1 << 16, limit: limit) }
        // Not waiting: a FIFO that took the file's place would block for ever.
        let descriptor = unsafe withCString(file.systemPath) { path in
            unsafe open(path, O_RDONLY | O_NONBLOCK)
        }
        guard descriptor >= 0 else { throw Failure(number: errno) }
        defer { close(descriptor) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw Failure(number: errno) }
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR: throw Failure(number: EISDIR)
        default: throw Failure.notAFile
        }
        let size = Swift.max(0, Int(status.st_size))
        return try drain(
            descriptor,
            sizeHint: Swift.min(size, limit) + 1,
            limit: limit,
            threads: threads
        )
    }

    /// Length of an ordinary file in bytes; `nil` for all else.
    static func byteCount(of file: InputFile) -> Int? {
        if file.isStandardInput { return nil }
        var status = stat()
        // Safe: the path ends in NUL and stat fills exactly one structure.
        let result = unsafe withCString(file.systemPath) { unsafe stat($0, &status) }
        return result == 0 && status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
    }

    /// Reads an ordinary file piece by piece into a flat array.
    ///
    /// - Returns: Its bytes; `nil` where the system refuses or it is no ordinary file.
    /// - Throws: ``StorageError`` where memory ends and no scratch space is to be had.
    static func array(
        of file: InputFile,
        memory: MemoryBudget
    ) throws(StorageError) -> FlatArray<UInt8>? {
        guard byteCount(of: file) != nil else { return nil }
        let descriptor = unsafe withCString(file.systemPath) { path in
            unsafe open(path, O_RDONLY | O_NONBLOCK)
        }
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var writer = FlatArrayWriter<UInt8>(budget: memory)
        var chunk = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            // Safe: reads at most chunk.count bytes into the chunk.
            let count = unsafe chunk.withUnsafeMutableBytes {
                unsafe read(descriptor, $0.baseAddress, $0.count)
            }
            if count == 0 { return try writer.finish() }
            if count < 0 {
                if errno == EINTR { continue }
                return nil
            }
            try writer.append(chunk.span.extracting(0..<count))
        }
    }

    private static func drain(
        _ descriptor: Int32,
        sizeHint: Int,
        limit: Int,
        threads: Int = 1
    ) throws(Failure) -> [UInt8] {
        var errorNumber: Int32 = 0
        // Straight into the array: a large file is neither zeroed nor copied.
        // Safe: read writes at most the rest of the buffer, and `initialized` counts what it wrote.
        var bytes = unsafe [UInt8](unsafeUninitializedCapacity: sizeHint) { buffer, initialized in
            if threads > 1, buffer.count >= leastShared {
                initialized = unsafe readSideBySide(descriptor, into: buffer, threads: threads)
            }
            while initialized < buffer.count {
                let rest = unsafe buffer.baseAddress?.advanced(by: initialized)
                let count = unsafe read(descriptor, rest, buffer.count - initialized)
                if count == 0 { break }
                if count > 0 {
                    initialized += count
                } else if errno != EINTR {
                    errorNumber = errno
                    break
                }
            }
        }
        guard errorNumber == 0 else { throw Failure(number: errorNumber) }
        guard bytes.count == sizeHint else { return bytes }
        // It is longer than it said: a pipe, a file that grew, a file of /proc.
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count <= limit {
            // Safe: reads at most chunk.count bytes into the chunk.
            let count = unsafe chunk.withUnsafeMutableBytes {
                unsafe read(descriptor, $0.baseAddress, $0.count)
            }
            if count == 0 { break }
            if count < 0 {
                if errno == EINTR { continue }
                throw Failure(number: errno)
            }
            bytes.append(contentsOf: chunk[..<count])
        }
        return bytes
    }

    /// Files from this length on are read by several threads: what takes the time is that the system
    /// makes pages for the bytes and copies them.
    private static let leastShared = 1 << 23

    /// Reads the beginning of an ordinary file, each thread a piece of it.
    ///
    /// - Returns: Bytes read from the start on without a gap, up to which the file is positioned: what
    ///   is missing to the end is for the caller to read, or to be told about by the system.
    private static func readSideBySide(
        _ descriptor: Int32,
        into buffer: UnsafeMutableBufferPointer<UInt8>,
        threads: Int
    ) -> Int {
        guard let base = buffer.baseAddress else { return 0 }
        // Safe: the pieces do not overlap, and the buffer outlives the call.
        nonisolated(unsafe) let start = UnsafeMutableRawPointer(base)
        let pieceLength = (buffer.count + threads - 1) / threads
        let pieces = (0..<threads)
            .map { piece in
                Swift.min(
                    piece * pieceLength,
                    buffer.count
                )..<Swift.min((piece + 1) * pieceLength, buffer.count)
            }
        let ends = Mutex(pieces.map(\.lowerBound))
        DispatchQueue.concurrentPerform(iterations: threads) { piece in
            let rest = pieces[piece]
            var end = rest.lowerBound
            while end < rest.upperBound {
                let count = unsafe pread(descriptor, start + end, rest.upperBound - end, off_t(end))
                if count == 0 || count < 0 && errno != EINTR { break }
                end += Swift.max(count, 0)
            }
            ends.withLock { [end] in $0[piece] = end }
        }
        let reached = ends.withLock { $0 }
        let gap = pieces.indices.first { reached[$0] < pieces[$0].upperBound }
        let end = gap.map { reached[$0] } ?? buffer.count
        return lseek(descriptor, off_t(end), SEEK_SET) == off_t(end) ? end : 0
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
    private static func withCString<Result>(
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
