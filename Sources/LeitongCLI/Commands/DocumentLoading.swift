import Leitong
import LeitongFiles
import LeitongModel
import LeitongStorage

/// How every command that compares reads its documents.
struct DocumentLoading {
    let input: InputArguments
    /// Whether standard error says how each file was read.
    let explains: Bool
    let context: RunContext

    /// Reads the documents, and names on standard error what is skipped.
    ///
    /// - Parameters:
    ///   - paths: Files, folders and patterns.
    ///   - known: The same of what those are to be compared with.
    ///   - templates: Files that are no documents.
    /// - Returns: The documents.
    /// - Throws: ``LeitongError`` for an unknown encoding, a status if nothing could be read.
    func load(
        paths: [String],
        against known: [String] = [],
        besides templates: Templates? = nil
    ) async throws -> Corpus {
        let corpus = try await input.loader()
            .load(paths: paths, against: known, besides: templates, context: context)
        for skipped in corpus.batch.skipped {
            StandardError.say(skipped.line)
        }
        if explains { explainDocuments(corpus) }
        if corpus.batch.documents.isEmpty {
            StandardError.say("no document could be read\(leftOut(corpus))")
            throw ExitStatus.wrongUse
        }
        return corpus
    }

    /// What was left out by name, where that may be why nothing is left.
    private func leftOut(_ corpus: Corpus) -> String {
        let count = corpus.ignoredCount
        guard count > 0 else { return "" }
        return "; \(Counted.text(count, "file")) or folder\(count == 1 ? "" : "s") left out by "
            + "--include, --exclude, .leitongignore or a name that begins with a dot"
    }

    private func explainDocuments(_ corpus: Corpus) {
        var records: [(document: Document, count: Int)] = []
        for document in corpus.batch.documents {
            if document.format.isOfRecords {
                if records.last?.document.path != document.path { records.append((document, 0)) }
                records[records.count - 1].count += 1
                continue
            }
            let paragraphs = Counted.text(document.paragraphs.count, "paragraph")
            let sections = corpus.batch.sections[document.sections].count { $0.ordinal > 0 }
            let ending = sections > 0 ? ", \(Counted.text(sections, "section"))" : ""
            StandardError.say(document.readingWords + paragraphs + ending)
        }
        for file in records {
            StandardError.say(file.document.readingWords + Counted.text(file.count, "record"))
        }
        for entry in corpus.batch.metadata {
            let path = corpus.batch.documents[entry.document].path
            for warning in entry.warnings { StandardError.say("\(path): \(warning)") }
        }
        for name in corpus.furtherNames {
            StandardError.say("\(name.path): another name of \(name.file), not read again")
        }
    }
}

extension Document {
    /// How its file was read.
    var readingWords: String { "\(path): \(format.rawValue), \(encodingWords), " }

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
