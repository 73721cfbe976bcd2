/// Finds dates with a year of four digits in a short text: 2023-03-05, 2023/3/5, 2023.3.5,
/// 2023年3月5日, 二〇二三年三月五日, and 2023年3月; digits may be of full width.
///
/// A date out of range is none, and a year alone is none either: it may be anything.
package struct DateScanner {
    /// A date and the scalars that write it.
    package struct Found: Equatable {
        var range: Range<Int>
        var date: DocumentDate
    }

    /// Years that documents bear; others are numbers.
    package static let years = 1900...2099

    /// The text, with digits and separators of full width made narrow.
    package let scalars: [Unicode.Scalar]
    /// Whether it is the name of a file, where eight digits in a row may be a date, and 2023-03 a month.
    private let readsNames: Bool

    package init(_ text: some Sequence<Unicode.Scalar>, readsNames: Bool = false) {
        scalars = text.map(Self.narrow)
        self.readsNames = readsNames
    }

    /// The dates, in order.
    package func dates() -> [Found] {
        var found: [Found] = []
        var index = 0
        while index < scalars.count {
            guard startsNumber(index) else {
                index += 1
                continue
            }
            if let date = writtenDate(at: index) ?? separatedDate(at: index)
                ?? compactDate(at: index) ?? separatedMonth(at: index)
            {
                found.append(date)
                index = date.range.upperBound
            } else {
                while index < scalars.count, ChineseNumeral.isDigit(scalars[index]) { index += 1 }
            }
        }
        return found
    }

    /// Whether digits begin here that continue no number or word.
    private func startsNumber(_ index: Int) -> Bool {
        guard ChineseNumeral.isDigit(scalars[index]) else { return false }
        guard index > 0 else { return true }
        let before = scalars[index - 1]
        return !ChineseNumeral.isDigit(before) && !Self.isLatin(before)
    }

    /// 2023年3月5日 and 二〇二三年三月, with or without spaces between.
    private func writtenDate(at start: Int) -> Found? {
        var index = start
        guard let year = year(&index), take("年", &index),
            let month = number(&index), take("月", &index)
        else { return nil }
        let end = index
        var rest = index
        if let day = number(&rest) {
            // What follows the month is a day, or it is no date: 3月5 is cut off or something else.
            guard take("日", &rest) || take("号", &rest) || take("號", &rest) else { return nil }
            return found(start..<rest, year, month, day)
        }
        return found(start..<end, year, month, nil)
    }

    /// 2023-03-05, 2023/3/5, 2023.3.5, 2023_03_05.
    private func separatedDate(at start: Int) -> Found? {
        var index = start
        guard let year = digits(&index, 4...4), index < scalars.count else { return nil }
        let separator = scalars[index]
        guard "-/._".unicodeScalars.contains(separator) else { return nil }
        index += 1
        guard let month = digits(&index, 1...2), index < scalars.count, scalars[index] == separator
        else { return nil }
        index += 1
        guard let day = digits(&index, 1...2), endsNumber(index) else { return nil }
        return found(start..<index, year, month, day)
    }

    /// 2023-03 in a name, where no further digits follow: 2023-03-99 and 2023-03.5 are something else.
    private func separatedMonth(at start: Int) -> Found? {
        var index = start
        guard readsNames, let year = digits(&index, 4...4), index < scalars.count,
            scalars[index] == "-"
        else { return nil }
        index += 1
        guard let month = digits(&index, 2...2), endsNumber(index) else { return nil }
        let rest = scalars[index...]
        if let mark = rest.first, "-/._".unicodeScalars.contains(mark),
            let next = rest.dropFirst().first, ChineseNumeral.isDigit(next)
        {
            return nil
        }
        return found(start..<index, year, month, nil)
    }

    /// 20230305.
    private func compactDate(at start: Int) -> Found? {
        var index = start
        guard readsNames, let number = digits(&index, 8...8), endsNumber(index) else {
            return nil
        }
        return found(start..<index, number / 10_000, number / 100 % 100, number % 100)
    }

    private func found(_ range: Range<Int>, _ year: Int, _ month: Int, _ day: Int?) -> Found? {
        guard Self.years.contains(year) else { return nil }
        return DocumentDate(year: year, month: month, day: day)
            .map { Found(range: range, date: $0) }
    }

    /// Four digits of either kind.
    private func year(_ index: inout Int) -> Int? {
        guard index + 4 <= scalars.count else { return nil }
        let values = scalars[index..<index + 4].compactMap(Self.digit)
        guard values.count == 4 else { return nil }
        index += 4
        return values.reduce(0) { $0 * 10 + $1 }
    }

    /// A number from 1 to 99 of either kind.
    private func number(_ index: inout Int) -> Int? {
        var end = index
        while end < scalars.count, scalars[end] == " " { end += 1 }
        let start = end
        while end < scalars.count, end - start < 4, ChineseNumeral.isDigit(scalars[end]) {
            end += 1
        }
        guard let value = ChineseNumeral.value(scalars[start..<end].drop { $0 == "0" }) else {
            return nil
        }
        index = end
        return value
    }

    private func digits(_ index: inout Int, _ count: ClosedRange<Int>) -> Int? {
        let run = scalars[index...].prefix { $0.isASCII && Self.digit($0) != nil }
        guard count.contains(run.count) else { return nil }
        index += run.count
        return run.compactMap(Self.digit).reduce(0) { $0 * 10 + $1 }
    }

    /// Takes a scalar, and spaces before it.
    private func take(_ scalar: Unicode.Scalar, _ index: inout Int) -> Bool {
        var end = index
        while end < scalars.count, scalars[end] == " " { end += 1 }
        guard end < scalars.count, scalars[end] == scalar else { return false }
        index = end + 1
        return true
    }

    private func endsNumber(_ index: Int) -> Bool {
        index == scalars.count
            || !ChineseNumeral.isDigit(scalars[index]) && !Self.isLatin(scalars[index])
    }

    private static let chineseDigits = Array("〇一二三四五六七八九".unicodeScalars)

    private static func digit(_ scalar: Unicode.Scalar) -> Int? {
        if ("0"..."9").contains(scalar) { return Int(scalar.value) - 0x30 }
        return chineseDigits.firstIndex(of: scalar)
    }

    private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII && scalar.properties.isAlphabetic
    }

    /// Digits and separators in full width, and what people type for 〇, made plain.
    private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar {
        case "○", "零", "Ｏ", "◯": return "〇"
        case "\u{3000}", "\u{A0}", "\t": return " "
        case "\u{FF0D}", "\u{FF0E}", "\u{FF0F}", "\u{FF10}"..."\u{FF19}", "\u{FF3F}":
            return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
        default: return scalar
        }
    }
}
