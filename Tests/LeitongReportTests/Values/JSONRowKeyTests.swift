import Foundation
import Testing

@testable import LeitongReport

/// Rows in JSON: what is read of them, and what is refused.
@Suite struct JSONRowKeyTests {
    private func decoded<Row: Codable & Equatable>(
        _ row: Row,
        _ change: (inout [String: Any]) -> Void
    ) throws -> Row {
        let json = try JSONSerialization.jsonObject(with: JSONEncoder().encode(row))
        var object = try #require(json as? [String: Any])
        change(&object)
        let data = try JSONSerialization.data(withJSONObject: object)
        return try JSONDecoder().decode(Row.self, from: data)
    }

    @Test func rowsSayWhatTheyAre() throws {
        var random = RandomReport(seed: 5)
        func type(_ row: some Encodable) throws -> String? {
            let json = try JSONSerialization.jsonObject(with: JSONEncoder().encode(row))
            return (json as? [String: Any])?["type"] as? String
        }
        #expect(try type(random.paragraph()) == "paragraph")
        #expect(try type(random.passage()) == "passage")
        #expect(try type(random.phrase()) == "phrase")
        #expect(try type(random.cluster(.passage)) == "cluster")
    }

    @Test(arguments: ["a_end", "b_end"])
    func placesThatEndBeforeTheyBeginAreRefused(key: String) throws {
        var random = RandomReport(seed: 6)
        let (paragraph, passage) = (random.paragraph(), random.passage())
        #expect(try decoded(paragraph) { _ in } == paragraph)
        #expect(throws: DecodingError.self) { try decoded(paragraph) { $0[key] = -1 } }
        #expect(throws: DecodingError.self) { try decoded(passage) { $0[key] = -1 } }
    }

    @Test(arguments: 0..<10 as Range<UInt64>)
    func placesNeedALineEach(seed: UInt64) throws {
        var random = RandomReport(seed: seed)
        let (phrase, cluster) = (random.phrase(), random.cluster(.paragraph))
        let lines = phrase.places.map(\.line)
        #expect(try decoded(phrase) { _ in } == phrase)
        #expect(throws: DecodingError.self) { try decoded(phrase) { $0["lines"] = lines + [1] } }
        #expect(throws: DecodingError.self) {
            try decoded(cluster) { $0["lines"] = cluster.members.map(\.line) + [1] }
        }
    }

    @Test(arguments: [
        #"["x",5,4]"#, #"["x",5]"#, #"[5,6,"x"]"#, #"{"document":"x"}"#, #"["x",0.5,4]"#,
    ])
    func listedPlacesAreADocumentAndARange(json: String) throws {
        let good = try JSONDecoder().decode(ListedPlace.self, from: Data(#"["x",5,5]"#.utf8))
        #expect(good.place(line: 3) == Place(document: "x", range: 5..<5, line: 3))
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(ListedPlace.self, from: Data(json.utf8))
        }
    }

    /// Differences have no places of their own: they follow from the paragraph's.
    @Test func differencesStandFromTheBeginningOfTheirParagraph() throws {
        let match = try #require(Report.found.paragraphs.first { $0.differences != nil })
        let moved = try decoded(match) {
            $0["a_start"] = 5_000
            $0["a_end"] = 6_000
        }
        #expect(moved.differences?.first?.a.lowerBound == 5_000)
        #expect(moved.differences?.map(\.a.count) == match.differences?.map(\.a.count))
        #expect(moved.differences?.map(\.b) == match.differences?.map(\.b))
        #expect(throws: DecodingError.self) {
            try decoded(match) {
                $0["a_start"] = Int.max - 1
                $0["a_end"] = Int.max
            }
        }
    }

    @Test(arguments: ["form", "basis", "jaccard", "class", "bits", "a", "b_line"])
    func membersOfAMatchMayNotBeMissing(key: String) throws {
        let match = Report.found.paragraphs[0]
        #expect(throws: DecodingError.self) { try decoded(match) { $0[key] = nil } }
        #expect(try decoded(match) { $0["cluster"] = nil }.cluster == nil)
    }
}
