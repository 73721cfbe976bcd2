private import CXXHash

/// XXH3-128 of a folded text: texts with equal digests are taken for equal.
@_spi(Core) public struct TextDigest: Sendable, Hashable, BitwiseCopyable {
    /// Lower half.
    public let low: UInt64
    /// Upper half.
    public let high: UInt64

    /// Passes the bits on: they are a hash already.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(low)
    }
}

extension FoldedText {
    /// The digest of the folded bytes.
    @_spi(Core) public var digest: TextDigest {
        // Safe: hashes exactly the bytes of the span.
        unsafe bytes.span.withUnsafeBufferPointer { bytes in
            let digest = unsafe leitong_xxh3_128(bytes.baseAddress, bytes.count)
            return TextDigest(low: digest.low, high: digest.high)
        }
    }
}
