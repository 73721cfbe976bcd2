import Foundation
import Leitong
import LeitongFiles
import LeitongReport
import TestSupport
import Testing

/// Real texts and labelled sets beside the project; these tests do nothing where they are absent.
@Suite(.enabled(if: Project.shared != nil))
struct SharedSetsTests {
    private func find(_ path: String, _ options: ComparisonOptions = .init()) async throws -> Report
    {
        let folder = try #require(Project.shared).appendingPathComponent(path).path
        let corpus = try await Loader().load(paths: [folder])
        return try await Finder(options: options).find(in: corpus)
    }

    /// Sections 3 and 6 of one file are one speech given twice; nothing else is copied.
    @Test func oneSpeechOfTheSeedsIsGivenTwice() async throws {
        let report = try await find("seeds")
        #expect(report.summary.sections == 6)
        let pairs = report.paragraphs.map { [$0.a.document, $0.b.document].map { $0.suffix(6) } }
        #expect(pairs == Array(repeating: [".txt#3", ".txt#6"], count: 9))
        #expect(report.paragraphs.allSatisfy { $0.jaccard == 1 })
        let seeds = try #require(Project.shared).appendingPathComponent("seeds").path
        let corpus = try await Loader().load(paths: [seeds])
        let scores = try await Scorer().score(corpus).pairs
        let copied = scores.filter { $0.aCovered > 0.5 || $0.bCovered > 0.5 }
        #expect(copied.map { [$0.a, $0.b].map { $0.suffix(6) } } == [[".txt#3", ".txt#6"]])
        #expect(copied.allSatisfy { $0.aCovered == 1 && $0.bCovered > 0.99 })
        // Five different speeches: next to nothing but set phrases.
        let foreign = scores.filter { !($0.a.contains("/004") || $0.b.contains("/004")) }
        #expect(foreign.count == 6)
        #expect(foreign.allSatisfy { $0.aCovered < 0.01 && $0.bCovered < 0.01 })
    }

    /// Articles of one line each, some given twice: the planted pairs and no others.
    @Test(arguments: ["n100", "n1000"])
    func plantedArticlesAreFoundAndNoOthers(set: String) async throws {
        struct Label: Decodable {
            var a: String
            var b: String
        }
        let shared = try #require(Project.shared)
        let file = shared.appendingPathComponent("labelled/minhash_articles/\(set)/pairs.jsonl")
        let labels = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            .map { try JSONDecoder().decode(Label.self, from: Data($0.utf8)) }
        let report = try await find("labelled/minhash_articles/\(set)/docs")
        let found = Set(
            report.paragraphs.map { match in
                Set([match.a, match.b].map { URL(fileURLWithPath: $0.document).lastPathComponent })
            }
        )
        #expect(found == Set(labels.map { [$0.a, $0.b] }))
    }
}
