/// How a line begins.
package enum LineStart {
    /// Whether it begins an item: 一、 （一） (1) 1. 第一条 - * •
    package static func isItem(_ line: Span<UInt8>) -> Bool {
        // Eight scalars tell: at most 32 bytes, and a scalar cut at the end is not looked at.
        let prefix = ByteSearch.string(line, 0..<Swift.min(line.count, 40))
        let scalars = Array(prefix.unicodeScalars.prefix(8))
        guard let first = scalars.first else { return false }
        switch first {
        case "•", "·", "●", "■", "◆", "▪", "○", "□", "※": return true
        case "-", "*", "#", ">":
            // -5 and *args begin no item, - five and -五 do.
            let rest = scalars.drop { $0 == first }
            return rest.first.map { !$0.isASCII || $0 == " " || $0 == "\t" } ?? true
        case "（", "(", "【", "［", "[":
            return isNumber(scalars.dropFirst(), before: "）)】］]")
        case "第":
            return isNumber(scalars.dropFirst(), before: "条章节篇部款项")
        default:
            return isNumber(scalars[...], before: "、.．)）")
        }
    }

    /// Whether a number of one to three digits stands before one of the marks.
    private static func isNumber(_ scalars: ArraySlice<Unicode.Scalar>, before marks: String)
        -> Bool
    {
        let rest = scalars.drop { ChineseNumeral.isDigit($0) }
        guard (1...3).contains(scalars.count - rest.count), let mark = rest.first,
            marks.unicodeScalars.contains(mark)
        else { return false }
        // 3.5 is a number.
        return !(mark == "." && rest.dropFirst().first.map(ChineseNumeral.isDigit) ?? false)
    }
}
