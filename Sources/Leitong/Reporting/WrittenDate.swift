/// Finds the date that a document bears in its name, its title or its first lines.
enum WrittenDate {
    /// Characters of the text that are looked through: a date further on is one told of.
    private static let depth = 200

    /// The first full date, as `2024-05-01`; `nil` where there is none.
    static func first(name: String, title: String?, text: String) -> String? {
        let file = name.split(separator: "/").last.map(String.init) ?? name
        for place in [file, title ?? "", String(text.prefix(depth))] {
            if let date = date(in: place) { return date }
        }
        return nil
    }

    /// Reads `2024-05-01`, `2024.5.1`, `20240501` or `2024年5月1日`.
    private static func date(in text: String) -> String? {
        for match in text.matches(of: /(\d+)(?:[-.\/年](\d{1,2})[-.\/月](\d{1,2}))?/) {
            let digits = match.output.1
            if let month = match.output.2, let day = match.output.3, digits.count == 4 {
                if let date = date(digits, month, day) { return date }
            } else if digits.count == 8 {
                let (month, day) = (digits.dropFirst(4).prefix(2), digits.suffix(2))
                if let date = date(digits.prefix(4), month, day) { return date }
            }
        }
        return nil
    }

    private static func date(_ year: Substring, _ month: Substring, _ day: Substring) -> String? {
        let padded = [year, month, day].map { $0.count == 1 ? "0" + $0 : String($0) }
        let date = padded.joined(separator: "-")
        guard year.hasPrefix("19") || year.hasPrefix("20"), ISODate(date) != nil else { return nil }
        return date
    }
}
