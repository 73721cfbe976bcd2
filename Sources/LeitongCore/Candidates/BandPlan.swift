/// How a signature is cut into bands so that similar pairs share one.
///
/// Source: P. Indyk, R. Motwani, Approximate nearest neighbors, 1998; A. Rajaraman, J. Ullman,
/// J. Leskovec, Mining of Massive Datasets, 2014, section 3.4. A pair of similarity J shares a band
/// with probability `1 - (1 - J^rows)^bands`. Longer bands nominate fewer dissimilar pairs, so the
/// plan takes the longest that still finds a pair *at* the threshold with the wanted probability,
/// and no more bands than that needs.
@_spi(Core) public struct BandPlan: Sendable, Equatable {
    /// Number of bands.
    public let bandCount: Int
    /// Signature values in a band.
    public let rowsPerBand: Int

    /// Creates a plan by hand.
    ///
    /// - Parameters:
    ///   - bandCount: Number of bands.
    ///   - rowsPerBand: Values in a band; all bands together fit in a signature.
    public init(bandCount: Int, rowsPerBand: Int) {
        precondition(bandCount > 0 && rowsPerBand > 0)
        precondition(bandCount * rowsPerBand <= MinHasher.valueCount)
        self.bandCount = bandCount
        self.rowsPerBand = rowsPerBand
    }

    /// Chooses bands for a threshold, or `nil` where no plan of 128 values reaches the target.
    ///
    /// - Parameters:
    ///   - threshold: Jaccard similarity of the pairs to be found, over 0 up to 1.
    ///   - recallTarget: Least probability of finding a pair at the threshold, under 1.
    public init?(threshold: Double, recallTarget: Double) {
        precondition(threshold > 0 && threshold <= 1, "a threshold lies in (0, 1]")
        precondition(recallTarget > 0 && recallTarget < 1, "a recall target lies in (0, 1)")
        // Longer bands than 16 values save nothing that can be measured.
        for rows in stride(from: 16, through: 1, by: -1) {
            let bandProbability = power(threshold, rows)
            var missed = 1.0
            for bands in 1...(MinHasher.valueCount / rows) {
                missed *= 1 - bandProbability
                if missed <= 1 - recallTarget {
                    self.init(bandCount: bands, rowsPerBand: rows)
                    return
                }
            }
        }
        return nil
    }

    /// The similarities at which the curve of a plan is shown: every tenth, and the threshold.
    ///
    /// - Parameter threshold: Jaccard similarity of the pairs to be found.
    /// - Returns: Similarities in rising order.
    public static func curve(around threshold: Double) -> [Double] {
        let tenths = (1...10).map { Double($0) / 10 }
        return (tenths.filter { $0 != threshold } + [threshold]).sorted()
    }

    /// Probability that a pair of a given similarity becomes a candidate.
    ///
    /// - Parameter jaccard: Similarity of the pair, 0 to 1.
    /// - Returns: `1 - (1 - jaccard^rows)^bands`.
    public func probability(jaccard: Double) -> Double {
        1 - power(1 - power(jaccard, rowsPerBand), bandCount)
    }
}

/// `base` multiplied by itself `exponent` times; Core has no mathematics library.
private func power(_ base: Double, _ exponent: Int) -> Double {
    var result = 1.0
    for _ in 0..<exponent { result *= base }
    return result
}
