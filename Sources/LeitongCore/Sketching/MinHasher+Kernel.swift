private import CMinHash

extension MinHasher {
    /// Writes the minima with the widest vectors the processor has.
    func minimise(_ hashes: Span<UInt32>, into signature: inout [UInt32]) {
        precondition(signature.count == Self.valueCount)
        var signature = signature.mutableSpan
        // Safe: the kernel reads hashes.count hashes and valueCount parameters and writes valueCount
        // values, each from a buffer of at least that length, and keeps no pointer.
        unsafe hashes.withUnsafeBufferPointer { hashes in
            unsafe multipliers.span.withUnsafeBufferPointer { multipliers in
                unsafe addends.span.withUnsafeBufferPointer { addends in
                    unsafe signature.withUnsafeMutableBufferPointer { signature in
                        unsafe leitong_minhash(
                            hashes.baseAddress,
                            hashes.count,
                            multipliers.baseAddress,
                            addends.baseAddress,
                            signature.baseAddress,
                            Self.valueCount
                        )
                    }
                }
            }
        }
    }
}
