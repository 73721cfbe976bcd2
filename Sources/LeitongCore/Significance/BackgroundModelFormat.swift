private import CXXHash

/// The file of a model, little-endian:
///
/// | bytes | what |
/// |:--|:--|
/// | 8 | `LTBGMODL` |
/// | 4 | version, 3 |
/// | 4 | longest n-gram |
/// | 4 | number of lines |
/// | 4 | number of n-grams |
/// | 40 | 0, so that lines begin where the processor's do |
/// | 64 × lines | ``NGramLine`` |
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
    static let version: UInt32 = 3
    static let headerSize = 64
    static let checksumSize = 8
    /// Length of the smallest model.
    public static let leastSize = headerSize + NGramLine.size + checksumSize

    /// Reads a model.
    ///
    /// - Parameter bytes: A whole file as `BackgroundModelBuilder.finish(maxBytes:)` makes it.
    /// - Throws: ``FormatError`` if they are anything else.
    /// - Complexity: Linear.
    public init(bytes: [UInt8]) throws(FormatError) {
        let header = try Header(bytes.span)
        self.init(
            order: header.order,
            entryCount: header.entryCount,
            lines: NGramLines(bytes, from: Self.headerSize, count: header.lineCount)
        )
    }

    /// Reads a model that lies in memory as long as the program runs, without copying it.
    ///
    /// - Parameter constant: Such a file; never changed, never freed.
    /// - Throws: ``FormatError`` if it is anything else.
    /// - Complexity: Linear.
    @unsafe public init(constant: UnsafeRawBufferPointer) throws(FormatError) {
        // Safe: the caller promises that the memory lives on.
        let header = try Header(unsafe constant.bindMemory(to: UInt8.self).span)
        self.init(
            order: header.order,
            entryCount: header.entryCount,
            lines: unsafe NGramLines(
                constant: constant,
                from: Self.headerSize,
                count: header.lineCount
            )
        )
    }

    /// What stands before the lines, checked.
    private struct Header {
        var order: Int
        var lineCount: Int
        var entryCount: Int

        init(_ bytes: Span<UInt8>) throws(FormatError) {
            guard bytes.count >= leastSize, magic.indices.allSatisfy({ bytes[$0] == magic[$0] })
            else { throw .notAModel }
            let version = bytes.word(at: 8)
            guard version == BackgroundModel.version else { throw .unknownVersion(version) }
            order = Int(bytes.word(at: 12))
            lineCount = Int(bytes.word(at: 16))
            entryCount = Int(bytes.word(at: 20))
            // No product overflows: the number has 32 bits.
            guard bytes.count == size(lineCount: lineCount) else { throw .wrongSize }
            let body = bytes.count - checksumSize
            let recorded = UInt64(bytes.word(at: body)) | UInt64(bytes.word(at: body + 4)) << 32
            guard checksum(of: bytes.extracting(..<body)) == recorded else { throw .wrongChecksum }
            guard (1...orderLimit).contains(order), lineCount > 0,
                entryCount <= lineCount * NGramLine.capacity
            else { throw .wrongTable }
        }
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
        let lineCount = lineCount(forEntries: ngrams.count)
        var table = NGramTableBuilder(lineCount: lineCount)
        for ngram in ngrams {
            table.add(ngram.hash.place(among: lineCount), cost: ngram.cost, penalty: ngram.penalty)
        }
        var bytes = magic
        bytes.reserveCapacity(size(lineCount: lineCount))
        for word in [version, UInt32(order), UInt32(lineCount), UInt32(table.entryCount)] {
            bytes.append(word: word)
        }
        bytes.append(contentsOf: repeatElement(0, count: headerSize - bytes.count))
        bytes.append(contentsOf: table.bytes)
        let checksum = checksum(of: bytes.span)
        bytes.append(word: UInt32(truncatingIfNeeded: checksum))
        bytes.append(word: UInt32(truncatingIfNeeded: checksum >> 32))
        return bytes
    }

    /// The most n-grams that a file of so many bytes holds.
    static func entryLimit(forBytes byteCount: Int) -> Int {
        (byteCount - headerSize - checksumSize) / NGramLine.size * fillOfSixteenLines / 16
    }

    /// N-grams in sixteen lines: one place in sixteen stays free, so that hardly any n-gram stands
    /// beyond the line after its own.
    private static let fillOfSixteenLines = 15 * NGramLine.capacity

    private static func lineCount(forEntries count: Int) -> Int {
        Swift.max(1, (16 * count + fillOfSixteenLines - 1) / fillOfSixteenLines)
    }

    private static func size(lineCount: Int) -> Int {
        headerSize + NGramLine.size * lineCount + checksumSize
    }

    private static func checksum(of bytes: Span<UInt8>) -> UInt64 {
        // Safe: hashes exactly the bytes of the span.
        unsafe bytes.withUnsafeBufferPointer { bytes in
            unsafe leitong_xxh3_64(bytes.baseAddress, bytes.count)
        }
    }
}

/// The lines of a model under way.
private struct NGramTableBuilder {
    private(set) var bytes: [UInt8]
    private(set) var entryCount = 0
    private let lineCount: Int
    /// N-grams in each line.
    private var fills: [Int]

    init(lineCount: Int) {
        self.lineCount = lineCount
        bytes = [UInt8](repeating: 0, count: lineCount * NGramLine.size)
        fills = [Int](repeating: 0, count: lineCount)
    }

    /// Adds an n-gram to the first line with room, or to none if that is too far.
    ///
    /// Of two n-grams that the table cannot tell apart the cheaper stays: it is the likelier one.
    mutating func add(_ place: NGramPlace, cost: UInt8, penalty: UInt8) {
        var line = Int(place.line)
        for _ in 0..<NGramLine.reach {
            let start = line * NGramLine.size
            for slot in 0..<fills[line] where tag(slot, of: start) == place.tag {
                let entry = start + NGramLine.entryOffset + 2 * slot
                if bytes[entry + 1] > cost { (bytes[entry], bytes[entry + 1]) = (penalty, cost) }
                return
            }
            if fills[line] < NGramLine.capacity {
                let slot = fills[line]
                write(place.tag, at: start + 2 * slot)
                bytes[start + NGramLine.entryOffset + 2 * slot] = penalty
                bytes[start + NGramLine.entryOffset + 2 * slot + 1] = cost
                fills[line] += 1
                entryCount += 1
                return
            }
            let overflow = start + NGramLine.overflowOffset
            bytes[overflow] |= UInt8(truncatingIfNeeded: place.overflowBit)
            bytes[overflow + 1] |= UInt8(truncatingIfNeeded: place.overflowBit >> 8)
            line = line + 1 == lineCount ? 0 : line + 1
        }
    }

    private func tag(_ slot: Int, of start: Int) -> UInt16 {
        UInt16(bytes[start + 2 * slot]) | UInt16(bytes[start + 2 * slot + 1]) << 8
    }

    private mutating func write(_ tag: UInt16, at index: Int) {
        bytes[index] = UInt8(truncatingIfNeeded: tag)
        bytes[index + 1] = UInt8(truncatingIfNeeded: tag >> 8)
    }
}

extension Span<UInt8> {
    fileprivate func word(at index: Int) -> UInt32 {
        UInt32(self[index]) | UInt32(self[index + 1]) << 8
            | UInt32(self[index + 2]) << 16 | UInt32(self[index + 3]) << 24
    }
}

extension [UInt8] {
    fileprivate mutating func append(word: UInt32) {
        for shift in stride(from: 0, to: 32, by: 8) {
            append(UInt8(truncatingIfNeeded: word >> UInt32(shift)))
        }
    }
}
