/// Prints a report: lays out what it holds and computes no results.
///
/// ```swift
/// let writer = OutputFormat.jsonl.writer()
/// try writer.write(source) { bytes in try store.write(bytes) }
/// ```
public protocol ReportWriter: Sendable {
    /// Writes a report as UTF-8, in order, in chunks of some tens of kilobytes.
    ///
    /// - Parameters:
    ///   - source: What to print; its rows are made as they are written.
    ///   - sink: Takes the next bytes of the output.
    /// - Throws: The first error that `sink` throws; it ends the writing.
    func write<Failure: Error>(
        _ source: ReportSource,
        to sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure)
}

extension ReportWriter {
    /// Writes a report that is held, as ``write(_:to:)-(ReportSource,_)`` writes a source.
    ///
    /// - Parameters:
    ///   - report: What to print.
    ///   - sink: Takes the next bytes of the output.
    /// - Throws: The first error that `sink` throws; it ends the writing.
    public func write<Failure: Error>(
        _ report: Report,
        to sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        try write(ReportSource(report), to: sink)
    }

    /// Returns the whole output as bytes.
    ///
    /// - Parameter source: What to print; its rows are made as they are written.
    /// - Returns: All of it, in UTF-8.
    /// - Complexity: Linear in the output, in time and memory.
    public func bytes(of source: ReportSource) -> [UInt8] {
        var all: [UInt8] = []
        write(source) { all += $0 }
        return all
    }

    /// Returns the whole output as bytes.
    ///
    /// - Parameter report: What to print.
    /// - Returns: All of it, in UTF-8.
    /// - Complexity: Linear in the output, in time and memory.
    public func bytes(of report: Report) -> [UInt8] {
        bytes(of: ReportSource(report))
    }
}
