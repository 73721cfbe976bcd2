/// Reads dates of ISO 8601, from a year to a fraction of a second: `2024`, `2024-05`, `20240501`,
/// `2024-05-01T08:30:00.5+08:00`.
///
/// A time without an offset is UTC.
package enum ISODateParser {
    /// Reads a date; `nil` for what is none.
    package static func date(_ text: String) -> DocumentDate? {
        var rest = ArraySlice(text.utf8)
        while rest.first == 0x20 { rest.removeFirst() }
        while rest.last == 0x20 { rest.removeLast() }
        guard let year = number(&rest, digits: 4), let (month, day) = monthAndDay(&rest) else {
            return nil
        }
        if rest.isEmpty { return DocumentDate(year: year, month: month, day: day) }
        guard let time = time(&rest), rest.isEmpty else { return nil }
        return DocumentDate(year: year, month: month ?? 1, day: day ?? 1, moment: time)
    }

    /// Reads what follows a year; `nil` where digits are missing.
    private static func monthAndDay(_ rest: inout ArraySlice<UInt8>) -> (Int?, Int?)? {
        let isSeparated = take("-", from: &rest)
        guard isSeparated || isDigit(rest.first) else { return (nil, nil) }
        guard let month = number(&rest, digits: 2) else { return nil }
        // 202405 could be anything: without hyphens all eight digits are needed.
        guard isSeparated ? take("-", from: &rest) : true else { return (month, nil) }
        return number(&rest, digits: 2).map { (month, $0) }
    }

    /// Reads the time in microseconds.
    private static func time(_ rest: inout ArraySlice<UInt8>) -> Int? {
        guard let mark = rest.first else { return nil }
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
}
