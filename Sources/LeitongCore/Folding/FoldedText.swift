import LeitongAlgorithms

/// A text as it is compared, with the way back to its source.
///
/// A buffer to be filled again and again by ``Folder``: structure of arrays, no allocation once
/// it has grown to the longest paragraph.
@_spi(Core) public struct FoldedText: Sendable {
    /// The scalar that stands for a redaction mark: U+FDD0, in UTF-8 EF B7 90.
    ///
    /// Unicode will never assign it and folding drops it, so that none arises from text.
    /// With ``FoldingLevel/none`` it is a scalar like others.
    public static let wildcard: UInt32 = 0xFDD0

    /// The folded scalars in UTF-8.
    public internal(set) var bytes: [UInt8] = []
    /// Where each folded scalar begins in `bytes`, and one entry more: the length of `bytes`.
    public internal(set) var scalarStarts: [UInt32] = [0]
    /// First source byte each folded scalar came from, relative to the text folded.
    ///
    /// Empty where no map was asked for.
    public internal(set) var sourceStarts: [UInt32] = []
    /// One past the last source byte each folded scalar came from.
    public internal(set) var sourceEnds: [UInt32] = []
    /// Which folded scalars are wildcards, in rising order.
    public internal(set) var wildcards: [UInt32] = []

    /// Creates an empty buffer.
    public init() {}

    /// Number of folded scalars, wildcards among them.
    public var scalarCount: Int { scalarStarts.count - 1 }

    /// Number of wildcards, each from one redaction mark of the source.
    public var wildcardCount: Int { wildcards.count }

    /// Number of folded scalars that are text: the length to measure and to score by.
    public var characterCount: Int { scalarCount - wildcardCount }

    /// The source bytes that folded scalars came from.
    ///
    /// - Parameter range: Folded scalars, at least one; the text was folded with its map.
    /// - Returns: Bytes relative to the text folded; whole scalars, and of a sequence that composed
    ///   or a scalar that expanded always all.
    public func sourceByteRange(ofScalars range: Range<Int>) -> Range<Int> {
        precondition(!range.isEmpty && sourceEnds.count == scalarCount, "no scalars, or no map")
        return Int(sourceStarts[range.lowerBound])..<Int(sourceEnds[range.upperBound - 1])
    }

    /// The folded scalars that came of a range of source bytes.
    ///
    /// - Parameter range: Bytes relative to the text folded, which was folded with its map.
    /// - Returns: Those that begin in it.
    /// - Complexity: Logarithmic.
    public func scalars(ofSource range: Range<Int>) -> Range<Int> {
        func first(from byte: Int) -> Int {
            sourceStarts.indices.partitioningIndex { sourceStarts[$0] >= byte }
        }
        return first(from: range.lowerBound)..<first(from: range.upperBound)
    }

    /// Decodes the folded scalars, for alignment.
    ///
    /// - Parameter scalars: Buffer that receives one value a scalar.
    /// - Complexity: Linear.
    public func decodeScalars(into scalars: inout [UInt32]) {
        scalars.removeAll(keepingCapacity: true)
        scalars.reserveCapacity(scalarCount)
        decodeScalars(0..<scalarCount, appendingTo: &scalars)
    }

    /// Decodes some of the folded scalars.
    func decodeScalars(_ range: Range<Int>, appendingTo scalars: inout [UInt32]) {
        let bytes = bytes.span
        for index in range {
            scalars.append(UTF8Decoding.scalar(at: Int(scalarStarts[index]), in: bytes).scalar)
        }
    }
}

/// How ``Folder`` fills the buffer.
extension FoldedText {
    mutating func reset(capacity: Int, keepingMap: Bool) {
        bytes.removeAll(keepingCapacity: true)
        scalarStarts.removeAll(keepingCapacity: true)
        sourceStarts.removeAll(keepingCapacity: true)
        sourceEnds.removeAll(keepingCapacity: true)
        wildcards.removeAll(keepingCapacity: true)
        bytes.reserveCapacity(capacity)
        scalarStarts.reserveCapacity(capacity + 1)
        if keepingMap {
            sourceStarts.reserveCapacity(capacity)
            sourceEnds.reserveCapacity(capacity)
        }
    }

    /// Closes the list of starts.
    mutating func seal(keepingMap: Bool) {
        scalarStarts.append(UInt32(bytes.count))
        assert(!keepingMap || sourceEnds.count == scalarCount)
    }

    mutating func appendSource(_ start: Int, _ end: Int) {
        sourceStarts.append(UInt32(truncatingIfNeeded: start))
        sourceEnds.append(UInt32(truncatingIfNeeded: end))
    }

    mutating func append(_ scalar: UInt32) {
        scalarStarts.append(UInt32(truncatingIfNeeded: bytes.count))
        let (word, length) = UTF8Decoding.encoded(scalar)
        for index in 0..<length {
            bytes.append(UInt8(truncatingIfNeeded: word >> UInt32(8 * index)))
        }
    }

    /// Appends a wildcard for the redaction mark in a source range.
    mutating func appendWildcard(_ source: Range<Int>, keepingMap: Bool) {
        wildcards.append(UInt32(truncatingIfNeeded: scalarStarts.count))
        append(Self.wildcard)
        if keepingMap { appendSource(source.lowerBound, source.upperBound) }
    }

    /// Adds the ends of sources that are one scalar each: those that have a start, but no end yet.
    mutating func appendPlainSourceEnds(of text: Span<UInt8>) {
        let first = sourceEnds.count
        let sources = sourceStarts
        let starts = sources.span
        sourceEnds.append(addingCapacity: starts.count - first) { ends in
            for index in first..<starts.count {
                let length = UTF8Decoding.length(ofLead: text[Int(starts[index])])
                ends.append(starts[index] + length)
            }
        }
    }

    /// Copies whole bytes, without scalar starts.
    mutating func appendBytes(_ text: Span<UInt8>) {
        // Safe: copies exactly the bytes of the span.
        unsafe text.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    }
}
