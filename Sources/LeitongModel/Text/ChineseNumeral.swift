/// Reads numbers from 1 to 99 as headings write them: 三, 十二, 二十一, 12, １２.
package enum ChineseNumeral {
    private static let digits: [Unicode.Scalar: Int] = [
        "〇": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8,
        "九": 9,
    ]

    /// Whether a scalar is a digit of either kind, or 十.
    package static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "十" || digits[scalar] != nil || arabicDigit(scalar) != nil
    }

    /// The number that scalars write, or `nil`.
    package static func value(_ scalars: some BidirectionalCollection<Unicode.Scalar>) -> Int? {
        let scalars = Array(scalars)
        guard !scalars.isEmpty, scalars.count <= 3 else { return nil }
        let arabic = scalars.compactMap(arabicDigit)
        if arabic.count == scalars.count {
            let number = arabic.reduce(0) { $0 * 10 + $1 }
            return (1...99).contains(number) ? number : nil
        }
        guard let ten = scalars.firstIndex(of: "十") else {
            return scalars.count == 1 ? nonZero(scalars[0]) : nil
        }
        let rest = scalars[(ten + 1)...]
        guard ten <= 1, rest.count <= 1 else { return nil }
        guard let tens = ten == 0 ? 1 : nonZero(scalars[0]) else { return nil }
        guard let last = rest.first else { return tens * 10 }
        return nonZero(last).map { tens * 10 + $0 }
    }

    private static func nonZero(_ scalar: Unicode.Scalar) -> Int? {
        digits[scalar].flatMap { $0 > 0 ? $0 : nil }
    }

    private static func arabicDigit(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar.value {
        case 0x30...0x39: Int(scalar.value - 0x30)
        case 0xFF10...0xFF19: Int(scalar.value - 0xFF10)
        default: nil
        }
    }
}
