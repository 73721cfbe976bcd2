import LeitongCore
import LeitongReport

/// A passage that was found and weighed.
struct FoundPassage: Sendable {
    var passage: Passage
    var evidence: Evidence
    var matchClass: MatchClass

    /// Whether nothing was changed in it.
    var isExact: Bool {
        passage.runs.count == 1
    }
}

/// A run of text with all its places.
struct FoundPhrase: Sendable {
    /// Places in the stream, rising.
    var starts: [Int]
    /// Scalars.
    var length: Int
    /// Documents that hold it.
    var documents: Int
    /// Surprisal in official prose, in bits.
    var rawBits: Float
    var matchClass: MatchClass

    /// Whether it counts as copied.
    var isCopy: Bool {
        matchClass == .copy
    }
}

/// Places of passages that are copies of one another, directly or through others.
struct FoundCluster: Sendable {
    /// Places in the stream, rising.
    var members: [Range<Int>]
    /// Lowest identity of the passages that join them.
    var cohesion: Double
}
