public import LeitongModel

/// Reads the records of one file, each a document, range by range.
///
/// A file is cut into ranges that begin and end with whole records, so that threads read them side by
/// side; what they make does not depend on the ranges.
public protocol RecordReader: Sendable {
    /// Number of the line that the first record may stand on, from 1.
    var firstLine: Int { get }

    /// Cuts a file into ranges of whole records.
    ///
    /// - Parameters:
    ///   - bytes: The file in UTF-8.
    ///   - size: Bytes a range has at least, but for the last.
    /// - Returns: Ranges that cover all records; they depend on the file only.
    /// - Complexity: At most linear in the file.
    func ranges(in bytes: Span<UInt8>, size: Int) -> [Range<Int>]

    /// Counts the lines that end in a range.
    func lineCount(of bytes: Span<UInt8>, in range: Range<Int>) -> Int

    /// Reads the records of a range.
    ///
    /// - Parameters:
    ///   - bytes: The file in UTF-8.
    ///   - range: One of ``ranges(in:size:)``, or several that follow one another.
    ///   - firstLine: Number of the first line of the range, from 1.
    ///   - lineCount: Number of its lines, where it is known: room is made for as many records.
    /// - Returns: A batch whose documents call the file source 0. Its own sources, counted from 1, hold
    ///   what does not stand in the file as it is meant.
    func read(
        _ bytes: Span<UInt8>,
        range: Range<Int>,
        firstLine: Int,
        lineCount: Int
    ) -> DocumentBatch
}

/// What keeps a record from being read, whatever its format.
enum RecordTrouble {
    static let noText = "has no text field"

    /// What is wrong with the place or the length of a record; `nil` if both can be told in 32 bits.
    static func ofSize(line: Int, byteCount: Int) -> String? {
        guard Swift.max(byteCount, line) > ReadingLimits.longestDocument else { return nil }
        return line > byteCount ? "is one of too many lines" : "is longer than 4 GiB"
    }
}
