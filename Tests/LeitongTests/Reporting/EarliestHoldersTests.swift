import LeitongModel
import LeitongReport
import Testing

@testable import Leitong

@Suite struct EarliestHoldersTests {
    private func earliest(_ names: String) -> EarliestHolder? {
        let dates = [
            "a": DocumentDate(year: 2023, month: 3, day: 5),
            "b": DocumentDate(year: 2023, month: 3, day: 6),
            "c": DocumentDate(year: 2023, month: 3), "d": DocumentDate(year: 2022),
            "e": DocumentDate(year: 2023, month: 3, day: 5),
        ]
        let holders = EarliestHolders(dates.compactMap { name, date in date.map { (name, $0) } })
        let places = names.map { Place(document: String($0), range: 0..<1, line: 1) }
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
