import Foundation
import Testing

@testable import LeitongSamples

/// The corpus that stands in the repository.
struct CommittedCorpus {
    static let folder = CorpusFolder(
        path: URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("corpus").path
    )

    /// A fresh expansion of the recipes.
    static func expansion() throws -> RecipeExpander.Expansion {
        try RecipeExpander(originals: folder.originals()).expansion(of: folder.recipes())
    }

    /// A generator that draws on the originals.
    static func generator(seed: UInt64 = 1) throws -> ParagraphGenerator {
        let texts = try folder.originals().map(\.text)
        return ParagraphGenerator(
            seed: seed,
            clauses: ParagraphGenerator.clauses(in: texts)
        )
    }

    /// The text of a file in the folder, as Unicode scalars.
    static func scalars(of name: String) throws -> [Unicode.Scalar] {
        let url = URL(fileURLWithPath: folder.path).appendingPathComponent(name)
        return Array(try String(contentsOf: url, encoding: .utf8).unicodeScalars)
    }
}

/// One row of labels.jsonl, read by a parser of its own.
struct LabelRow: Decodable {
    let type: String
    let a: String
    let aStart: Int
    let aEnd: Int
    let aLine: Int
    let aSection: Int?
    let b: String
    let bStart: Int
    let bEnd: Int
    let bLine: Int
    let bSection: Int?
    let kind: String
    let jaccard: Double
    let aPassage: [Int]?
    let bPassage: [Int]?

    /// The rows of the committed labels.
    static func committed() throws -> [LabelRow] {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let text = String(scalars: try CommittedCorpus.scalars(of: "labels.jsonl"))
        return try text.split(separator: "\n")
            .map {
                try decoder.decode(LabelRow.self, from: Data($0.utf8))
            }
    }

    /// The text that the range of `a` cuts.
    func textA() throws -> [Unicode.Scalar] {
        Array(try CommittedCorpus.scalars(of: a)[aStart..<aEnd])
    }

    /// The text that the range of `b` cuts.
    func textB() throws -> [Unicode.Scalar] {
        Array(try CommittedCorpus.scalars(of: b)[bStart..<bEnd])
    }
}

extension LabelRow: CustomTestStringConvertible {
    var testDescription: String { "\(kind) \(b):\(bLine)" }
}

/// The least number of insertions, deletions and substitutions between two texts.
func editDistance(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Int {
    var previous = Array(0...second.count)
    for (row, left) in first.enumerated() {
        var current = [row + 1]
        for (column, right) in second.enumerated() {
            let substituted = previous[column] + (left == right ? 0 : 1)
            current.append(min(substituted, previous[column + 1] + 1, current[column] + 1))
        }
        previous = current
    }
    return previous[second.count]
}
