/// A line that holds only an ordinal, like （一） 【篇一】 第一篇 篇一 范文1 or 一、 alone.
///
/// Ordinals with a word (篇, 范文, 讲话…) may have a title behind a colon or a space.
package struct SectionMarker: Equatable {
    /// How the ordinal is written; all markers of a file are of one style.
    package var style: String
    /// The number.
    package var ordinal: Int
    /// The title behind it.
    package var title: String?

    private static let words = ["篇", "范文", "讲话", "发言", "材料", "心得", "稿"]
    private static let titleLimit = 40

    /// Reads a line, or fails where it is no marker.
    package init?(_ line: String) {
        let scalars = Array(line.unicodeScalars)
        guard scalars.count <= Self.titleLimit + 12 else { return nil }
        if let marker = Self.bracketed(scalars) ?? Self.counted(scalars) ?? Self.worded(scalars) {
            self = marker
        } else {
            return nil
        }
    }

    private init(style: String, ordinal: Int, title: String? = nil) {
        self.style = style
        self.ordinal = ordinal
        self.title = title
    }

    /// Whether the style names what it counts, which an ordinary heading does not.
    package var isWorded: Bool { Self.words.contains { style.contains($0) } }

    /// Reads （一） or (1).
    private static func bracketed(_ scalars: [Unicode.Scalar]) -> SectionMarker? {
        guard let first = scalars.first, let last = scalars.last, scalars.count >= 3,
            "（(".unicodeScalars.contains(first), "）)".unicodeScalars.contains(last),
            let ordinal = ChineseNumeral.value(scalars[1..<scalars.count - 1])
        else { return nil }
        // (1) (2) below （一） are of another level.
        return SectionMarker(style: isArabic(scalars[1]) ? "（1）" : "（一）", ordinal: ordinal)
    }

    /// Reads 一、 alone on its line.
    private static func counted(_ scalars: [Unicode.Scalar]) -> SectionMarker? {
        guard scalars.last == "、", let ordinal = ChineseNumeral.value(scalars.dropLast()) else {
            return nil
        }
        return SectionMarker(style: isArabic(scalars[0]) ? "1、" : "一、", ordinal: ordinal)
    }

    private static func isArabic(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.numericType == .decimal
    }

    /// 第一篇, 篇一, 范文1, each also in 【】, and each also with a title.
    private static func worded(_ scalars: [Unicode.Scalar]) -> SectionMarker? {
        if let first = scalars.first, "【[［〔（(".unicodeScalars.contains(first) {
            guard let close = scalars.firstIndex(where: { "】]］〕）)".unicodeScalars.contains($0) })
            else { return nil }
            return core(scalars[1..<close])?.titled(scalars[(close + 1)...])
        }
        let end = scalars.firstIndex(where: isSeparator) ?? scalars.endIndex
        return core(scalars[..<end])?.titled(scalars[end...])
    }

    /// What may stand between an ordinal and its title.
    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        "：:　 \t".unicodeScalars.contains(scalar)
    }

    /// The ordinal with its word.
    private static func core(_ scalars: ArraySlice<Unicode.Scalar>) -> SectionMarker? {
        let text = string(scalars)
        for word in words {
            if text.hasPrefix("第"), text.hasSuffix(word),
                let ordinal = ChineseNumeral.value(
                    scalars.dropFirst().dropLast(word.unicodeScalars.count)
                )
            {
                return SectionMarker(style: "第\(word)", ordinal: ordinal)
            }
            if text.hasPrefix(word),
                let ordinal = ChineseNumeral.value(scalars.dropFirst(word.unicodeScalars.count))
            {
                return SectionMarker(style: word, ordinal: ordinal)
            }
        }
        return nil
    }

    private func titled(_ scalars: ArraySlice<Unicode.Scalar>) -> SectionMarker? {
        let title = scalars.drop(while: Self.isSeparator)
        guard title.count <= Self.titleLimit else { return nil }
        var marker = self
        marker.title = title.isEmpty ? nil : Self.string(title)
        return marker
    }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }
}
