import Leitong
import LeitongFormats
import LeitongModel

/// Keeps a run from writing over anything that it reads.
struct InputProtection {
    /// Files, folders and patterns that are read as documents.
    var paths: [String]
    var include: [String] = []
    var exclude: [String] = []
    /// What else is read: a list of pairs, a model.
    var others: [String] = []

    /// A file to be written, as it was asked for.
    struct Output {
        let option: String
        let path: String

        /// Creates an output; standard output is none.
        init?(_ option: String, _ path: String?) {
            guard let path, path != "-" else { return nil }
            self.option = option
            self.path = path
        }
    }

    /// Looks before any work is done whether files may be written.
    ///
    /// - Parameter outputs: What is to be written; `nil` is nothing.
    /// - Throws: ``CommandError`` for a file that is read too, or is written twice; ``OutputError``
    ///   for one that cannot be written.
    func check(_ outputs: Output?...) throws {
        var written: [FileIdentity: Output] = [:]
        var names: Set<String> = []
        for output in outputs.compactMap(\.self) {
            // What is written to a device replaces nothing.
            if case .special = try OutputTarget(output.path) { continue }
            guard names.insert(OutputTarget.resolved(output.path)).inserted else {
                throw CommandError("\(output.path): would be written twice")
            }
            if let identity = FileIdentity(of: InputFile(path: output.path)) {
                written[identity] = output
            }
        }
        guard !written.isEmpty else { return }
        let found = InputWalker(include: include, exclude: exclude).walk(paths)
        let read = found.files + found.patternFiles + others.map { InputFile(path: $0) }
        for file in read {
            guard let identity = FileIdentity(of: file), let output = written[identity] else {
                continue
            }
            throw CommandError(
                "\(output.path) is read as input; choose another \(output.option)"
            )
        }
    }
}
