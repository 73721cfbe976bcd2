import Foundation

/// The clauses of the original speeches in `corpus/speeches`, each with the mark that ends it.
///
/// Speeches with planted copies are left out: a copy in half width is one clause as long as a
/// paragraph, and would make paragraphs alike that should not be.
struct SampleSentences {
    let clauses: [[Unicode.Scalar]]
    /// All ideographs of the speeches in order, to draw replacements from by their frequency.
    let ideographs: [Unicode.Scalar]

    init() {
        let root = URL(filePath: #filePath)
            .deletingLastPathComponent()
            .appending(path: "../../..")
            .standardizedFileURL
        let folder = root.appending(path: "corpus/speeches")
        var clauses: [[Unicode.Scalar]] = []
        var ideographs: [Unicode.Scalar] = []
        for text in Self.texts(in: folder) {
            for line in text.split(separator: "\n") {
                var clause: [Unicode.Scalar] = []
                for scalar in line.unicodeScalars where !scalar.properties.isWhitespace {
                    clause.append(scalar)
                    if scalar.properties.isIdeographic { ideographs.append(scalar) }
                    if "，。；：？！".unicodeScalars.contains(scalar) {
                        clauses.append(clause)
                        clause.removeAll()
                    }
                }
                if clause.count > 1 { clauses.append(clause) }
            }
        }
        precondition(clauses.count > 1000, "corpus/speeches holds too little text")
        self.clauses = clauses
        self.ideographs = ideographs
    }

    private static func texts(in folder: URL) -> [String] {
        do {
            let recipes = folder.deletingLastPathComponent().appending(path: "recipes")
            let planted = try FileManager.default.contentsOfDirectory(atPath: recipes.path())
            return try FileManager.default
                .contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
                .filter { $0.pathExtension == "txt" && !planted.contains($0.lastPathComponent) }
                .sorted { $0.path() < $1.path() }
                .map { try String(contentsOf: $0, encoding: .utf8) }
        } catch {
            fatalError("corpus/speeches cannot be read: \(error)")
        }
    }
}
