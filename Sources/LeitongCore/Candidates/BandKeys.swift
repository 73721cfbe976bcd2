private import CXXHash

extension BandPlan {
    /// The 32-bit key of one band of a signature: two texts share the band if the keys are equal.
    ///
    /// - Parameters:
    ///   - band: Number of the band, from 0.
    ///   - signature: Values of a signature.
    /// - Returns: Upper half of XXH3-64 of the band's values, seeded with the number of the band.
    public func key(ofBand band: Int, in signature: Span<UInt32>) -> UInt32 {
        let first = band * rowsPerBand
        precondition(first >= 0 && first + rowsPerBand <= signature.count)
        let rows = signature.extracting(first..<first + rowsPerBand)
        // Safe: hashes exactly the bytes of `rows`, which the span keeps alive.
        let hash = unsafe rows.withUnsafeBytes { bytes in
            unsafe leitong_xxh3_64_with_seed(bytes.baseAddress, bytes.count, UInt64(band))
        }
        return UInt32(truncatingIfNeeded: hash >> 32)
    }
}
