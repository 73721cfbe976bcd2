import LeitongCore
import LeitongReport

/// A passage that was found and weighed: numbers only, for there are millions.
struct FoundPassage: Sendable {
    var passage: KeptPassage
    var evidence: Evidence
    var matchClass: MatchClass

    /// Whether nothing was changed in it.
    var isExact: Bool {
        passage.runCount == 1
    }
}

/// What is kept of a passage; its runs are in the ``PassageList`` that holds it.
struct KeptPassage: Sendable {
    /// The earlier document.
    var aDocument: Int { Int(numbers.aDocument) }
    /// The later document, or the same.
    var bDocument: Int { Int(numbers.bDocument) }
    /// Scalars of the first place, counted in the stream.
    var a: Range<Int> { Int(numbers.a)..<Int(numbers.a) + Int(numbers.aLength) }
    /// Scalars of the second place, counted in the stream.
    var b: Range<Int> { Int(numbers.b)..<Int(numbers.b) + Int(numbers.bLength) }
    /// Scalars that agree, in whatever order.
    var matched: Int { Int(numbers.matched) }
    /// Scalars of the longer side of all changes.
    var changed: Int { Int(numbers.changed) }
    /// Number of its runs.
    var runCount: Int { Int(numbers.runCount) }
    /// Where its runs begin among those of the list.
    fileprivate var firstRun: Int
    private let numbers: Numbers

    /// As positions in the stream: they have 32 bits.
    private struct Numbers {
        var aDocument: UInt32
        var bDocument: UInt32
        var a: UInt32
        var aLength: UInt32
        var b: UInt32
        var bLength: UInt32
        var matched: UInt32
        var matchedInOrder: UInt32
        var changed: UInt32
        var runCount: UInt32
    }

    fileprivate init(_ passage: Passage, firstRun: Int) {
        self.firstRun = firstRun
        numbers = Numbers(
            aDocument: UInt32(passage.aDocument),
            bDocument: UInt32(passage.bDocument),
            a: UInt32(passage.a.lowerBound),
            aLength: UInt32(passage.a.count),
            b: UInt32(passage.b.lowerBound),
            bLength: UInt32(passage.b.count),
            matched: UInt32(passage.matched),
            matchedInOrder: UInt32(passage.matchedInOrder),
            changed: UInt32(passage.changed),
            runCount: UInt32(passage.runs.count)
        )
    }

    /// As ``LeitongCore/Passage/identity``.
    var identity: Double {
        let matched = Int(numbers.matchedInOrder)
        return Double(matched) / Double(Swift.max(1, matched + changed))
    }
}

/// Passages and their runs, in flat arrays.
struct PassageList: Sendable {
    /// The passages.
    private(set) var passages: [FoundPassage] = []
    private var runs: [PassageRun] = []

    /// Creates an empty list.
    init() {}

    /// Joins lists in order.
    init(_ parts: [PassageList]) {
        passages.reserveCapacity(parts.reduce(0) { $0 + $1.passages.count })
        runs.reserveCapacity(parts.reduce(0) { $0 + $1.runs.count })
        for part in parts {
            for found in part.passages {
                var found = found
                found.passage.firstRun += runs.count
                passages.append(found)
            }
            runs.append(contentsOf: part.runs)
        }
    }

    /// Adds a passage.
    mutating func append(_ passage: Passage, _ evidence: Evidence, _ matchClass: MatchClass) {
        let kept = KeptPassage(passage, firstRun: runs.count)
        passages.append(FoundPassage(passage: kept, evidence: evidence, matchClass: matchClass))
        runs.append(contentsOf: passage.runs)
    }

    /// Removes passages; what they were made of stays.
    mutating func removeAll(where isSuperfluous: (Int) -> Bool) {
        var kept = 0
        for index in passages.indices where !isSuperfluous(index) {
            passages[kept] = passages[index]
            kept += 1
        }
        passages.removeSubrange(kept...)
    }

    /// What agrees in a passage of the list and what does not, in order.
    func runs(of passage: KeptPassage) -> ArraySlice<PassageRun> {
        runs[passage.firstRun..<passage.firstRun + passage.runCount]
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
