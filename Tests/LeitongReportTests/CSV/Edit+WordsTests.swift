import Testing

@testable import LeitongReport

@Suite struct EditWordsTests {
    private func edit(_ kind: Edit.Kind, _ a: String?, _ b: String?) -> Edit {
        Edit(kind: kind, a: 0..<0, b: 0..<0, aText: a, bText: b)
    }

    @Test func changesAreToldInWords() {
        let edits = [
            edit(.equal, "一", "一"), edit(.replaced, "青屿", "白鹭"), edit(.inserted, "", "认真"),
            edit(.deleted, "切实", ""), edit(.redacted, "**", "张三"), edit(.deleted, nil, nil),
        ]
        #expect(
            edits.changesInWords
                == "“青屿” → “白鹭”; added “认真”; removed “切实”; “**” → “张三”; removed “”"
        )
        #expect([edits[0]].changesInWords.isEmpty && [Edit]().changesInWords.isEmpty)
    }
}
