import Foundation
import LeitongReport
import Testing

@Suite struct InspectionWriterTests {
    private static func sample(_ name: String) -> InspectedDocument {
        var document = InspectedDocument(
            name: name,
            path: "a/" + name,
            format: "text",
            encoding: "GB18030",
            encodingBasis: "detected",
            encodingConfidence: 0.875
        )
        document.date = "2023-03"
        document.dateSource = "name"
        document.sections = [
            .init(number: 0, title: nil, date: nil, paragraphs: 1),
            .init(number: 1, title: "在会上的讲话", date: "2022", paragraphs: 12),
        ]
        document.paragraphs = 13
        document.characters = 4_321
        document.comparedCharacters = 4_000
        document.warnings = [.init(.privateUse, "holds private characters")]
        document.text = [.init(line: 3, text: "第一段"), .init(line: 1_200, text: "第二段")]
        return document
    }

    private func printed(
        _ documents: [InspectedDocument],
        _ format: InspectionFormat,
        printsText: Bool = false,
        skipped: [SkippedEntry] = []
    ) -> String {
        var bytes: [UInt8] = []
        InspectionWriter(format: format, printsText: printsText)
            .write(documents, skipped: skipped) { bytes += $0 }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func aReaderSeesWhatWasUnderstood() {
        let text = printed([Self.sample("a.txt"), Self.sample("b.txt")], .text)
        let parts = text.components(separatedBy: "\n\n")
        #expect(parts.count == 2 && parts[0].hasPrefix("a.txt\n") && parts[1].hasPrefix("b.txt\n"))
        #expect(
            parts[0].split(separator: "\n").dropFirst().map(String.init) == [
                "    format      text",
                "    encoding    GB18030, detected, confidence 0.875",
                "    title       unknown",
                "    date        2023-03 (in the name)",
                "    section     #0 what stands before, 1 paragraph",
                "    section     #1 在会上的讲话, 2022, 12 paragraphs",
                "    paragraphs  13",
                "    characters  4,321, 4,000 compared",
                "    warning     holds private characters",
            ]
        )
    }

    @Test(arguments: [
        ("bom", "by its byte order mark"), ("declared", "as declared"),
        ("valid", "valid throughout"),
    ])
    func encodingsAreToldBySomething(basis: String, words: String) {
        var document = Self.sample("a")
        document.encodingBasis = basis
        #expect(printed([document], .text).contains("GB18030, \(words)\n"))
    }

    @Test func theTextAloneStandsWithItsLines() {
        let text = printed([Self.sample("a.txt")], .text, printsText: true)
        #expect(text == "a.txt\n     3  第一段\n  1200  第二段\n")
    }

    @Test(arguments: hostileTexts)
    func nothingFromAFileSteersTheTerminal(text: String) {
        var document = Self.sample(text)
        document.title = text
        document.text = [.init(line: 1, text: text)]
        #expect(!steersTerminals(printed([document], .text)))
        #expect(!steersTerminals(printed([document], .text, printsText: true)))
    }

    @Test func everyFormOfJSONSaysTheSame() throws {
        let skipped = [SkippedEntry(path: "x", reason: "empty", message: "x is empty")]
        let documents = [Self.sample("a"), Self.sample("\"b\"\n")]
        let whole = try #require(
            try JSONSerialization.jsonObject(
                with: Data(printed(documents, .json, skipped: skipped).utf8)
            ) as? [String: Any]
        )
        let rows = try printed(documents, .jsonl, skipped: skipped).split(separator: "\n")
            .map { line in
                try #require(
                    try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
                )
            }
        #expect(Set(whole.keys) == ["documents", "schema", "skipped"])
        let listed =
            (whole["documents"] as? [[String: Any]] ?? [])
            + (whole["skipped"] as? [[String: Any]] ?? [])
        #expect(rows.map { $0["type"] as? String } == ["document", "document", "skipped"])
        for (row, entry) in zip(rows, listed) {
            #expect(row.filter { $0.key != "type" } as NSDictionary == entry as NSDictionary)
        }
        #expect(listed.count == 3 && listed[1]["name"] as? String == "\"b\"\n")
        #expect(printed([], .json).hasPrefix("{\n  \"documents\": [],"))
    }
}
