public import Leitong
import LeitongFormats
import LeitongModel

extension Templates {
    /// Leaves the templates out of what is to be read as documents, by whatever name they stand there.
    func leaveOut(of found: inout InputWalker.Result) {
        let identities = Set(corpus.files.compactMap { FileIdentity(of: $0.input) })
        let holdsStandardInput = corpus.files.contains(where: \.input.isStandardInput)
        found.leaveOut { file in
            if file.isStandardInput { return holdsStandardInput }
            return FileIdentity(of: file).map(identities.contains) ?? false
        }
    }
}

extension Loader {
    /// Reads templates as documents are read.
    ///
    /// - Parameters:
    ///   - paths: Files, folders, or `-` for standard input, in any order.
    ///   - context: How it is run.
    /// - Returns: The templates.
    /// - Throws: `LeitongError` for one that cannot be read, and where no template is found.
    /// - Complexity: Linear in the bytes read.
    public func templates(
        paths: [String],
        context: RunContext = .init()
    ) async throws -> Templates {
        let corpus = try await load(paths: paths, context: context)
        if let skipped = corpus.batch.skipped.first {
            throw LeitongError.unreadableTemplate(skipped)
        }
        guard !corpus.batch.documents.isEmpty else {
            throw LeitongError.emptyTemplates(paths)
        }
        return Templates(corpus)
    }
}
