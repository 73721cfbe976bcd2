import LeitongModel

/// Reads what is in an archive: each entry is a file of its own, named `ARCHIVE!/ENTRY`.
struct ArchiveReader {
    let reader: DocumentReader
    /// Path of the archive.
    let path: String

    /// Reads all entries, and those of archives in it.
    func read(_ bytes: [UInt8], budget: inout ArchiveBudget) -> DocumentBatch {
        var batch = DocumentBatch()
        var inner = budget
        // Where reading stands: what is over a limit is named with its entry.
        var place = path
        do throws(ExtractionFailure) {
            try inner.enter()
            defer { inner.leave() }
            try ArchiveStream.open(bytes) { stream throws(ExtractionFailure) in
                var names: Set<String> = []
                while let entry = try stream.next() {
                    try inner.countEntry()
                    let name = stream.isSingleFile ? singleName : Self.text(of: entry.name)
                    let unique = Self.unique(name, &names)
                    place = "\(path)!/\(unique)"
                    try read(entry, unique, stream, &batch, &inner)
                }
            }
        } catch {
            batch.skip(error.reason == .archiveLimit ? place : path, error)
        }
        budget = inner
        if batch.documents.isEmpty, batch.skipped.isEmpty {
            batch.skip(path, ExtractionFailure(.empty, "contains no files"))
        }
        return batch
    }

    /// Reads one entry.
    ///
    /// - Throws: What ends the reading of the archive.
    private func read(
        _ entry: ArchiveEntry,
        _ name: String,
        _ stream: ArchiveStream,
        _ batch: inout DocumentBatch,
        _ budget: inout ArchiveBudget
    ) throws(ExtractionFailure) {
        let path = "\(path)!/\(name)"
        if entry.kind == .folder || entry.name.last == UInt8(ascii: "/") { return }
        guard Self.isInside(name) else {
            batch.skip(
                path,
                ExtractionFailure(.unsafePath, "has a name that leads out of the archive")
            )
            return
        }
        guard !Self.isHidden(name) else {
            batch.ignoredCount += 1
            return
        }
        guard entry.kind == .file else {
            batch.skip(path, ExtractionFailure(.notAFile, "is a link or a device"))
            return
        }
        guard !entry.isEncrypted else {
            batch.skip(path, ExtractionFailure(.encrypted, "asks for a password"))
            return
        }
        guard let bytes = try contents(at: path, stream, &batch, &budget) else { return }
        batch.append(reader.open(bytes, path: path, budget: &budget).read())
    }

    /// The bytes of the entry that the stream has come to; nil where it is damaged, which is noted.
    ///
    /// - Throws: What is over a limit ends the archive; damage to one entry of a ZIP leaves the others.
    private func contents(
        at path: String,
        _ stream: ArchiveStream,
        _ batch: inout DocumentBatch,
        _ budget: inout ArchiveBudget
    ) throws(ExtractionFailure) -> [UInt8]? {
        do throws(ExtractionFailure) {
            return try stream.contents(&budget)
        } catch {
            guard error.reason == .archiveLimit else {
                batch.skip(path, error)
                return nil
            }
            throw ExtractionFailure(
                .archiveLimit,
                "\(error.message); the archive is read as far as here"
            )
        }
    }

    /// Name of the one file in a compressed file.
    private var singleName: String {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let stem = name.split(separator: ".", omittingEmptySubsequences: false).dropLast()
        return stem.isEmpty ? name : stem.joined(separator: ".")
    }

    /// A name as text; names of old archives are in the encoding of the system that made them.
    private static func text(of name: [UInt8]) -> String {
        if let text = String(validating: name, as: UTF8.self) { return text }
        if let text = try? TextDecoder(encoding: nil).decode(name) {
            return String(decoding: text.bytes, as: UTF8.self)
        }
        return String(decoding: name, as: UTF8.self)
    }

    /// A name that no entry before had: archives may hold two files of one name.
    private static func unique(_ name: String, _ names: inout Set<String>) -> String {
        var unique = name
        var number = 2
        while !names.insert(unique).inserted {
            unique = "\(name) (\(number))"
            number += 1
        }
        return unique
    }

    private static func isInside(_ name: String) -> Bool {
        let names = name.split { $0 == "/" || $0 == "\\" }
        let isAbsolute =
            name.hasPrefix("/") || name.hasPrefix("\\") || name.dropFirst().first == ":"
        return !isAbsolute && !names.contains("..") && !names.isEmpty
    }

    /// Whether a folder would leave it out: names with a dot, and what macOS adds to archives.
    private static func isHidden(_ name: String) -> Bool {
        name.split(separator: "/").contains { $0.hasPrefix(".") && $0 != "." || $0 == "__MACOSX" }
    }
}
