import LeitongModel

/// Reads parts of a document that is a ZIP file: Word, Writer, EPUB.
struct ArchiveParts {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Reads some parts.
    ///
    /// - Parameters:
    ///   - list: Names inside the file.
    ///   - budget: What may be unpacked.
    /// - Returns: Those that are there; of two that have one name, the first.
    /// - Throws: What is damaged, or over a limit.
    func read(
        _ list: [String],
        _ budget: inout ArchiveBudget
    ) throws(ExtractionFailure) -> [String: [UInt8]] {
        let names = Set(list)
        var spent = budget
        defer { budget = spent }
        return try ArchiveStream.open(bytes) { stream throws(ExtractionFailure) in
            var parts: [String: [UInt8]] = [:]
            while parts.count < names.count, let entry = try stream.next() {
                try spent.countEntry()
                let name = String(decoding: entry.name, as: UTF8.self)
                guard entry.kind == .file, names.contains(name), parts[name] == nil else {
                    continue
                }
                if entry.isEncrypted {
                    throw ExtractionFailure(.encrypted, "asks for a password")
                }
                parts[name] = try stream.contents(&spent)
            }
            return parts
        }
    }

    /// A path in the file, from where another part refers to it.
    ///
    /// - Parameters:
    ///   - reference: As it is written: relative, or from the root with a slash.
    ///   - base: The part that refers.
    /// - Returns: The name of the part.
    static func resolve(_ reference: String, from base: String) -> String {
        var names: [Substring] =
            reference.hasPrefix("/") ? [] : base.split(separator: "/").dropLast()
        for name in reference.split(separator: "/") {
            if name == ".." {
                _ = names.popLast()
            } else if name != "." {
                names.append(name)
            }
        }
        return names.joined(separator: "/")
    }
}
