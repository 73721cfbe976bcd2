import Foundation

/// A folder that goes away with the test.
final class TemporaryFolder {
    let path: String

    init() throws {
        let name = "leitong-\(UUID().uuidString)"
        let url = FileManager.default.temporaryDirectory.appending(path: name)
            .resolvingSymlinksInPath()
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.path
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Writes a file, with the folders it stands in.
    func write(_ name: String, _ text: String = "text") throws {
        try write(name, Array(text.utf8))
    }

    func write(_ name: String, _ bytes: [UInt8]) throws {
        let url = URL(filePath: path).appending(path: name)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(bytes).write(to: url)
    }

    func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(
            atPath: "\(path)/\(name)",
            withDestinationPath: target
        )
    }

    /// Makes a FIFO, which blocks whoever opens it carelessly.
    func fifo(_ name: String) {
        // Safe: the path is a C string for the time of the call.
        _ = unsafe "\(path)/\(name)".withCString { unsafe mkfifo($0, 0o600) }
    }
}
