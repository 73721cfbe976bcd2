/// An input that could not be used, and why.
///
/// ```swift
/// import LeitongFiles
///
/// do {
///     print(try await Loader().templates(paths: ["form.docx"]).paths)
/// } catch LeitongError.unreadableTemplate(let input) where input.reason == .encrypted {
///     print(input.path, input.message)
/// }
/// ```
///
/// The run goes on without it and says so.
public struct SkippedInput: Sendable, Equatable {
    /// The path of the file, with `:LINE` for one record of a file of records.
    public var path: String
    /// A stable code for programs.
    public var reason: Reason
    /// One sentence for people, without the path.
    public var message: String
    /// Where in the file the trouble begins, in bytes, if it has a place.
    public var byteOffset: Int?

    /// The bytes that are no text, where the trouble is that.
    public var damage: DamagedBytes?

    /// Creates an entry.
    public init(
        path: String,
        reason: Reason,
        message: String,
        byteOffset: Int? = nil,
        damage: DamagedBytes? = nil
    ) {
        self.path = path
        self.reason = reason
        self.message = message
        self.byteOffset = byteOffset
        self.damage = damage
    }

    /// Why an input was skipped.
    ///
    /// The raw values are stable: programs may compare them.
    public enum Reason: String, Sendable, CaseIterable {
        /// Nothing of that name, or it went away while being read.
        case notFound = "not-found"
        /// It may not be read, or reading failed.
        case unreadable
        /// A FIFO, a socket or a device.
        case notAFile = "not-a-file"
        /// A symbolic link that leads back to a folder being walked, or to itself.
        case linkLoop = "link-loop"
        /// No bytes, or no text.
        case empty
        /// NUL bytes: no text file.
        case binary
        /// Bytes that are no text in the encoding.
        case undecodable
        /// A record that is no JSON object, or lacks the text field.
        case badRecord = "bad-record"
        /// Longer than the 4 GiB that offsets can say.
        case tooLarge = "too-large"
        /// Damaged: not what its format asks for.
        case malformed
        /// A file of a known format that is not read.
        case unsupported
        /// A file that asks for a password.
        case encrypted
        /// A file of pictures: scanned pages without text.
        case noText = "no-text"
        /// XML that declares entities, with which a small file can grow without end.
        case xmlEntities = "xml-entities"
        /// Elements nested deeper than any page needs.
        case tooDeep = "too-deep"
        /// An archive over one of the limits: what it unpacks to, how much more that is, how deep.
        case archiveLimit = "archive-limit"
        /// An entry of an archive whose name leads out of it.
        case unsafePath = "unsafe-path"
        /// The program that reads the format is not installed.
        case helperMissing = "helper-missing"
        /// The program that reads the format failed.
        case helperFailed = "helper-failed"
        /// The program that reads the format took too long, or wrote too much.
        case helperLimit = "helper-limit"
    }
}
