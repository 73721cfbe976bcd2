import LeitongRun
import Synchronization

/// Renders rows side by side, block by block, and hands them on in order.
///
/// Writing a million rows takes as long as aligning them where one thread does it.
struct RowRenderer: Sendable {
    /// How it is run; the bytes do not depend on it.
    let context: RunContext

    /// Rows that one thread renders at a time: of a few kilobytes each, so that a block stays small.
    private static let pieceLength = 512

    /// Renders rows.
    ///
    /// - Parameters:
    ///   - rows: The rows.
    ///   - out: Collects the bytes.
    ///   - sink: Takes the next bytes of the output.
    /// - Throws: What `sink` throws.
    func render<Failure: Error>(
        _ rows: WrittenRows,
        into out: inout OutputBuffer,
        to sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        guard context.threads > 1, rows.count > Self.pieceLength else {
            for index in 0..<rows.count {
                rows.write(index, &out)
                try out.flushIfFull(to: sink)
            }
            return
        }
        let blockLength = context.threads * Self.pieceLength
        for start in stride(from: 0, to: rows.count, by: blockLength) {
            let block = start..<Swift.min(start + blockLength, rows.count)
            for piece in renderedPieces(rows, block) {
                out.append(piece)
                try out.flushIfFull(to: sink)
            }
        }
    }

    /// The bytes of the rows of a block, a piece for each thread.
    private func renderedPieces(_ rows: WrittenRows, _ block: Range<Int>) -> [[UInt8]] {
        let pieces = Mutex([[UInt8]](repeating: [], count: context.threads))
        context.onEachThread { thread in
            let start = Swift.min(block.lowerBound + thread * Self.pieceLength, block.upperBound)
            let end = Swift.min(start + Self.pieceLength, block.upperBound)
            var out = OutputBuffer()
            for index in start..<end { rows.write(index, &out) }
            let bytes = out.bytes
            pieces.withLock { $0[thread] = bytes }
        }
        return pieces.withLock { $0 }
    }
}

/// Rows of one kind, and how each is written.
///
/// Made where the kind is known and nothing else is left open, so that the compiler makes code for
/// it: what takes a sink of any error is compiled once for all.
struct WrittenRows: Sendable {
    /// Number of the rows.
    let count: Int
    /// Writes a row, told its position.
    let write: @Sendable (Int, inout OutputBuffer) -> Void
}
