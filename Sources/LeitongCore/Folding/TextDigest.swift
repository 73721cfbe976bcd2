private import CXXHash

/// XXH3-128 of a folded text: texts with equal digests are taken for equal.
package struct TextDigest: Sendable, Hashable, BitwiseCopyable {
    /// Lower half.
    package let low: UInt64
    /// Upper half.
    package let high: UInt64

    /// Passes the bits on: they are a hash already.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(low)
    }
}

extension FoldedText {
    /// The digest of the folded bytes.
    package var digest: TextDigest {
        // Safe: hashes exactly the bytes of the span.
        unsafe bytes.span.withUnsafeBufferPointer { bytes in
            let digest = unsafe leitong_xxh3_128(bytes.baseAddress, bytes.count)
            return TextDigest(low: digest.low, high: digest.high)
        }
    }
}
