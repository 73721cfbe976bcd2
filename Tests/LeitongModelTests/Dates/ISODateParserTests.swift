import Foundation
import Testing

@testable import LeitongModel

@Suite struct ISODateParserTests {
    @Test(arguments: [
        ("1970", 0), ("1970-01-01", 0), ("19700102", 86_400), ("1970-02", 31 * 86_400),
        ("2024-02-29", 1_709_164_800), ("2024-05-01T08:30:00+08:00", 1_714_523_400),
        ("2024-05-01T00:30Z", 1_714_523_400), ("2024-05-01 00:30:00", 1_714_523_400),
        ("20240501T003000Z", 1_714_523_400), ("1969-12-31T23:59:59Z", -1),
        ("2024-04-30T24:00", 1_714_521_600), ("0001-01-01", -62_135_596_800), (" 1970 ", 0),
    ])
    func readsDates(text: String, seconds: Int) {
        #expect(ISODateParser.date(text)?.earliest == seconds * 1_000_000)
    }

    @Test func fractionsCount() {
        #expect(ISODateParser.date("1970-01-01T00:00:00.5Z")?.earliest == 500_000)
        #expect(ISODateParser.date("1970-01-01T00:00:00,123456789Z")?.earliest == 123_456)
    }

    @Test(arguments: [
        "", "now", "24", "2024-", "2024-13", "2023-02-29", "2024-00-01", "202405", "2024-5-1",
        "2024-05-01T", "2024-05-01T25:00", "2024-05-01Tx", "2024-05-01T08:60", "2024年5月1日",
        "2024-05-01T08:30:00+8", "2024-05-01T08:30:00.Z", "2024-05-01T08:30:00Z!",
    ])
    func refusesWhatIsNone(text: String) {
        #expect(ISODateParser.date(text) == nil)
    }

    /// Against Foundation's calendar, over leap years and centuries.
    @Test func daysEqualTheCalendar() throws {
        let formatter = ISO8601DateFormatter()
        for day in stride(from: -200_000, through: 200_000, by: 97) {
            let date = Date(timeIntervalSince1970: Double(day) * 86_400)
            let text = formatter.string(from: date)
            // Before 1582 Foundation counts by the Julian calendar.
            guard day > -141_427 else { continue }
            #expect(ISODateParser.date(text)?.earliest == day * 86_400_000_000, "\(text)")
        }
    }
}
