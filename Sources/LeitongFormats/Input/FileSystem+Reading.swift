import Foundation
import LeitongModel
import LeitongRun
import LeitongStorage
import Synchronization

extension FileSystem {
    /// Why a file was not read.
    enum ReadFailure: Error {
        /// What the system says against it.
        case system(Failure)
        /// Memory ends, and no scratch space is to be had.
        case storage(StorageError)
    }

    /// Reads a whole file onto the heap, or beyond a share of it into a flat array.
    ///
    /// - Parameters:
    ///   - file: The file.
    ///   - limit: Most bytes that are read onto the heap; one more tells that there are more.
    ///   - share: What of them an ordinary file may take there.
    ///   - context: Its threads read a large file onto the heap side by side.
    /// - Returns: Its bytes.
    /// - Throws: ``ReadFailure``.
    static func bytes(
        of file: InputFile,
        limit: Int,
        share: HeapShare,
        context: RunContext
    ) throws(ReadFailure) -> FileBytes {
        let descriptor: Int32
        do throws(Failure) {
            guard byteCount(of: file) ?? 0 > Swift.min(share.byteCount, limit) else {
                return .heap(try contents(of: file, limit: limit, context: context))
            }
            descriptor = try open(file).descriptor
        } catch {
            throw .system(error)
        }
        defer { close(descriptor) }
        return .scratch(try array(descriptor, share.memory))
    }

    /// Reads a whole file, or standard input, onto the heap.
    ///
    /// No mapping: a mapped file that shrinks while it is read would kill the program.
    ///
    /// - Parameters:
    ///   - file: The file.
    ///   - limit: Most bytes that are read; one more tells that there are more.
    ///   - context: Its threads read a large file side by side.
    /// - Returns: Its bytes.
    /// - Throws: What the system says against it.
    static func contents(
        of file: InputFile,
        limit: Int,
        context: RunContext = .oneThread
    ) throws(Failure) -> [UInt8] {
        if file.isStandardInput { return try drain(STDIN_FILENO, sizeHint: 1 << 16, limit: limit) }
        let (descriptor, size) = try open(file)
        defer { close(descriptor) }
        return try drain(
            descriptor,
            sizeHint: Swift.min(size, limit) + 1,
            limit: limit,
            context: context
        )
    }

    /// Opens an ordinary file.
    ///
    /// - Returns: A descriptor, to be closed, and the length that the file says it has.
    private static func open(_ file: InputFile) throws(Failure) -> (descriptor: Int32, size: Int) {
        // Not waiting: a FIFO that took the file's place would block for ever.
        // Safe: the path ends in NUL.
        let descriptor = unsafe withCString(file.systemPath) { path in
            unsafe Foundation.open(path, O_RDONLY | O_NONBLOCK)
        }
        guard descriptor >= 0 else { throw Failure(number: errno) }
        var status = stat()
        var failure: Failure?
        // Safe: fstat fills exactly one structure.
        if unsafe fstat(descriptor, &status) != 0 {
            failure = Failure(number: errno)
        } else if status.st_mode & S_IFMT == S_IFDIR {
            failure = Failure(number: EISDIR)
        } else if status.st_mode & S_IFMT != S_IFREG {
            failure = Failure.notAFile
        }
        if let failure {
            close(descriptor)
            throw failure
        }
        return (descriptor, Swift.max(0, Int(status.st_size)))
    }

    /// Reads an open file piece by piece into a flat array.
    private static func array(
        _ descriptor: Int32,
        _ memory: MemoryBudget
    ) throws(ReadFailure) -> FlatArray<UInt8> {
        var writer = FlatArrayWriter<UInt8>(budget: memory)
        var chunk = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            // Safe: reads at most chunk.count bytes into the chunk.
            let count = unsafe chunk.withUnsafeMutableBytes {
                unsafe read(descriptor, $0.baseAddress, $0.count)
            }
            if count < 0 {
                if errno == EINTR { continue }
                throw .system(Failure(number: errno))
            }
            do throws(StorageError) {
                if count == 0 { return try writer.finish() }
                try writer.append(chunk.span.extracting(0..<count))
            } catch {
                throw .storage(error)
            }
        }
    }

    private static func drain(
        _ descriptor: Int32,
        sizeHint: Int,
        limit: Int,
        context: RunContext = .oneThread
    ) throws(Failure) -> [UInt8] {
        var errorNumber: Int32 = 0
        // Straight into the array: a large file is neither zeroed nor copied.
        // Safe: read writes at most the rest of the buffer, and `initialized` counts what it wrote.
        var bytes = unsafe [UInt8](unsafeUninitializedCapacity: sizeHint) { buffer, initialized in
            if context.threads > 1, buffer.count >= leastShared {
                initialized = unsafe readSideBySide(descriptor, into: buffer, context: context)
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
        if bytes.count == sizeHint { try appendRest(of: descriptor, limit: limit, to: &bytes) }
        return bytes
    }

    /// Reads on where a file is longer than it said: a pipe, a file that grew, a file of /proc.
    private static func appendRest(
        of descriptor: Int32,
        limit: Int,
        to bytes: inout [UInt8]
    ) throws(Failure) {
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count <= limit {
            // Safe: reads at most chunk.count bytes into the chunk.
            let count = unsafe chunk.withUnsafeMutableBytes {
                unsafe read(descriptor, $0.baseAddress, $0.count)
            }
            if count == 0 { return }
            if count < 0 {
                if errno == EINTR { continue }
                throw Failure(number: errno)
            }
            bytes.append(contentsOf: chunk[..<count])
        }
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
        context: RunContext
    ) -> Int {
        guard let base = buffer.baseAddress else { return 0 }
        // Safe: the pieces do not overlap, and the buffer outlives the call.
        nonisolated(unsafe) let start = UnsafeMutableRawPointer(base)
        let pieceLength = (buffer.count + context.threads - 1) / context.threads
        let pieces = (0..<context.threads)
            .map { piece in
                Swift.min(
                    piece * pieceLength,
                    buffer.count
                )..<Swift.min((piece + 1) * pieceLength, buffer.count)
            }
        let ends = Mutex(pieces.map(\.lowerBound))
        context.onEachThread { piece in
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
}
