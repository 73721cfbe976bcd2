public import Foundation

/// Where things lie around the tests.
public enum Project {
    /// The root of the project.
    public static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The corpus that ships with the project.
    public static let corpus = root.appendingPathComponent("corpus")

    /// Labelled sets and real texts beside the project, which need not be there.
    public static var shared: URL? {
        let folder = root.deletingLastPathComponent().appendingPathComponent("shared")
        return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
    }

    /// The built program, beside the test bundle.
    public static var program: URL {
        #if DEBUG
        let configuration = "debug"
        #else
        let configuration = "release"
        #endif
        // swift test runs the bundle from the folder that holds the products.
        let bundle = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        let candidates = [
            bundle, root.appendingPathComponent(".build/\(configuration)"),
            root.appendingPathComponent(".build-release-tests/\(configuration)"),
        ]
        let found = candidates.map { $0.appendingPathComponent("leitong") }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
        return found ?? root.appendingPathComponent(".build/\(configuration)/leitong")
    }
}
