import LeitongAlgorithms

/// Numbers as readers expect them.
enum Wording {
    /// Returns a number with commas between thousands: `24,310`.
    static func number(_ count: Int) -> String { DecimalNumber.grouped(count) }

    /// Returns a number and its noun, in the plural unless it is one: `1 text`, `9 copies`.
    static func count(_ count: Int, _ one: String, _ many: String? = nil) -> String {
        "\(number(count)) \(count == 1 ? one : many ?? one + "s")"
    }

    /// Returns a share in whole per cent without its sign.
    ///
    /// What is not nothing is not `0`, and what
    /// is not all is not `100`.
    static func wholePercent(_ share: Double) -> String {
        if share > 0 && share < 0.005 { return "<1" }
        if share < 1 && share >= 0.995 { return ">99" }
        return String(Int((share * 100).rounded()))
    }

    /// Returns a share in per cent with one decimal: `99.2 %`; all and nothing without it.
    static func percent(_ share: Double) -> String {
        if share == 0 || share == 1 { return "\(Int(share * 100)) %" }
        let thousandths = min(max(Int((share * 1_000).rounded()), 1), 999)
        return "\(thousandths / 10).\(thousandths % 10) %"
    }
}
