import LeitongReport
import Testing

@Suite struct ComparedDocumentTests {
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
}
