/// The date a document bears: a year, and the month, day and moment as far as they are said.
///
/// ```swift
/// let date = DocumentDate(year: 2024, month: 3)
/// print(date?.text ?? "no date")    // 2024-03
/// print(DocumentDate(year: 2024, month: 2, day: 30) == nil)    // true
/// ```
///
/// Day numbers follow H. Hinnant, chrono-Compatible Low-Level Date Algorithms, 2013.
public struct DocumentDate: Sendable, Hashable {
    /// The year, 0 to 9999.
    public var year: Int { Int(storedYear) }
    /// The month, if it is said.
    public var month: Int? { storedMonth == 0 ? nil : Int(storedMonth) }
    /// The day of the month, if it is said.
    public var day: Int? { storedDay == 0 ? nil : Int(storedDay) }
    /// The first moment it can mean, in microseconds since 1970 began (UTC).
    public let earliest: Int

    // Small, since each record of a million may have one.
    private let storedYear: Int16
    private let storedMonth: UInt8
    private let storedDay: UInt8
    private let isMoment: Bool

    /// Creates a date; `nil` for what is none.
    ///
    /// - Parameters:
    ///   - year: From 0 to 9999.
    ///   - month: From 1 to 12.
    ///   - day: A day of that month.
    public init?(year: Int, month: Int? = nil, day: Int? = nil) {
        self.init(year: year, month: month, day: day, moment: nil)
    }

    /// Creates a date with its time of day: microseconds since that day began in UTC, which may lie
    /// outside it.
    package init?(year: Int, month: Int?, day: Int?, moment: Int?) {
        guard (0...9999).contains(year), day == nil || month != nil,
            month.map({ (1...12).contains($0) }) ?? true
        else { return nil }
        if let day, let month {
            let length = Self.length(ofMonth: month, year: year)
            guard (1...length).contains(day) else { return nil }
        }
        storedYear = Int16(year)
        storedMonth = UInt8(month ?? 0)
        storedDay = UInt8(day ?? 0)
        isMoment = moment != nil
        earliest = Self.dayNumber(year, month ?? 1, day ?? 1) * Self.microsPerDay + (moment ?? 0)
    }

    /// The last moment it can mean: of a year the end of December.
    public var latest: Int {
        if isMoment { return earliest }
        let lastMonth = month ?? 12
        let lastDay = day ?? Self.length(ofMonth: lastMonth, year: year)
        return (Self.dayNumber(year, lastMonth, lastDay) + 1) * Self.microsPerDay - 1
    }

    /// The date as ISO 8601 writes it, as far as it is known: `2023`, `2023-03`, `2023-03-05`.
    public var text: String {
        let parts = [month, day].compactMap { $0 }.map { "-" + Self.padded($0, 2) }
        return Self.padded(year, 4) + parts.joined()
    }

    /// Whether all that it can mean is within what another can mean: 2024-03-05 lies within 2024-03.
    package func lies(within other: DocumentDate) -> Bool {
        earliest >= other.earliest && latest <= other.latest
    }

    /// The one of some dates that lies within all of them; `nil` where they disagree, or are none.
    package static func finest(of dates: some Sequence<DocumentDate>) -> DocumentDate? {
        let finest = dates.min { $0.latest - $0.earliest < $1.latest - $1.earliest }
        return finest.flatMap { date in dates.allSatisfy { date.lies(within: $0) } ? date : nil }
    }

    private static let microsPerDay = 86_400_000_000

    private static func padded(_ value: Int, _ digits: Int) -> String {
        let text = String(value)
        return String(repeating: "0", count: Swift.max(0, digits - text.count)) + text
    }

    /// Days since 1970 began.
    private static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
        // Years begin in March, so that a leap day is the last day of its year.
        let shifted = month > 2 ? year : year - 1
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let leapDays = floor(shifted, 4) - floor(shifted, 100) + floor(shifted, 400)
        return 365 * shifted + leapDays + dayOfYear - 719_468
    }

    private static func length(ofMonth month: Int, year: Int) -> Int {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    /// Quotient rounded down: the year before 0 is -1.
    private static func floor(_ value: Int, _ divisor: Int) -> Int {
        (value >= 0 ? value : value - divisor + 1) / divisor
    }
}

/// Where the date of a document was found.
///
/// ```swift
/// let stated = corpus.units.filter { $0.dateSource == .text }.map(\.name)
/// ```
///
/// The raw values are stable: programs may compare them.
public enum DateSource: String, Sendable, CaseIterable {
    /// In the date field of a record, or in the front matter of a text.
    case field
    /// In the name of the file.
    case name
    /// In a line of the text that states a date.
    case text
}
