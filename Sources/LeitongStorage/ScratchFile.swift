#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A file without a name: whatever ends the program, the system takes its space back.
final class ScratchFile {
    private let descriptor: Int32
    private let directory: String
    /// Bytes written.
    private(set) var byteCount = 0

    /// Makes an empty file.
    ///
    /// - Parameter directory: Folder on whose disk it lies.
    /// - Throws: ``StorageError`` if no file can be made there.
    init(in directory: String) throws(StorageError) {
        self.directory = directory
        descriptor = Self.makeFile(in: directory)
        guard descriptor >= 0 else {
            throw StorageError(directory: directory, systemNumber: errno)
        }
    }

    deinit {
        _ = close(descriptor)
    }

    /// Appends bytes.
    ///
    /// Written, never stored through a mapping: a full disk is an error here, and would be the end
    /// of the program there.
    func append(_ bytes: UnsafeRawBufferPointer) throws(StorageError) {
        var written = 0
        while written < bytes.count {
            // Safe: from `written` to the end of the caller's bytes.
            let count = unsafe write(
                descriptor,
                bytes.baseAddress?.advanced(by: written),
                Swift.min(bytes.count - written, 1 << 30)
            )
            if count > 0 {
                written += count
            } else if errno != EINTR {
                throw StorageError(directory: directory, systemNumber: errno)
            }
        }
        byteCount += written
    }

    /// Maps what was written, for reading.
    ///
    /// - Returns: An address that outlives the file, to be given back with `munmap`.
    func map() throws(StorageError) -> UnsafeMutableRawPointer {
        // Safe: nobody else can shrink a file that has no name.
        let address = unsafe mmap(nil, byteCount, PROT_READ, MAP_SHARED, descriptor, 0)
        guard let address = unsafe address, unsafe address != MAP_FAILED else {
            throw StorageError(directory: directory, systemNumber: errno)
        }
        return unsafe address
    }

    /// Reads bytes that were written.
    ///
    /// - Returns: Whether all could be read.
    func read(from byteOffset: Int, to target: UnsafeMutableRawBufferPointer) -> Bool {
        var done = 0
        while done < target.count {
            // Safe: from `done` to the end of the caller's buffer.
            let count = unsafe pread(
                descriptor,
                target.baseAddress?.advanced(by: done),
                target.count - done,
                off_t(byteOffset + done)
            )
            if count > 0 {
                done += count
            } else if count == 0 || errno != EINTR {
                return false
            }
        }
        return true
    }

    private static func makeFile(in directory: String) -> Int32 {
        #if os(Linux)
        // O_TMPFILE, which the importer does not know: never has a name.
        let flags = O_DIRECTORY | 0o20000000 | O_RDWR | O_CLOEXEC
        // Safe: the string outlives the call.
        let descriptor = unsafe open(directory, flags, 0o600)
        // File systems without it say so; old kernels see an attempt to write to a folder.
        if descriptor >= 0 || errno != EOPNOTSUPP && errno != EISDIR { return descriptor }
        #endif
        var name = Array("\(directory)/leitong-XXXXXX".utf8CString)
        // Safe: ends in NUL, and is written to within its length.
        return unsafe name.withUnsafeMutableBufferPointer { name in
            guard let path = name.baseAddress else { return -1 }
            let descriptor = unsafe mkstemp(path)
            if descriptor >= 0 {
                _ = unsafe unlink(path)
                _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
            }
            return descriptor
        }
    }
}
