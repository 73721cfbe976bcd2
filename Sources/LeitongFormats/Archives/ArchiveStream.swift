import CArchive
import Foundation
import LeitongModel

/// One entry of an archive.
struct ArchiveEntry {
    /// Name as it is written, in no certain encoding.
    var name: [UInt8]
    var kind: Kind
    var isEncrypted: Bool

    enum Kind {
        case file, folder, other
    }
}

/// Goes through the entries of an archive with libarchive: ZIP, tar, and single compressed files.
///
/// Everything stays in memory: nothing is ever written to a disk, so no name can lead anywhere.
@safe final class ArchiveStream {
    private let archive: OpaquePointer
    /// Whether this is no archive but one compressed file.
    var isSingleFile: Bool { unsafe archive_format(archive) == ARCHIVE_FORMAT_RAW }

    private init(_ archive: OpaquePointer) {
        unsafe self.archive = archive
    }

    /// Opens an archive for the time of a call.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - body: Receives the stream, which is of no use afterwards.
    /// - Returns: What `body` returns.
    /// - Throws: What `body` throws, or why the file is no archive.
    static func open<Result>(
        _ bytes: [UInt8],
        _ body: (ArchiveStream) throws(ExtractionFailure) -> Result
    ) throws(ExtractionFailure) -> Result {
        guard let archive = unsafe archive_read_new() else {
            throw ExtractionFailure(.malformed, "cannot be opened as an archive")
        }
        defer { unsafe archive_read_free(archive) }
        unsafe archive_read_support_format_zip(archive)
        unsafe archive_read_support_format_tar(archive)
        if CompressedFile.isCompressed(bytes) {
            unsafe archive_read_support_filter_gzip(archive)
            unsafe archive_read_support_filter_bzip2(archive)
            unsafe archive_read_support_filter_xz(archive)
            unsafe archive_read_support_filter_zstd(archive)
            unsafe archive_read_support_format_raw(archive)
        }
        // libarchive converts names to the thread's locale, and fails in one that is not UTF-8.
        let locale = unsafe newlocale(Int32(LC_CTYPE_MASK), "C.UTF-8", nil)
        let usual = unsafe locale.map { unsafe uselocale($0) }
        defer {
            unsafe usual.map { _ = unsafe uselocale($0) }
            unsafe locale.map { unsafe freelocale($0) }
        }
        // Safe: libarchive reads the bytes during this call only, for which they stay where they are.
        let result = unsafe bytes.withUnsafeBytes { buffer in
            let status = unsafe archive_read_open_memory(archive, buffer.baseAddress, buffer.count)
            return Swift.Result { () throws(ExtractionFailure) in
                guard status == ARCHIVE_OK else { throw unsafe damaged(archive) }
                return try unsafe body(ArchiveStream(archive))
            }
        }
        return try result.get()
    }

    /// The next entry, or `nil` at the end.
    func next() throws(ExtractionFailure) -> ArchiveEntry? {
        var entry: OpaquePointer?
        var status = unsafe archive_read_next_header(archive, &entry)
        while status == ARCHIVE_RETRY { status = unsafe archive_read_next_header(archive, &entry) }
        if status == ARCHIVE_EOF { return nil }
        // A warning is about a name or a time.
        guard status == ARCHIVE_OK || status == ARCHIVE_WARN, let entry = unsafe entry else {
            throw unsafe Self.damaged(archive)
        }
        let kind: ArchiveEntry.Kind =
            switch unsafe Int32(archive_entry_filetype(entry)) & 0o170000 {
            case 0o100000, 0: .file
            case 0o040000: .folder
            default: .other
            }
        return ArchiveEntry(
            name: unsafe Self.bytes(archive_entry_pathname(entry)),
            kind: unsafe archive_entry_hardlink(entry) == nil ? kind : .other,
            isEncrypted: unsafe archive_entry_is_encrypted(entry) == 1
        )
    }

    /// Unpacks the entry that came last.
    ///
    /// - Parameter budget: What may be unpacked.
    /// - Returns: Its bytes.
    /// - Throws: What is damaged, or over a limit.
    func contents(_ budget: inout ArchiveBudget) throws(ExtractionFailure) -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            // Safe: libarchive writes at most the length of the chunk.
            let count = unsafe chunk.withUnsafeMutableBytes { buffer in
                unsafe archive_read_data(archive, buffer.baseAddress, buffer.count)
            }
            if count == 0 { return bytes }
            guard count > 0 else { throw unsafe Self.damaged(archive) }
            try budget.spend(count)
            bytes.append(contentsOf: chunk[..<count])
        }
    }

    private static func damaged(_ archive: OpaquePointer) -> ExtractionFailure {
        // Safe: the words belong to the archive, which lives; they are copied.
        let words = unsafe archive_error_string(archive).map { unsafe String(cString: $0) }
        return ExtractionFailure(
            .malformed,
            "is damaged, or no archive" + (words.map { ": \($0)" } ?? "")
        )
    }

    /// The bytes of a C string.
    private static func bytes(_ string: UnsafePointer<CChar>?) -> [UInt8] {
        // Safe: the string ends in NUL, and is copied before libarchive goes on.
        guard let string = unsafe string else { return [] }
        let buffer = unsafe UnsafeBufferPointer(start: string, count: strlen(string))
        return unsafe buffer.map { UInt8(bitPattern: $0) }
    }
}
