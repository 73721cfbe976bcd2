/// A passage that is told by itself: of one class, and nowhere without agreement for long.
public struct PassageRow: Sendable {
    /// The passage.
    public var passage: Passage
    /// What it is taken for.
    public var pieceClass: PieceClass
    /// How much its pieces tell together.
    public var evidence: Evidence
}
