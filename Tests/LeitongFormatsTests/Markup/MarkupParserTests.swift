import TestSupport
import Testing

@testable import LeitongFormats
@testable import LeitongModel

@Suite struct MarkupParserTests {
    /// Writes down what it is told.
    private struct Events: MarkupHandler {
        var told = ""

        mutating func start(_ name: String, _ attributes: MarkupAttributes) {
            let values = attributes.values.map { " \($0.name)=\($0.value)" }
            told += "<\(name)\(values.joined())>"
        }

        mutating func end(_ name: String) { told += "</\(name)>" }

        mutating func text(_ bytes: Span<UInt8>) {
            told += ByteSearch.string(bytes, 0..<bytes.count)
        }
    }

    private func xml(_ text: String) throws -> String {
        var events = Events()
        try MarkupParser.parseXML(Array(text.utf8), &events)
        return events.told
    }

    @Test func elementsComeInOrder() throws {
        #expect(
            try xml("<a x='1' y='&lt;'>甲<b/>&amp;&#x4E59;<!-- no --></a>")
                == "<a x=1 y=<>甲<b></b>&乙</a>"
        )
    }

    @Test(
        arguments: [
            ("<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>", .xmlEntities), ("<a><b></a>", .malformed),
            ("", .malformed), ("no markup", .malformed),
        ] as [(String, SkippedInput.Reason)]
    )
    func whatIsRefusedIsNamed(text: String, reason: SkippedInput.Reason) {
        let failure = #expect(throws: ExtractionFailure.self) { try xml(text) }
        #expect(failure?.reason == reason)
    }

    @Test func pagesAreReadHoweverTheyAreWritten() throws {
        var events = Events()
        try MarkupParser.parseHTML(Array("<p>甲<p>乙&nbsp;<br>&bogus;<b>c".utf8), &events)
        #expect(
            events.told.hasSuffix("<p>甲</p><p>乙\u{A0}<br></br>&bogus;<b>c</b></p></body></html>")
        )
    }
}
