public import Foundation

/// A folder that goes away with its owner.
public final class TemporaryFolder {
    /// Where it lies.
    public let url: URL

    /// Makes a folder with a name of its own.
    public init() throws {
        url = FileManager.default.temporaryDirectory
            .appendingPathComponent("leitong-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }

    /// Its path.
    public var path: String { url.path }

    /// Writes a file, with the folders that lead to it.
    ///
    /// - Returns: The path of the file.
    @discardableResult
    public func write(_ bytes: some Sequence<UInt8>, to name: String) throws -> String {
        let file = url.appendingPathComponent(name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(bytes).write(to: file)
        return file.path
    }

    /// Writes a text in UTF-8.
    @discardableResult
    public func write(_ text: String, to name: String) throws -> String {
        try write(text.utf8, to: name)
    }
}
