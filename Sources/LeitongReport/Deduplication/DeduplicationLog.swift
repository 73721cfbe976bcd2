/// Writes what was removed as JSON Lines: one object a document or paragraph, then the inputs that
/// could not be used (`"type":"skipped"`).
///
/// ```swift
/// import LeitongFiles
///
/// let result = try await Deduplicator().deduplicate(corpus)
/// var log = DeduplicationLog { bytes in try store.write(bytes) }
/// try DeduplicatedDocuments(corpus, result).write(to: &log)
/// try log.finish()
/// ```
public struct DeduplicationLog<Failure: Error> {
    private var out = OutputBuffer()
    private let sink: ([UInt8]) throws(Failure) -> Void

    private static var skipped: [JSONField<SkippedEntry>] {
        [.type(.skipped)] + JSONField<SkippedEntry>.skipped
    }

    /// Creates a log.
    ///
    /// - Parameter sink: Takes the next bytes of the output.
    public init(to sink: @escaping ([UInt8]) throws(Failure) -> Void) {
        self.sink = sink
    }

    /// Adds something that was removed.
    ///
    /// - Parameter entry: What was removed.
    /// - Throws: What the sink throws.
    public mutating func add(_ entry: DeduplicationEntry) throws(Failure) {
        out.appendJSON(object: entry, fields: JSONField<DeduplicationEntry>.entry)
        out.append("\n")
        try out.flushIfFull(to: sink)
    }

    /// Adds an input that could not be used.
    ///
    /// - Parameter entry: The input, and why it could not be used.
    /// - Throws: What the sink throws.
    public mutating func add(_ entry: SkippedEntry) throws(Failure) {
        out.appendJSON(object: entry, fields: Self.skipped)
        out.append("\n")
        try out.flushIfFull(to: sink)
    }

    /// Writes what is left.
    ///
    /// - Throws: What the sink throws.
    public mutating func finish() throws(Failure) {
        try out.flush(to: sink)
    }
}
