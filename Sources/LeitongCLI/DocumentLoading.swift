import Leitong
import LeitongDocuments
import LeitongStorage

/// How every command that compares reads its documents.
struct DocumentLoading {
    let input: InputArguments
    let threads: Int
    let memory: MemoryBudget
    /// Whether standard error says how each file was read.
    let explains: Bool
    let progress: RunProgress

    /// Reads the documents, and names on standard error what is skipped.
    ///
    /// - Throws: ``LeitongError`` for an unknown encoding, a status if nothing could be read.
    func load(paths: [String]) async throws -> Collection {
        let loader = try Loader(
            reading: input.readingOptions,
            include: input.include,
            exclude: input.exclude,
            threads: threads,
            memory: memory,
            progress: progress
        )
        let collection = try await loader.load(paths: paths)
        for skipped in collection.batch.skipped {
            StandardError.write("leitong: \(skipped.line)\n")
        }
        if explains { explainDocuments(collection) }
        if collection.batch.documents.isEmpty {
            StandardError.write("leitong: no document could be read\n")
            throw ExitStatus.wrongUse
        }
        return collection
    }

    private func explainDocuments(_ collection: Collection) {
        var records: [(document: Document, count: Int)] = []
        var text = ""
        for document in collection.batch.documents {
            if document.format.isOfRecords {
                if records.last?.document.path != document.path { records.append((document, 0)) }
                records[records.count - 1].count += 1
                continue
            }
            let paragraphs = Self.count(document.paragraphs.count, "paragraph")
            let sections = collection.batch.sections[document.sections].count { $0.ordinal > 0 }
            text +=
                "leitong: \(document.path): \(document.format.rawValue), \(document.encodingWords), "
            text += paragraphs + (sections > 0 ? ", \(Self.count(sections, "section"))\n" : "\n")
        }
        for file in records {
            text += "leitong: \(file.document.path): \(file.document.format.rawValue), "
            text += "\(file.document.encodingWords), "
            text += "\(Self.count(file.count, "record"))\n"
        }
        for entry in collection.batch.metadata {
            let path = collection.batch.documents[entry.document].path
            for warning in entry.warnings { text += "leitong: \(path): \(warning)\n" }
        }
        StandardError.write(text)
    }

    private static func count(_ number: Int, _ word: String) -> String {
        "\(number) \(word)\(number == 1 ? "" : "s")"
    }
}

extension Document {
    /// The encoding, and how it was told.
    var encodingWords: String {
        switch encodingEvidence.basis {
        case .mark: "\(encoding) (byte order mark)"
        case .declared: "\(encoding) (declared)"
        case .valid: "\(encoding) (valid throughout)"
        case .detected: "\(encoding) (detected, confidence \(encodingEvidence.confidence))"
        }
    }
}

extension SkippedInput {
    /// One line for standard error.
    var line: String {
        var place = byteOffset.map { " (byte \($0))" } ?? ""
        if let damage, damage.count > 1 {
            let more = damage.count > damage.offsets.count ? ", …" : ""
            let offsets = damage.offsets.map(String.init).joined(separator: ", ")
            place = " (\(damage.count) bad bytes, at \(offsets)\(more))"
        }
        return "\(path): \(message)\(place)"
    }
}
