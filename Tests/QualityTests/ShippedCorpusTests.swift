import Foundation
import Leitong
@_spi(Core) import LeitongCore
import LeitongFiles
import LeitongModel
import LeitongReport
import TestSupport
import Testing

/// The labelled corpus that ships with the project.
@Suite struct ShippedCorpusTests {
    private struct Label: Decodable {
        var a: String
        var b: String
        var a_start: Int
        var a_end: Int
        var b_start: Int
        var b_end: Int
        var kind: String
        var jaccard: Double

        var places: Set<String> { ["\(a) \(a_start) \(a_end)", "\(b) \(b_start) \(b_end)"] }
    }

    private static func labels() throws -> [Label] {
        let file = Project.corpus.appendingPathComponent("labels.jsonl")
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            .map { try JSONDecoder().decode(Label.self, from: Data($0.utf8)) }
    }

    private static func find(exact: Bool) async throws -> [ParagraphMatch] {
        var options = ComparisonOptions()
        options.shingleRule = .characters(5)
        options.isExact = exact
        options.listsAllPairs = true
        let corpus = try await Loader().load(paths: [Project.corpus.path])
        #expect(corpus.batch.skipped.isEmpty)
        return try await Finder(options: options).find(in: corpus).paragraphs
    }

    private static func places(_ match: ParagraphMatch) -> Set<String> {
        let folder = Project.corpus.path + "/"
        return Set(
            [match.a, match.b]
                .map { place in
                    let name = place.document.split(separator: "#")[0]
                    return
                        "\(name.dropFirst(folder.count)) \(place.range.lowerBound) \(place.range.upperBound)"
                }
        )
    }

    /// Every planted pair at or over the threshold is found, with the Jaccard its label states, and
    /// nothing else: set phrases are no copies.
    @Test(arguments: [true, false])
    func foundPairsAreTheLabelledOnes(exact: Bool) async throws {
        let labels = try Self.labels()
        let expected = labels.filter { $0.jaccard >= 0.7 }
        let found = try await Self.find(exact: exact)
        let byPlaces = Dictionary(found.map { (Self.places($0), $0) }) { first, _ in first }
        for label in expected {
            let match = byPlaces[label.places]
            #expect(match != nil, "missed: \(label.kind) \(label.places)")
            #expect(match?.jaccard == label.jaccard, "\(label.kind) \(label.places)")
        }
        let known = Set(labels.map(\.places))
        let unexpected = found.filter { !known.contains(Self.places($0)) }
        #expect(unexpected.isEmpty, "\(unexpected.map { Self.places($0) })")
    }

    @Test func everyKindOfCopyIsPlanted() throws {
        let kinds = Set(try Self.labels().map(\.kind))
        let wanted: Set<String> = [
            "exact", "edit-1", "edit-3", "edit-5", "edit-10", "edit-20", "redacted", "reordered",
            "contained", "wrapped", "full-width", "traditional",
        ]
        #expect(wanted.isSubset(of: kinds))
    }

    /// Copies that folding makes equal are found as equal.
    @Test func wrappedAndFullWidthCopiesAreEqual() async throws {
        let found = try await Self.find(exact: false)
        let byPlaces = Dictionary(found.map { (Self.places($0), $0) }) { first, _ in first }
        for label in try Self.labels()
        where ["exact", "wrapped", "full-width"].contains(label.kind) {
            #expect(byPlaces[label.places]?.form == .exact, "\(label.kind) \(label.places)")
        }
    }

    @Test func corpusIsAsLargeAsPromised() async throws {
        let corpus = try await Loader().load(paths: [Project.corpus.path])
        #expect(corpus.batch.documents.count >= 14)
        #expect(corpus.batch.paragraphs.count >= 180)
        #expect(corpus.batch.documents.reduce(0) { $0 + $1.scalarCount } >= 40_000)
        let compiled = corpus.batch.documents.filter { !$0.sections.isEmpty }
        #expect(compiled.count == 1)
        #expect(corpus.batch.sections.count { $0.ordinal > 0 } == 6)
    }
}
