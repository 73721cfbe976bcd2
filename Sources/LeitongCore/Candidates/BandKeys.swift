private import CXXHash

extension BandPlan {
    /// The 32-bit keys of the bands of a signature: two texts share a band if its keys are equal.
    ///
    /// The key of a band is the upper half of XXH3-64 of its values, seeded with its number.
    ///
    /// - Parameters:
    ///   - signature: Values of a signature.
    ///   - keys: Receives one key a band.
    public func writeKeys(of signature: Span<UInt32>, into keys: inout [UInt32]) {
        precondition(keys.count == bandCount && bandCount * rowsPerBand <= signature.count)
        // Safe: hashes bandCount * rowsPerBand values of the signature, and writes bandCount keys.
        unsafe signature.withUnsafeBytes { bytes in
            guard let values = unsafe bytes.assumingMemoryBound(to: UInt8.self).baseAddress else {
                return
            }
            unsafe leitong_xxh3_64_numbered(values, bandCount, 4 * rowsPerBand, &keys)
        }
    }

    /// The keys of the bands of a signature, as ``writeKeys(of:into:)`` writes them.
    public func keys(of signature: Span<UInt32>) -> [UInt32] {
        var keys = [UInt32](repeating: 0, count: bandCount)
        writeKeys(of: signature, into: &keys)
        return keys
    }
}
