/// What one copy explains: a passage, and others of the same pair that lie inside it.
@_spi(Core) public struct PassageChain: Sendable {
    /// The passage that spans all.
    public var passage: Passage
    /// The passages that it was made of, if text stands in another order in it.
    public var parts: [Passage] = []
    /// Passages inside it that it may not report: what was moved, or stands several times.
    public var inner: [Passage] = []

    /// Creates a chain of one passage.
    init(_ passage: Passage) {
        self.passage = passage
    }

    /// The same seen from the other document.
    var exchanged: PassageChain {
        var other = PassageChain(passage.exchanged)
        other.parts = parts.map(\.exchanged)
        other.inner = inner.map(\.exchanged)
        return other
    }
}
