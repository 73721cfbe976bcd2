import LeitongAlgorithms

extension Double {
    /// The nearest number of at most 4 decimals: as fine as similarities and shares are given.
    var roundedToFourDecimals: Double {
        DecimalNumber.rounded(self, to: 4)
    }

    /// The nearest number of one decimal: as fine as bits are given.
    var roundedToTenths: Double {
        DecimalNumber.rounded(self, to: 1)
    }
}
