import Foundation
import LeitongModel
import Testing

@testable import LeitongFormats

@Suite(.enabled(if: HelperProgram("pdftotext", limits: .init()) != nil))
struct PDFExtractorTests {
    /// A file of pages with lines of ASCII, as simple as one can be.
    private static func pdf(_ pages: [[String]], trailer: String = "") -> [UInt8] {
        var objects = ["<</Type/Catalog/Pages 2 0 R>>", ""]
        objects.append("<</Type/Font/Subtype/Type1/BaseFont/Courier>>")
        var kids: [String] = []
        for lines in pages {
            let text = lines.map { "(\($0)) Tj 0 -14 Td " }.joined()
            let content = lines.isEmpty ? "0 0 100 100 re f" : "BT /F 10 Tf 72 720 Td \(text)ET"
            kids.append("\(objects.count + 1) 0 R")
            objects.append(
                """
                <</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents \(objects.count + 2) 0 R\
                /Resources<</Font<</F 3 0 R>>>>>>
                """
            )
            objects.append("<</Length \(content.utf8.count)>>stream\n\(content)\nendstream")
        }
        objects[1] = "<</Type/Pages/Count \(pages.count)/Kids[\(kids.joined(separator: " "))]>>"
        var file = "%PDF-1.4\n"
        var places = ""
        for (index, object) in objects.enumerated() {
            let place = String(file.utf8.count)
            places += String(repeating: "0", count: 10 - place.count) + place + " 00000 n \n"
            file += "\(index + 1) 0 obj\(object)endobj\n"
        }
        let start = file.utf8.count
        file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n\(places)"
        file += "trailer<</Size \(objects.count + 1)/Root 1 0 R\(trailer)>>\n"
        return Array((file + "startxref\n\(start)\n%%EOF\n").utf8)
    }

    private func read(
        _ bytes: [UInt8],
        _ limits: ReadingLimits = .init()
    ) throws -> ExtractedParagraphs {
        try ExtractedParagraphs(bytes, name: "a", options: ReadingOptions(limits: limits))
    }

    @Test func linesAreParagraphsAgain() throws {
        let lines = [
            "the first line of a paragraph is as long as it could be so that",
            "the second goes on and ends early.", "A new one follows here.",
        ]
        let read = try read(Self.pdf([lines]))
        #expect(read.texts == [lines[0] + " " + lines[1], lines[2]])
        #expect(read.batch.documents.map(\.format) == [.pdf])
    }

    @Test func whatHasNoTextIsNamed() throws {
        #expect(try read(Self.pdf([[], []])).reasons == [.noText])
        #expect(try read(Array("%PDF-1.7\nno file".utf8)).reasons == [.malformed])
        let whole = Self.pdf([["a"]])
        #expect(try read(Array(whole.prefix(60))).reasons == [.malformed])
    }

    @Test func lockedFilesAreNamed() throws {
        let key = String(repeating: "00", count: 32)
        let lock = "/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/O<\(key)>/U<\(key)>/P -4>>"
        #expect(try read(Self.pdf([["a"]], trailer: lock)).reasons == [.encrypted])
    }

    @Test func theHelperIsLimited() throws {
        let limits = ReadingLimits(helperBytes: 8 << 20)
        let reasons = try read(Self.pdf([["a"]]), limits).reasons
        #expect(reasons.count == 1 && reasons != [.noText])
    }
}
