import LeitongReport
import Testing

/// What values say of themselves.
@Suite struct ValuesTests {
    @Test func shareOfAnEmptyDocumentIsNothing() {
        #expect(ComparedDocument.named("a", title: nil, characters: 0, copied: 0).copiedShare == 0)
        #expect(
            ComparedDocument.named("a", title: nil, characters: 8, copied: 2).copiedShare == 0.25
        )
    }

    @Test func aDocumentHasAsManySourcesAsAreListedUnlessMoreAreKnown() {
        let source = DocumentSource(name: "b", characters: 1, exclusiveCharacters: 1)
        func document(_ count: Int?) -> ComparedDocument {
            ComparedDocument(
                name: "a",
                path: "a",
                section: nil,
                title: nil,
                format: "text",
                encoding: "UTF-8",
                paragraphs: 1,
                shortParagraphs: 0,
                characters: 5,
                copiedCharacters: 3,
                sources: [source],
                sourceCount: count
            )
        }
        #expect(document(nil).sourceCount == 1 && document(9).sourceCount == 9)
        #expect(document(nil).sharedCharacters == 3)
    }

    @Test(arguments: TextWarning.Code.allCases)
    func warningsCountInWords(code: TextWarning.Code) {
        let one = TextWarning(document: "a", code: code, count: 1).message
        let many = TextWarning(document: "a", code: code, count: 3).message
        #expect(one.contains("holds 1 ") && many.contains("holds 3 "))
        #expect(one != many.replacing("3", with: "1"), "one of them is not in the plural")
    }

    @Test func anEarliestHolderHasNoEmptyMembers() {
        let alone = EarliestHolder(name: "a", date: "2024")
        #expect(alone.ties == nil && alone.unknown == nil)
        let other = EarliestHolder(name: "a", date: "2024", ties: ["b"], unknown: 2)
        #expect(other.ties == ["b"] && other.unknown == 2)
    }
}
