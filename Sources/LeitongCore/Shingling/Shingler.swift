/// Cuts a folded text into overlapping shingles and hashes each.
///
/// Source: A. Broder, On the resemblance and containment of documents, 1997 (shingles);
/// Y. Collet, XXH3 (hash). Shingles run over characters, not words: Chinese has no word breaks.
@_spi(Core) public struct Shingler: Sendable {
    /// How long a shingle is.
    public let rule: ShingleRule

    /// Creates a shingler.
    ///
    /// - Parameter rule: Length rule; its number must be positive.
    public init(rule: ShingleRule) {
        switch rule {
        case .width(let length), .characters(let length):
            precondition(length > 0, "a shingle holds at least one character")
        }
        self.rule = rule
    }

    /// Hashes every shingle of a text, in order, repeats included.
    ///
    /// A text shorter than one shingle has none. No shingle crosses a wildcard: what a redaction mark
    /// hides is not known, so the text on its two sides is shingled as two stretches.
    ///
    /// - Parameters:
    ///   - text: Folded text.
    ///   - shingles: Buffer that receives XXH3-64 of each shingle's folded UTF-8 bytes.
    /// - Complexity: Linear in the length of the text.
    public func hash(_ text: borrowing FoldedText, into shingles: inout ShingleHashes) {
        shingles.reset(capacity: text.scalarCount)
        var first = 0
        for index in 0..<text.wildcardCount {
            let wildcard = Int(text.wildcards[index])
            hash(text, in: first..<wildcard, into: &shingles)
            first = wildcard + 1
        }
        hash(text, in: first..<text.scalarCount, into: &shingles)
    }

    private func hash(
        _ text: borrowing FoldedText,
        in stretch: Range<Int>,
        into shingles: inout ShingleHashes
    ) {
        switch rule {
        case .characters(let count):
            hashRuns(of: text, in: stretch, characters: count, into: &shingles)
        case .width(let width):
            hashRuns(of: text, in: stretch, width: width, into: &shingles)
        }
    }
}

/// The shingle hashes of one text: a buffer to be filled again and again.
@_spi(Core) public struct ShingleHashes: Sendable {
    var storage: [UInt64] = []
    /// Number of hashes, repeats included.
    public internal(set) var count = 0

    /// Creates an empty buffer.
    public init() {}

    /// Takes hashes that were made elsewhere.
    package init(_ hashes: [UInt64]) {
        storage = hashes
        count = hashes.count
    }

    /// The hashes in text order.
    ///
    /// - Parameter body: Receives the hashes.
    /// - Returns: What `body` returns.
    public func withHashes<Result>(_ body: (Span<UInt64>) -> Result) -> Result {
        body(storage.span.extracting(0..<count))
    }

    /// Forgets the hashes and makes room for `capacity` of them.
    mutating func reset(capacity: Int) {
        count = 0
        if storage.count < capacity {
            storage = [UInt64](repeating: 0, count: Swift.max(capacity, 2 * storage.count))
        }
    }
}
