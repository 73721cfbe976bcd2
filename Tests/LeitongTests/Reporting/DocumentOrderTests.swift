import Testing

@testable import Leitong

@Suite struct DocumentOrderTests {
    @Test func datesTellOnlyWhereNoneLiesWithinTheOther() throws {
        func date(_ year: Int, _ month: Int? = nil, _ day: Int? = nil) throws -> DocumentDate {
            try #require(DocumentDate(year: year, month: month, day: day))
        }
        let (month, day) = (try date(2023, 5), try date(2023, 5, 4))
        #expect(month.order(beside: day) == nil && day.order(beside: month) == nil)
        #expect(day.order(beside: day) == nil)
        #expect(day.order(beside: try date(2023, 5, 5)) == .earlier)
        #expect(try date(2023, 6).order(beside: day) == .later)
        #expect(try date(2022).order(beside: month) == .earlier)
        #expect(try date(2023).order(beside: month) == nil)
    }

    @Test func withoutTwoDatesThereIsNoOrder() throws {
        let dates: [DocumentDate?] = [DocumentDate(year: 2020), DocumentDate(year: 2021), nil]
        let units = Corpus(
            dates.enumerated().map { InputText(id: "\($0.offset)", text: "文字", date: $0.element) }
        )
        .units
        #expect(units.order(ofUnit: 0, beside: 1) == .earlier)
        #expect(units.order(ofUnit: 1, beside: 0) == .later)
        #expect(units.order(ofUnit: 0, beside: 2) == nil)
        #expect(units.order(ofUnit: 2, beside: 1) == nil)
    }
}
