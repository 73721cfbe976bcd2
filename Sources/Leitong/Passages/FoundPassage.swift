@_spi(Core) import LeitongCore
import LeitongReport

/// A passage that was found and weighed: numbers only, for there are millions.
struct FoundPassage: BitwiseCopyable, Sendable {
    var passage: KeptPassage
    var matchClass: MatchClass
    /// Number of the copy that explains it, with others perhaps.
    var chain: UInt32
    /// Whether its text stands in another order in the second place.
    let isShuffled: Bool
    private let rawBits: Float
    private let bits: Float
    private let documents: UInt32

    init(_ row: PassageRow, _ passage: KeptPassage, chain: Int) {
        self.passage = passage
        self.chain = UInt32(chain)
        matchClass = MatchClass(row.pieceClass)
        isShuffled = row.passage.isShuffled
        rawBits = row.evidence.rawBits
        bits = row.evidence.bits
        documents = UInt32(row.evidence.documents)
    }

    /// How much it tells.
    var evidence: Evidence {
        Evidence(rawBits: rawBits, bits: bits, documents: Int(documents))
    }

    /// Whether nothing was changed in it.
    var isExact: Bool {
        passage.runCount == 1
    }
}

/// What is kept of a passage; its runs are in the ``PassageList`` that holds it.
struct KeptPassage: BitwiseCopyable, Sendable {
    // As positions in the stream: they have 32 bits.
    private let first: UInt32
    private let second: UInt32
    private let aStart: UInt32
    private let aLength: UInt32
    private let bStart: UInt32
    private let bLength: UInt32
    private let matchedCount: UInt32
    private let changedCount: UInt32
    private let ownRuns: UInt32
    /// Where its runs begin among those of the list.
    var firstRun: UInt32

    init(_ passage: Passage, firstRun: Int) {
        first = UInt32(passage.aDocument)
        second = UInt32(passage.bDocument)
        aStart = UInt32(passage.a.lowerBound)
        aLength = UInt32(passage.a.count)
        bStart = UInt32(passage.b.lowerBound)
        bLength = UInt32(passage.b.count)
        matchedCount = UInt32(passage.matched)
        changedCount = UInt32(passage.changed)
        ownRuns = UInt32(passage.runs.count)
        self.firstRun = UInt32(firstRun)
    }

    /// The earlier document.
    var aDocument: Int { Int(first) }
    /// The later document, or the same.
    var bDocument: Int { Int(second) }
    /// Scalars of the first place, counted in the stream.
    var a: Range<Int> { Int(aStart)..<Int(aStart) + Int(aLength) }
    /// Scalars of the second place, counted in the stream.
    var b: Range<Int> { Int(bStart)..<Int(bStart) + Int(bLength) }
    /// Scalars that agree.
    var matched: Int { Int(matchedCount) }
    /// Scalars of the longer side of all changes.
    var changed: Int { Int(changedCount) }
    /// Number of its runs.
    var runCount: Int { Int(ownRuns) }

    /// As ``LeitongCore/Passage/identity``.
    var identity: Double {
        Double(matched) / Double(Swift.max(1, matched + changed))
    }
}

extension MatchClass {
    /// A number for each class.
    var order: Int {
        switch self {
        case .template: 0
        case .common: 1
        case .quotation: 2
        case .setPhrase: 3
        case .copy: 4
        }
    }

    /// The class of a piece, as the report names it.
    init(_ pieceClass: PieceClass) {
        self =
            switch pieceClass {
            case .template: .template
            case .common: .common
            case .quotation: .quotation
            case .setPhrase: .setPhrase
            case .copy: .copy
            }
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
