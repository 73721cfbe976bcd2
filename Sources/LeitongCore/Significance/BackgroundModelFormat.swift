private import CXXHash

/// The file of a model, little-endian:
///
/// | bytes | what |
/// |:--|:--|
/// | 8 | `LTBGMODL` |
/// | 4 | version, 1 |
/// | 4 | longest n-gram |
/// | 4 | number of buckets |
/// | 4 | number of n-grams |
/// | 4 × (buckets + 1) | where each bucket begins |
/// | 4 × n-grams | bits 16...31 fingerprint, 8...15 cost, 0...7 penalty, rising in each bucket |
/// | 8 | XXH3-64 of all that is above |
extension BackgroundModel {
    /// What is wrong with the bytes of a model.
    public enum FormatError: Error, Equatable, Sendable {
        /// They do not begin as a model does.
        case notAModel
        /// They were written by another version.
        case unknownVersion(UInt32)
        /// They are more or fewer than the numbers at their beginning say.
        case wrongSize
        /// They were changed after they were written.
        case wrongChecksum
        /// The numbers at their beginning or their buckets make no sense.
        case wrongTable
    }

    static let magic: [UInt8] = Array("LTBGMODL".utf8)
    static let version: UInt32 = 1
    static let headerSize = 24
    static let checksumSize = 8
    static let bucketSize = 8

    /// Reads a model.
    ///
    /// - Parameter bytes: A whole file as ``BackgroundModelBuilder/finish(maxBytes:)`` makes it.
    /// - Throws: ``FormatError`` if they are anything else.
    /// - Complexity: Linear.
    public init(bytes: [UInt8]) throws(FormatError) {
        guard bytes.count >= Self.headerSize + Self.checksumSize, bytes.starts(with: Self.magic)
        else { throw .notAModel }
        let version = bytes.word(at: 8)
        guard version == Self.version else { throw .unknownVersion(version) }
        let order = Int(bytes.word(at: 12))
        let bucketCount = Int(bytes.word(at: 16))
        let entryCount = Int(bytes.word(at: 20))
        // No sum or product overflows: the numbers have 32 bits each.
        guard bytes.count == Self.size(bucketCount: bucketCount, entryCount: entryCount) else {
            throw .wrongSize
        }
        let body = bytes.count - Self.checksumSize
        let recorded = UInt64(bytes.word(at: body)) | UInt64(bytes.word(at: body + 4)) << 32
        guard Self.checksum(of: bytes[..<body]) == recorded else { throw .wrongChecksum }
        let bucketStarts = bytes.words(at: Self.headerSize, count: bucketCount + 1)
        guard (1...Self.orderLimit).contains(order), bucketCount > 0, bucketStarts[0] == 0,
            bucketStarts[bucketCount] == entryCount,
            zip(bucketStarts, bucketStarts.dropFirst()).allSatisfy({ $0 <= $1 })
        else { throw .wrongTable }
        let entries = bytes.words(at: Self.headerSize + 4 * (bucketCount + 1), count: entryCount)
        self.init(order: order, bucketStarts: bucketStarts, entries: entries)
    }

    /// Writes a file.
    ///
    /// - Parameters:
    ///   - order: Longest n-gram.
    ///   - ngrams: Hash, cost and penalty of each n-gram.
    /// - Returns: Its bytes.
    static func encode(
        order: Int,
        ngrams: [(hash: NGramHash, cost: UInt8, penalty: UInt8)]
    ) -> [UInt8] {
        let bucketCount = bucketCount(forEntries: ngrams.count)
        var places: [UInt64] = ngrams.map { ngram in
            let place = ngram.hash.place(among: bucketCount)
            let entry = place.fingerprint << 16 | UInt32(ngram.cost) << 8 | UInt32(ngram.penalty)
            return UInt64(place.bucket) << 32 | UInt64(entry)
        }
        places.sort()
        // Of two n-grams that the table cannot tell apart the cheaper stays: it is the likelier one.
        var kept: [UInt64] = []
        kept.reserveCapacity(places.count)
        for place in places where kept.last.map({ $0 >> 16 != place >> 16 }) ?? true {
            kept.append(place)
        }
        return assemble(order: order, bucketCount: bucketCount, places: kept)
    }

    private static func assemble(order: Int, bucketCount: Int, places: [UInt64]) -> [UInt8] {
        var bytes = magic
        bytes.reserveCapacity(size(bucketCount: bucketCount, entryCount: places.count))
        bytes.append(word: version)
        bytes.append(word: UInt32(order))
        bytes.append(word: UInt32(bucketCount))
        bytes.append(word: UInt32(places.count))
        var start = 0
        for bucket in 0...bucketCount {
            while start < places.count, Int(places[start] >> 32) < bucket { start += 1 }
            bytes.append(word: UInt32(start))
        }
        for place in places { bytes.append(word: UInt32(truncatingIfNeeded: place)) }
        let checksum = checksum(of: bytes[...])
        bytes.append(word: UInt32(truncatingIfNeeded: checksum))
        bytes.append(word: UInt32(truncatingIfNeeded: checksum >> 32))
        return bytes
    }

    private static func bucketCount(forEntries count: Int) -> Int {
        Swift.max(1, (count + bucketSize - 1) / bucketSize)
    }

    private static func size(bucketCount: Int, entryCount: Int) -> Int {
        headerSize + 4 * (bucketCount + 1) + 4 * entryCount + checksumSize
    }

    /// The most n-grams that a file of so many bytes holds.
    static func entryLimit(forBytes byteCount: Int) -> Int {
        // A bucket's start costs four bytes as an entry does; one bucket may be begun.
        let words = (byteCount - headerSize - checksumSize) / 4 - 2
        return Swift.max(0, words * bucketSize / (bucketSize + 1))
    }

    private static func checksum(of bytes: ArraySlice<UInt8>) -> UInt64 {
        // Safe: hashes exactly the bytes of the slice.
        unsafe bytes.span.withUnsafeBufferPointer { bytes in
            unsafe leitong_xxh3_64(bytes.baseAddress, bytes.count)
        }
    }
}

extension [UInt8] {
    fileprivate func word(at index: Int) -> UInt32 {
        UInt32(self[index]) | UInt32(self[index + 1]) << 8
            | UInt32(self[index + 2]) << 16 | UInt32(self[index + 3]) << 24
    }

    fileprivate func words(at start: Int, count: Int) -> [UInt32] {
        var words: [UInt32] = []
        words.reserveCapacity(count)
        for index in 0..<count { words.append(word(at: start + 4 * index)) }
        return words
    }

    fileprivate mutating func append(word: UInt32) {
        for shift in stride(from: 0, to: 32, by: 8) {
            append(UInt8(truncatingIfNeeded: word >> UInt32(shift)))
        }
    }
}
