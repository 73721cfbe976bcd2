/// Prints a report: lays out what it holds and computes no results.
///
/// ```swift
/// try JSONLinesWriter().write(report) { chunk in try file.write(contentsOf: chunk) }
/// ```
public protocol ReportWriter: Sendable {
    /// Writes `report` as UTF-8, in order, in chunks of some tens of kilobytes.
    ///
    /// - Parameters:
    ///   - report: What to print.
    ///   - sink: Takes the next bytes of the output.
    /// - Throws: The first error that `sink` throws; it ends the writing.
    func write<Failure: Error>(
        _ report: Report,
        to sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure)
}

extension ReportWriter {
    /// Returns the whole output as bytes.
    public func bytes(of report: Report) -> [UInt8] {
        var all: [UInt8] = []
        write(report) { all += $0 }
        return all
    }
}
