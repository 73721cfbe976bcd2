import Foundation
import LeitongReport
import Testing

@Suite struct JSONWriterTests {
    static let reports: [Report] =
        [.found, .foundVariants, .foundCommon, .scoredPair, .scoredAll, .empty(.find)]
        + hostileTexts.map { .holding($0) }

    @Test(arguments: reports)
    func reportDecodesFromItsOutput(report: Report) throws {
        let data = Data(JSONWriter().bytes(of: report))
        #expect(try JSONDecoder().decode(Report.self, from: data) == report)
    }

    @Test(arguments: reports)
    func outputSaysWhatTheEncoderSays(report: Report) throws {
        let written = try JSONSerialization.jsonObject(with: Data(JSONWriter().bytes(of: report)))
        let encoded = try JSONSerialization.jsonObject(with: JSONEncoder().encode(report))
        #expect(written as? NSDictionary == encoded as? NSDictionary)
        #expect(written is NSDictionary)
    }

    @Test func keysAreSorted() throws {
        let text = Report.found.printed(by: JSONWriter())
        let top = text.split(separator: "\n").filter { $0.hasPrefix("  \"") }
        #expect(top == top.sorted() && top.count == 14)
        let row = try #require(text.split(separator: "\n").first { $0.hasPrefix("    {") })
        let keys = ["cohesion", "level", "lines", "mean_similarity", "members", "similarities"]
        let positions = keys.map { key in row.firstRange(of: "\"\(key)\":")?.lowerBound }
        let found = positions.compactMap(\.self)
        #expect(found.count == keys.count && found == found.sorted())
    }

    @Test func clustersWithoutAClassAreCopies() throws {
        let json = Report.foundCommon.printed(by: JSONWriter())
        let bare = json.replacing(#""class":"common","cohesion""#, with: #""cohesion""#)
        #expect(bare != json)
        let report = try JSONDecoder().decode(Report.self, from: Data(bare.utf8))
        #expect(report.clusters.map(\.matchClass) == [.copy, .copy])
    }

    @Test func textStandsAsItIs() {
        let text = Report.holding("目录/甲.txt 👍").printed(by: JSONWriter())
        #expect(text.contains("目录/甲.txt 👍"))
        #expect(text.hasSuffix("}\n") && !text.contains("\\/"))
    }

    @Test func numbersAreShort() {
        var report = Report.found
        report.clusters[0].similarities = [1, 0.84, 0, 0.0001, 0.9999, 0.05, 1.0 / 3, 2, -0.5]
        let text = report.printed(by: JSONWriter())
        #expect(
            text.contains("[1,0.84,0,0.0001,0.9999,0.05,0.3333333333333333,2,-0.5]")
        )
    }

    @Test func similaritiesAreRoundedWhenTheReportIsMade() {
        let place = Place(document: "x", range: 0..<1, line: 1)
        let match = ParagraphMatch(
            a: place,
            b: place,
            form: .near,
            jaccard: 2.0 / 3,
            basis: .jaccard
        )
        #expect(match.jaccard == 0.6667)
    }

    @Test func clusterWithoutAllItsLinesIsRefused() {
        let text = Report.found.printed(by: JSONWriter())
            .replacing("\"lines\":[12,40,7]", with: "\"lines\":[12,40]")
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(Report.self, from: Data(text.utf8))
        }
    }
}
