import Dispatch
import Synchronization

/// Renders rows side by side, block by block, and hands them on in order.
///
/// Writing a million rows takes as long as aligning them where one thread does it.
struct RowRenderer: Sendable {
    /// Threads at work; the bytes do not depend on it.
    let threads: Int

    /// Rows that one thread renders at a time: of a few kilobytes each, so that a block stays small.
    private static let pieceLength = 512

    /// Renders rows.
    ///
    /// - Parameters:
    ///   - rows: Rows in order.
    ///   - out: Collects the bytes.
    ///   - sink: Takes the next bytes of the output.
    ///   - write: Renders one row, told its position.
    /// - Throws: What `sink` throws.
    func render<Rows: RandomAccessCollection & Sendable, Failure: Error>(
        _ rows: Rows,
        into out: inout OutputBuffer,
        to sink: ([UInt8]) throws(Failure) -> Void,
        _ write: @Sendable (Int, Rows.Element, inout OutputBuffer) -> Void
    ) throws(Failure) where Rows.Index == Int {
        guard threads > 1, rows.count > Self.pieceLength else {
            for (index, row) in rows.enumerated() {
                write(index, row, &out)
                try out.flushIfFull(to: sink)
            }
            return
        }
        let blockLength = threads * Self.pieceLength
        for start in stride(from: 0, to: rows.count, by: blockLength) {
            let block = start..<Swift.min(start + blockLength, rows.count)
            for piece in renderedPieces(rows, block, write) {
                out.append(piece)
                try out.flushIfFull(to: sink)
            }
        }
    }

    /// The bytes of the rows of a block, a piece for each thread.
    private func renderedPieces<Rows: RandomAccessCollection & Sendable>(
        _ rows: Rows,
        _ block: Range<Int>,
        _ write: @Sendable (Int, Rows.Element, inout OutputBuffer) -> Void
    ) -> [[UInt8]] where Rows.Index == Int {
        let pieces = Mutex([[UInt8]](repeating: [], count: threads))
        DispatchQueue.concurrentPerform(iterations: threads) { thread in
            let start = Swift.min(block.lowerBound + thread * Self.pieceLength, block.upperBound)
            let end = Swift.min(start + Self.pieceLength, block.upperBound)
            var out = OutputBuffer()
            for index in start..<end { write(index, rows[index], &out) }
            let bytes = out.bytes
            pieces.withLock { $0[thread] = bytes }
        }
        return pieces.withLock { $0 }
    }
}
