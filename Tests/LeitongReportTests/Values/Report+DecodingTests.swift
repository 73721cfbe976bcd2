import Foundation
import LeitongReport
import Testing

@Suite struct ReportDecodingTests {
    @Test(arguments: ["0", "2", "\"1\"", "null", "1.5"])
    func aReportOfAnotherVersionIsRefused(schema: String) throws {
        let json = Report.found.printed(by: JSONWriter())
        let other = json.replacing("\"schema\": 1", with: "\"schema\": \(schema)")
        #expect(other != json)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(Report.self, from: Data(other.utf8))
        }
    }

    /// The version is read first: of another one nothing else is taken for what it was.
    @Test func theVersionIsNamedBeforeWhatIsMissing() throws {
        let error = try #require(throws: DecodingError.self) {
            try JSONDecoder().decode(Report.self, from: Data(#"{"schema":2}"#.utf8))
        }
        guard case .dataCorrupted(let context) = error else {
            Issue.record("\(error)")
            return
        }
        #expect(context.debugDescription.contains("version 2"))
    }

    @Test(arguments: [
        "schema", "tool", "command", "options", "guarantee", "summary", "documents", "clusters",
        "paragraphs", "passages", "phrases", "passage_clusters", "pairs", "skipped",
    ])
    func noMemberMayBeMissing(member: String) throws {
        let json = Data(JSONWriter().bytes(of: Report.found))
        var object = try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
        #expect(object.removeValue(forKey: member) != nil)
        let rest = try JSONSerialization.data(withJSONObject: object)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Report.self, from: rest) }
    }
}
