import Foundation
import TestSupport
import Testing

@testable import LeitongReport

/// docs/json.md names every member and column that is written, and no other.
@Suite struct DocumentedFieldsTests {
    /// What the tables of docs/json.md name, by heading.
    private func documented() throws -> [String: Set<String>] {
        let file = Project.root.appendingPathComponent("docs/json.md")
        let sections = try String(contentsOf: file, encoding: .utf8)
            .components(separatedBy: "\n## ").dropFirst()
        var names: [String: Set<String>] = [:]
        for section in sections {
            let lines = section.components(separatedBy: "\n")
            for line in lines where line.hasPrefix("| `") {
                let cell = line.components(separatedBy: " | ")[0]
                let parts = cell.components(separatedBy: "`").enumerated()
                    .filter { !$0.offset.isMultiple(of: 2) }
                names[lines[0], default: []].formUnion(parts.map(\.element))
            }
        }
        return names
    }

    private func keys<Row: JSONRow>(_ fields: [JSONField<Row>]) -> Set<String> {
        Set(fields.map(\.key))
    }

    @Test func everyMemberOfAReportIsDocumented() throws {
        let documented = try documented()
        var full = Report.empty(.find)
        full.warnings = [TextWarning(document: "a.txt", code: .privateUse, count: 1)]
        let printed = Data(full.printed(by: JSONWriter()).utf8)
        let report = try #require(
            try JSONSerialization.jsonObject(with: printed) as? [String: Any]
        )
        #expect(documented["report"] == Set(report.keys))
        #expect(documented["tool"] == keys(JSONField<Report.Tool>.tool))
        #expect(documented["options"] == keys(JSONField<RunOptions>.options))
        #expect(documented["options of passages"] == keys(JSONField<PassageOptions>.options))
        #expect(documented["guarantee"] == keys(JSONField<Guarantee>.guarantee))
        #expect(
            documented["point of the curve"] == keys(JSONField<Guarantee.CurvePoint>.curvePoint)
        )
        #expect(documented["summary"] == keys(JSONField<Summary>.summary))
        #expect(documented["document"] == keys(JSONField<ComparedDocument>.document))
        #expect(documented["source"] == keys(JSONField<DocumentSource>.source))
        #expect(documented["pair"] == keys(JSONField<PairScore>.pair))
        #expect(documented["skipped"] == keys(JSONField<SkippedEntry>.skipped))
        #expect(documented["warning of a report"] == keys(JSONField<TextWarning>.warning))
    }

    @Test func everyMemberOfAMatchIsDocumented() throws {
        let documented = try documented()
        #expect(documented["cluster"] == keys(JSONField<Cluster>.cluster))
        #expect(documented["variants"] == keys(JSONField<ClusterVariants>.variants))
        #expect(documented["slot"] == keys(JSONField<ClusterVariants.Slot>.slot))
        #expect(documented["value"] == keys(JSONField<ClusterVariants.Value>.value))
        #expect(documented["earliest"] == keys(JSONField<EarliestHolder>.earliest))
        #expect(documented["paragraph"] == keys(JSONField<ParagraphMatch>.paragraph))
        #expect(documented["difference"] == keys(JSONField<Edit>.difference))
        #expect(documented["passage"] == keys(JSONField<PassageMatch>.passage))
        #expect(documented["edit"] == keys(JSONField<Edit>.edit))
        #expect(documented["phrase"] == keys(JSONField<Phrase>.phrase))
    }

    @Test func everyMemberOfDedupAndInspectIsDocumented() throws {
        let documented = try documented()
        #expect(documented["removal"] == keys(JSONField<DeduplicationEntry>.entry))
        #expect(documented["summary of dedup"] == keys(JSONField<DeduplicationSummary>.summary))
        #expect(documented["inspected document"] == keys(JSONField<InspectedDocument>.inspected))
        #expect(
            documented["inspected section"] == keys(JSONField<InspectedDocument.Section>.section)
        )
        #expect(
            documented["inspection warning"]
                == keys(JSONField<InspectedDocument.Warning>.warning)
        )
        #expect(documented["line"] == keys(JSONField<InspectedDocument.Line>.line))
        #expect(documented.count == 30)
    }

    @Test(arguments: [Report.Command.find, .score])
    func everyColumnIsDocumented(command: Report.Command) throws {
        let table = Report.empty(command).printed(by: CSVWriter())
        let header = table.components(separatedBy: "\r\n")[0].drop { $0 == "\u{FEFF}" }
        let columns = Set(header.split(separator: ",").map(String.init))
        #expect(try documented()["CSV of \(command.rawValue)"] == columns)
    }
}
