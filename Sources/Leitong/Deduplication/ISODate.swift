/// A date of ISO 8601, from a year to a fraction of a second: `2024`, `2024-05`, `20240501`,
/// `2024-05-01T08:30:00.5+08:00`.
///
/// What is not said is taken for the earliest it can be; a time without an offset is UTC. The day
/// number follows H. Hinnant, chrono-Compatible Low-Level Date Algorithms, 2013.
struct ISODate: Sendable, Equatable {
    /// Microseconds since 1970 began.
    let instant: Int

    /// Reads a date; `nil` for what is none.
    init?(_ text: String) {
        var rest = ArraySlice(text.utf8)
        while rest.first == 0x20 { rest.removeFirst() }
        while rest.last == 0x20 { rest.removeLast() }
        guard let days = Self.days(&rest), let time = Self.time(&rest), rest.isEmpty else {
            return nil
        }
        instant = days * 86_400_000_000 + time
    }

    /// Reads year, month and day.
    private static func days(_ rest: inout ArraySlice<UInt8>) -> Int? {
        guard let year = number(&rest, digits: 4) else { return nil }
        var (month, day) = (1, 1)
        let isSeparated = take("-", from: &rest)
        if isSeparated || isDigit(rest.first) {
            guard let value = number(&rest, digits: 2) else { return nil }
            month = value
            // 202405 could be anything: without hyphens all eight digits are needed.
            let isNext = isSeparated ? take("-", from: &rest) : true
            if isNext {
                guard let value = number(&rest, digits: 2) else { return nil }
                day = value
            }
        }
        guard (1...12).contains(month), (1...length(ofMonth: month, year: year)).contains(day)
        else {
            return nil
        }
        // Years begin in March, so that a leap day is the last day of its year.
        let shifted = month > 2 ? year : year - 1
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let leapDays = Self.floor(shifted, 4) - Self.floor(shifted, 100) + Self.floor(shifted, 400)
        return 365 * shifted + leapDays + dayOfYear - 719_468
    }

    /// Reads the time in microseconds; 0 where none follows.
    private static func time(_ rest: inout ArraySlice<UInt8>) -> Int? {
        guard let mark = rest.first else { return 0 }
        guard mark == UInt8(ascii: "T") || mark == UInt8(ascii: "t") || mark == 0x20 else {
            return nil
        }
        rest.removeFirst()
        guard let hour = number(&rest, digits: 2) else { return nil }
        var (minute, second, micros) = (0, 0, 0)
        let isSeparated = take(":", from: &rest)
        if isSeparated || isDigit(rest.first) {
            guard let value = number(&rest, digits: 2) else { return nil }
            minute = value
            if isSeparated ? take(":", from: &rest) : isDigit(rest.first) {
                guard let value = number(&rest, digits: 2) else { return nil }
                second = value
                guard let value = fraction(&rest) else { return nil }
                micros = value
            }
        }
        // 24:00 is the end of a day, 60 a leap second.
        guard hour <= 24, minute <= 59, second <= 60, let offset = offset(&rest) else { return nil }
        return (hour * 3600 + minute * 60 + second - offset) * 1_000_000 + micros
    }

    /// Reads a fraction of a second in microseconds; 0 where none follows.
    private static func fraction(_ rest: inout ArraySlice<UInt8>) -> Int? {
        guard take(".", from: &rest) || take(",", from: &rest) else { return 0 }
        guard isDigit(rest.first) else { return nil }
        var (value, unit) = (0, 100_000)
        while let digit = rest.first, isDigit(digit) {
            value += Int(digit - 0x30) * unit
            unit /= 10
            rest.removeFirst()
        }
        return value
    }

    /// Reads `Z`, `+08:00`, `+0800` or `+08` in seconds; 0 where none follows.
    private static func offset(_ rest: inout ArraySlice<UInt8>) -> Int? {
        if take("Z", from: &rest) || take("z", from: &rest) { return 0 }
        let isNegative = take("-", from: &rest)
        guard isNegative || take("+", from: &rest) else { return 0 }
        guard let hours = number(&rest, digits: 2) else { return nil }
        var minutes = 0
        if take(":", from: &rest) || isDigit(rest.first) {
            guard let value = number(&rest, digits: 2) else { return nil }
            minutes = value
        }
        guard hours <= 23, minutes <= 59 else { return nil }
        return (hours * 3600 + minutes * 60) * (isNegative ? -1 : 1)
    }

    private static func number(_ rest: inout ArraySlice<UInt8>, digits: Int) -> Int? {
        let part = rest.prefix(digits)
        guard part.count == digits, part.allSatisfy({ isDigit($0) }) else { return nil }
        rest.removeFirst(digits)
        return part.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    private static func isDigit(_ byte: UInt8?) -> Bool {
        byte.map { (0x30...0x39).contains($0) } ?? false
    }

    private static func take(_ mark: Unicode.Scalar, from rest: inout ArraySlice<UInt8>) -> Bool {
        guard rest.first == UInt8(ascii: mark) else { return false }
        rest.removeFirst()
        return true
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
