import Testing

@testable import LeitongModel

@Suite struct DocumentDateTests {
    @Test(
        arguments: [
            (2023, nil, nil, "2023"), (2023, 3, nil, "2023-03"), (2023, 3, 5, "2023-03-05"),
            (9, 12, 31, "0009-12-31"), (2024, 2, 29, "2024-02-29"),
        ] as [(Int, Int?, Int?, String)]
    )
    func writesWhatIsKnown(year: Int, month: Int?, day: Int?, text: String) {
        let date = DocumentDate(year: year, month: month, day: day)
        #expect(date?.text == text)
        #expect(ISODateParser.date(text) == date)
    }

    @Test(
        arguments: [
            (2023, 13, nil), (2023, 0, nil), (2023, 2, 29), (2023, nil, 5), (-1, nil, nil),
            (10_000, 1, 1),
            (2023, 4, 31), (2023, 1, 0),
        ] as [(Int, Int?, Int?)]
    )
    func refusesWhatNoCalendarHas(year: Int, month: Int?, day: Int?) {
        #expect(DocumentDate(year: year, month: month, day: day) == nil)
    }

    @Test func latestIsTheEndOfWhatIsSaid() throws {
        let day = try #require(ISODateParser.date("2024-02-29"))
        let month = try #require(ISODateParser.date("2024-02"))
        let year = try #require(ISODateParser.date("2024"))
        let moment = try #require(ISODateParser.date("2024-02-29T23:59:59.999999Z"))
        #expect(day.latest == month.latest && day.latest == moment.latest)
        #expect(moment.earliest == moment.latest)
        #expect(year.latest > month.latest && year.earliest < month.earliest)
    }
}
