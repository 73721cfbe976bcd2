/// A passage that is reported by itself: of one class, and nowhere without agreement for long.
package struct PassageRow: Sendable {
    /// The passage.
    package var passage: Passage
    /// What it is taken for.
    package var pieceClass: PieceClass
    /// How much its pieces tell together.
    package var evidence: Evidence
}
