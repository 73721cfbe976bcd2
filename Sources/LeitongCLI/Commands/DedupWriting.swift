import Foundation
import Leitong
import LeitongFiles
import LeitongFormats
import LeitongModel

/// Writes the documents that stay to where they belong.
struct DedupWriting {
    private let corpus: Corpus
    private let target: DedupTarget
    private let textField: String
    /// Path of each file below the folder; empty where the output is one stream.
    private let places: [[UInt8]]

    /// Checks that the files can go to the target, before any work is done.
    ///
    /// - Throws: ``CommandError`` if they need a folder, or two would have one name.
    init(_ corpus: Corpus, target: DedupTarget, input: InputArguments) throws {
        self.corpus = corpus
        self.target = target
        textField = input.textField
        guard case .folder = target else {
            if let file = corpus.files.first(where: { $0.format != .jsonLines }) {
                throw CommandError(
                    "\(file.input.path): is no JSON Lines, so --output must be a folder"
                )
            }
            places = []
            return
        }
        let base = OutputPlaces(arguments: input.paths)
        places = try base.places(of: corpus.files.map(\.input))
    }

    /// Writes all.
    ///
    /// - Returns: How many bytes.
    /// - Throws: ``OutputError`` if something cannot be written; then nothing is.
    func write(_ documents: DeduplicatedDocuments) throws -> Int {
        switch target {
        case .standardOutput:
            return try writeStream(documents, OutputFile.writeToStandardOutput)
        case .file(let path):
            return try writeStream(documents) { try OutputFile.write(to: path, $0) }
        case .folder(let path):
            return try writeFolder(documents, to: path)
        }
    }

    private func writeStream(
        _ documents: DeduplicatedDocuments,
        _ write: ((OutputFile.Sink) throws -> Void) throws -> Void
    ) throws -> Int {
        var writer = RecordWriter(documents, textField: textField)
        try write { sink in
            for file in corpus.files { try writer.write(file, to: sink) }
        }
        return writer.byteCount
    }

    private func writeFolder(_ documents: DeduplicatedDocuments, to path: String) throws -> Int {
        var byteCount = 0
        try OutputFolder.write(to: path) { folder in
            for (file, place) in zip(corpus.files, places) {
                if file.format == .jsonLines {
                    byteCount += try writeRecords(of: file, documents, to: place, in: folder)
                } else if let bytes = try bytes(of: file, documents) {
                    try folder.write(to: place) { sink in try sink(bytes) }
                    byteCount += bytes.count
                }
            }
        }
        return byteCount
    }

    private func writeRecords(
        of file: CorpusFile,
        _ documents: DeduplicatedDocuments,
        to place: [UInt8],
        in folder: OutputFolder
    ) throws -> Int {
        guard file.documents.contains(where: { documents.fate(of: $0) != .removed }) else {
            return 0
        }
        var writer = RecordWriter(documents, textField: textField)
        try folder.write(to: place) { sink in try writer.write(file, to: sink) }
        return writer.byteCount
    }

    private func bytes(
        of file: CorpusFile,
        _ documents: DeduplicatedDocuments
    ) throws -> [UInt8]? {
        do throws(OriginalFile.Failure) {
            return try documents.bytes(of: file)
        } catch {
            throw OutputError(description: "\(file.input.path): \(error.message)")
        }
    }
}
