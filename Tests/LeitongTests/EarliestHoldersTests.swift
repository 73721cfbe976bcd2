import LeitongDocuments
import LeitongReport
import Testing

@testable import Leitong

@Suite struct EarliestHoldersTests {
    private func unit(_ name: String, _ date: DocumentDate?) -> CollectionUnit {
        CollectionUnit(document: 0, name: name, date: date, paragraphs: 0..<0)
    }

    private func earliest(_ names: String) -> EarliestHolder? {
        let holders = EarliestHolders([
            unit("a", DocumentDate(year: 2023, month: 3, day: 5)),
            unit("b", DocumentDate(year: 2023, month: 3, day: 6)),
            unit("c", DocumentDate(year: 2023, month: 3)), unit("d", DocumentDate(year: 2022)),
            unit("e", DocumentDate(year: 2023, month: 3, day: 5)), unit("x", nil), unit("y", nil),
        ])
        let places = names.map { Place(document: String($0), start: 0, end: 1, line: 1) }
        return holders.earliest(among: places)
    }

    @Test func earliestIsNamedWithTiesAndUnknowns() {
        #expect(earliest("ab") == EarliestHolder(name: "a", date: "2023-03-05"))
        #expect(earliest("ba") == EarliestHolder(name: "a", date: "2023-03-05"))
        #expect(earliest("bae") == EarliestHolder(name: "a", date: "2023-03-05", ties: ["e"]))
        #expect(
            earliest("bcx")
                == EarliestHolder(name: "b", date: "2023-03-06", ties: ["c"], unknown: 1)
        )
        #expect(earliest("abcd") == EarliestHolder(name: "d", date: "2022"))
        #expect(earliest("axy") == EarliestHolder(name: "a", date: "2023-03-05", unknown: 2))
    }

    @Test func oneHolderOrNoDateTellsNothing() {
        #expect(earliest("xy") == nil)
        #expect(earliest("aa") == nil)
        #expect(earliest("") == nil)
    }
}
