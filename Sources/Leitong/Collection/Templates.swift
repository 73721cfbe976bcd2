import LeitongDocuments

/// Texts that were given to everybody, such as a form, a question sheet or a hand-out.
///
/// They are read as documents are, but are none of a run: what documents have of them counts nowhere.
///
/// ```swift
/// let loader = try Loader()
/// var options = ComparisonOptions()
/// options.templates = try await loader.templates(paths: ["form.docx"])
/// let collection = try await loader.load(paths: ["answers"], besides: options.templates)
/// ```
public struct Templates: Sendable {
    /// Their documents, in the order of their paths.
    public let collection: Collection
    private let identities: Set<FileIdentity>
    private let holdsStandardInput: Bool

    /// Creates templates from documents that were read.
    ///
    /// - Parameter collection: The documents.
    public init(_ collection: Collection) {
        self.collection = collection
        identities = Set(collection.files.compactMap { FileIdentity(of: $0.input) })
        holdsStandardInput = collection.files.contains(where: \.input.isStandardInput)
    }

    /// Paths of their files, in the order of bytes.
    public var paths: [String] { collection.files.map(\.input.path) }

    /// Leaves the templates out of what is to be read as documents, by whatever name they stand there.
    func leaveOut(of found: inout InputWalker.Result) {
        found.leaveOut { file in
            if file.isStandardInput { return holdsStandardInput }
            return FileIdentity(of: file).map(identities.contains) ?? false
        }
    }
}

extension Loader {
    /// Reads templates as documents are read.
    ///
    /// - Parameter paths: Files, folders, or `-` for standard input, in any order.
    /// - Returns: The templates.
    /// - Throws: ``LeitongError`` for one that cannot be read, and where no template is found.
    /// - Complexity: Linear in the bytes read.
    public func templates(paths: [String]) async throws -> Templates {
        let collection = try await load(paths: paths)
        if let skipped = collection.batch.skipped.first {
            throw LeitongError(.invalidOption, "template \(skipped.path): \(skipped.message)")
        }
        guard !collection.batch.documents.isEmpty else {
            let names = paths.joined(separator: ", ")
            throw LeitongError(.invalidOption, "template \(names): holds no text")
        }
        return Templates(collection)
    }
}
