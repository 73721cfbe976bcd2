import LeitongAlgorithms
@_spi(Core) import LeitongCore

/// Figures as a report shows them: to four decimals, so that they read alike everywhere.
enum Rounded {
    /// The highest similarity of things that are not equal.
    static let underOne = 0.9999

    static func similarity(_ overlap: Overlap) -> Double {
        share(overlap.intersection, of: overlap.union)
    }

    /// Part of a whole; 0 of nothing is 0.
    static func share(_ part: Int, of whole: Int) -> Double {
        whole == 0 ? 0 : value(Double(part) / Double(whole))
    }

    /// A probability, rounded down: no more is promised than is true.
    static func probability(_ value: Double) -> Double {
        DecimalNumber.roundedDown(value, to: 4)
    }

    /// Not up to 1: only equal things are 1, only things without anything in common 0.
    static func value(_ value: Double) -> Double {
        let rounded = DecimalNumber.rounded(value, to: 4)
        if rounded == 1, value < 1 { return underOne }
        if rounded == 0, value > 0 { return 0.0001 }
        return rounded
    }
}

extension Double {
    /// The nearest number of one decimal: as fine as bits are given.
    var roundedToTenths: Double {
        DecimalNumber.rounded(self, to: 1)
    }
}
