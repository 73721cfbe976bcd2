package import Foundation

/// A file of a sample.
package struct SampleFile: Equatable, Sendable {
    /// Its path below the folder of the sample.
    package var path: String
    /// What is in it.
    package var bytes: [UInt8]
}

extension SampleDocument {
    /// Its file: a Word file if its name says so, a text otherwise.
    package var file: SampleFile {
        let bytes =
            path.hasSuffix(".docx")
            ? DocumentSamples.docx(paragraphs.map(\.plain)) : Array(text.utf8)
        return SampleFile(path: path, bytes: bytes)
    }
}

/// Writes samples into folders.
package enum SampleFolder {
    /// Writes the files of a sample.
    ///
    /// - Parameters:
    ///   - files: The files.
    ///   - folder: The folder; it is made if it is not there.
    ///   - truth: What was planted, written beside the folder as `NAME-truth.json`, so that a search of
    ///     the folder does not read it.
    /// - Throws: What the file system throws.
    package static func write(
        _ files: [SampleFile],
        to folder: URL,
        truth: (any Encodable)? = nil
    ) throws {
        for file in files {
            let url = folder.appendingPathComponent(file.path)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(file.bytes).write(to: url)
        }
        guard let truth else { return }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let name = folder.lastPathComponent + "-truth.json"
        try encoder.encode(truth)
            .write(to: folder.deletingLastPathComponent().appendingPathComponent(name))
    }
}
