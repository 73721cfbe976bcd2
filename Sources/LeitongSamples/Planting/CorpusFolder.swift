import Foundation

/// A corpus on disk: `speeches/`, `recipes/` and `labels.jsonl` in one folder.
///
/// Each recipe makes the speech of its name; speeches without a recipe are originals.
public struct CorpusFolder: Sendable {
    /// The folder's path.
    public let path: String

    /// One file that the recipes make.
    public struct MadeFile: Sendable, Equatable {
        /// The path within the folder.
        public let name: String
        /// All of its text.
        public let text: String
    }

    /// Names a folder; nothing is read yet.
    public init(path: String) {
        self.path = path
    }

    /// The recipes, by file name.
    ///
    /// - Throws: `CorpusError` where one cannot be read or is malformed.
    public func recipes() throws(CorpusError) -> [Recipe] {
        var recipes: [Recipe] = []
        for name in try textFiles(in: "recipes") {
            recipes.append(try Recipe(name: name, text: try text(of: "recipes/\(name)")))
        }
        return recipes
    }

    /// The speeches that no recipe makes, by file name.
    ///
    /// - Throws: `CorpusError` where one cannot be read, or where there is none.
    public func originals() throws(CorpusError) -> [Speech] {
        let made = Set(try textFiles(in: "recipes"))
        var speeches: [Speech] = []
        for name in try textFiles(in: "speeches") where !made.contains(name) {
            speeches.append(Speech(name: name, text: try text(of: "speeches/\(name)")))
        }
        guard !speeches.isEmpty else {
            throw CorpusError(
                .unreadable,
                file: "\(path)/speeches",
                reason: "there is no speech without a recipe to copy from"
            )
        }
        return speeches
    }

    /// The files that the recipes make with a seed: speeches, then `labels.jsonl`.
    ///
    /// - Throws: `CorpusError` where a file cannot be read or a recipe cannot be expanded.
    public func madeFiles(seed: UInt64) throws(CorpusError) -> [MadeFile] {
        let expander = RecipeExpander(originals: try originals(), seed: seed)
        let expansion = try expander.expansion(of: try recipes())
        let rows = expansion.pairs.map { $0.jsonRow + "\n" }.joined()
        let speeches = expansion.speeches.map {
            MadeFile(name: "speeches/\($0.name)", text: $0.text)
        }
        return speeches + [MadeFile(name: "labels.jsonl", text: rows)]
    }

    /// Writes a file that the recipes make.
    ///
    /// - Throws: `CorpusError.Code.unwritable`.
    public func write(_ file: MadeFile) throws(CorpusError) {
        let target = "\(path)/\(file.name)"
        do {
            try Data(file.text.utf8).write(to: URL(fileURLWithPath: target), options: .atomic)
        } catch {
            throw CorpusError(
                .unwritable,
                file: target,
                reason: "cannot be written",
                underlying: error.localizedDescription
            )
        }
    }

    /// Whether the folder holds a file exactly as the recipes make it.
    public func holds(_ file: MadeFile) -> Bool {
        FileManager.default.contents(atPath: "\(path)/\(file.name)") == Data(file.text.utf8)
    }

    private func textFiles(in folder: String) throws(CorpusError) -> [String] {
        let place = "\(path)/\(folder)"
        do {
            let names = try FileManager.default.contentsOfDirectory(atPath: place)
            return names.filter { $0.hasSuffix(".txt") }.sorted()
        } catch {
            // The system's own words are shorter than Foundation's.
            guard unsafe access(place, R_OK) != 0 else {
                throw unreadable(folder, underlying: error.localizedDescription)
            }
            let reason = unsafe String(cString: strerror(errno))
            throw CorpusError(.unreadable, file: place, reason: reason)
        }
    }

    private func text(of name: String) throws(CorpusError) -> String {
        guard let data = FileManager.default.contents(atPath: "\(path)/\(name)") else {
            throw unreadable(name, underlying: nil)
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw unreadable(name, underlying: "it is not UTF-8")
        }
        return text
    }

    private func unreadable(_ name: String, underlying: String?) -> CorpusError {
        CorpusError(
            .unreadable,
            file: "\(path)/\(name)",
            reason: "cannot be read",
            underlying: underlying
        )
    }
}
