#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Why scratch space could not be had.
///
/// ```swift
/// do {
///     try MemoryBudget(directory: "/no/such/folder").checkDirectory()
/// } catch {
///     print(error.reason.rawValue)    // it is no folder
/// }
/// ```
public struct StorageError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What kind of failure it is.
    public var reason: Reason
    /// The folder that scratch files are made in.
    public var directory: String
    /// The system's number of the error.
    public var systemNumber: Int32

    /// What went wrong.
    public enum Reason: String, Sendable {
        /// The disk, or the user's share of it, is full.
        case noSpace = "there is no space left"
        /// The user may not write there.
        case noPermission = "no permission to write there"
        /// There is no such folder, or it is a file.
        case noFolder = "it is no folder"
        /// A file may not become so large.
        case tooLarge = "a file may not become so large there"
        /// Anything else; the system's own words tell.
        case other = "the system refuses"
    }

    /// Creates an error from the system's number.
    init(directory: String, systemNumber: Int32) {
        self.directory = directory
        self.systemNumber = systemNumber
        reason =
            switch systemNumber {
            case ENOSPC, EDQUOT: .noSpace
            case EACCES, EPERM, EROFS: .noPermission
            case ENOENT, ENOTDIR: .noFolder
            case EFBIG: .tooLarge
            default: .other
            }
    }

    /// One sentence for people.
    public var description: String {
        // Safe: the system's string is copied before anything else is called.
        let detail = reason == .other ? " (\(unsafe String(cString: strerror(systemNumber))))" : ""
        return "scratch space in \(directory): \(reason.rawValue)\(detail)"
    }
}
