private import CMinHash

extension MinHasher {
    /// Writes the minima with the widest vectors the processor has.
    func minimise(_ hashes: Span<UInt64>, into signature: inout [UInt32]) {
        precondition(signature.count == Self.valueCount)
        var signature = signature.mutableSpan
        // Safe: the kernel reads hashes.count hashes and valueCount parameters and writes valueCount
        // values, each from a buffer of at least that length, and keeps no pointer.
        unsafe hashes.withUnsafeBufferPointer { hashes in
            unsafe multipliers.span.withUnsafeBufferPointer { multipliers in
                unsafe signature.withUnsafeMutableBufferPointer { signature in
                    unsafe leitong_minhash(
                        hashes.baseAddress,
                        hashes.count,
                        multipliers.baseAddress,
                        signature.baseAddress,
                        Self.valueCount
                    )
                }
            }
        }
    }
}

/// The ways the kernel was compiled.
extension MinHasher {
    /// A way the kernel was compiled; the fastest that the processor has is chosen at run time.
    enum Path: String, CaseIterable {
        case plain, v3, v4
    }

    /// Writes the signature on one path, for tests.
    ///
    /// - Returns: Whether this processor has the path.
    func minimise(
        _ hashes: Span<UInt64>,
        on path: Path,
        into signature: inout [UInt32]
    ) -> Bool {
        precondition(signature.count == Self.valueCount)
        let number: leitong_minhash_path =
            switch path {
            case .plain: leitong_minhash_plain
            case .v3: leitong_minhash_v3
            case .v4: leitong_minhash_v4
            }
        // Safe: reads the hashes and as many parameters as lanes, writes one value a lane.
        return unsafe hashes.withUnsafeBufferPointer { hashes in
            unsafe leitong_minhash_on(
                number,
                hashes.baseAddress,
                hashes.count,
                multipliers,
                &signature,
                Self.valueCount
            )
        }
    }
}
