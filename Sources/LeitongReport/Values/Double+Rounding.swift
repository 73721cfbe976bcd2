extension Double {
    /// The nearest number of at most 4 decimals: as fine as similarities and shares are given.
    var roundedToFourDecimals: Double {
        (self * 10_000).rounded() / 10_000
    }

    /// The nearest number of one decimal: as fine as bits are given.
    var roundedToTenths: Double {
        (self * 10).rounded() / 10
    }
}
