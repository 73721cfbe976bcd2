/// What was found to be a duplicate of what.
///
/// ```swift
/// let result = try await Deduplicator().deduplicate(corpus)
/// let removed = Set(result.removals.map(\.item))
/// let kept = corpus.documents.indices.filter { !removed.contains($0) }
/// print(result.count(of: .near), kept.map { corpus.documents.name(of: $0) })
/// ```
public struct Deduplication: Sendable {
    /// What was compared.
    public let level: DeduplicationLevel
    /// What is removed, in the order of the input.
    public let removals: [Removal]
    /// Documents or paragraphs in all.
    public let unitCount: Int
    /// Documents or paragraphs that were too short to be compared, and stay.
    public let uncomparedCount: Int
    /// Different texts that stay, and were compared with the likeliest of their candidates only.
    public let partlyComparedCount: Int
    /// Documents whose date is missing or cannot be read; 0 unless the earliest stays.
    public let undatedCount: Int

    /// One document or paragraph that is removed.
    public struct Removal: Sendable, Equatable {
        /// Its position among the documents or paragraphs of the batch.
        public var item: Int
        /// Position of one that stays, and that it was verified to be a duplicate of.
        public var kept: Int
        /// Whether the two are equal.
        public var reason: Reason
        /// Exact Jaccard similarity of the two.
        public var similarity: Double
    }

    /// Why something is removed; the raw values are stable.
    public enum Reason: String, Sendable, CaseIterable {
        /// Equal folded text.
        case equal
        /// Shingles that agree to at least the threshold.
        case near
    }

    /// How many are removed for a reason.
    ///
    /// - Parameter reason: The reason.
    /// - Returns: Documents or paragraphs, by ``level``.
    /// - Complexity: Linear in ``removals``.
    public func count(of reason: Reason) -> Int {
        removals.count { $0.reason == reason }
    }
}
