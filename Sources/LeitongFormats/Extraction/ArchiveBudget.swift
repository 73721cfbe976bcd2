import LeitongModel

/// What may still be unpacked of one file, archives in it included.
struct ArchiveBudget {
    private let limits: ReadingLimits
    private let hints: ReadingHints
    /// Size of the outermost file: what the sender paid.
    private let size: Int
    private var unpacked = 0
    private var entries = 0
    /// How many archives lie around what is read.
    private(set) var depth = 0

    /// Entries that are looked at; a file of many thousand entries of nothing costs time as well.
    static let entryLimit = 100_000

    init(_ limits: ReadingLimits, hints: ReadingHints = .init(), size: Int) {
        self.limits = limits
        self.hints = hints
        self.size = size
    }

    /// Counts bytes that were unpacked.
    mutating func spend(_ count: Int) throws(ExtractionFailure) {
        unpacked += count
        if unpacked > limits.unpackedBytes {
            throw ExtractionFailure(
                .archiveLimit,
                "unpacks to more than \(limits.unpackedBytes >> 20) MiB"
                    + hints.behind(.unpackedBytes)
            )
        }
        guard unpacked > ReadingLimits.freeUnpackedBytes,
            unpacked / max(size, 1) >= limits.unpackedRatio
        else {
            return
        }
        throw ExtractionFailure(
            .archiveLimit,
            "unpacks to more than \(limits.unpackedRatio) times its size"
                + hints.behind(.unpackedRatio)
        )
    }

    /// Counts an entry.
    mutating func countEntry() throws(ExtractionFailure) {
        entries += 1
        guard entries <= Self.entryLimit else {
            throw ExtractionFailure(.archiveLimit, "holds more than \(Self.entryLimit) entries")
        }
    }

    /// Goes into an archive.
    mutating func enter() throws(ExtractionFailure) {
        guard depth < limits.archiveDepth else {
            throw ExtractionFailure(
                .archiveLimit,
                "lies in more than \(limits.archiveDepth - 1) other archives"
                    + hints.behind(.archiveDepth)
            )
        }
        depth += 1
    }

    /// Leaves it.
    mutating func leave() {
        depth -= 1
    }
}
