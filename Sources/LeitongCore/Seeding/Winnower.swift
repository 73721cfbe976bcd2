/// Chooses the seeds of a document.
///
/// Keeps its buffers from document to document.
@_spi(Core) public struct Winnower: Sendable {
    /// How long and how dense seeds are.
    public let rule: SeedRule
    private var marks = ScalarMarks()
    /// Hash of the seed that begins at each scalar, or `noSeed`.
    private var hashes: [UInt64] = []
    /// Position of the lowest hash of each window.
    private var minima: [Int32] = []
    /// For each scalar that was chosen, the first and the last window that chose it.
    private var firstWindow: [Int32] = []
    private var lastWindow: [Int32] = []

    private static let noSeed = UInt64.max

    /// Creates a winnower.
    public init(rule: SeedRule) {
        self.rule = rule
    }

    /// Appends the seeds of a document to a batch.
    ///
    /// - Parameters:
    ///   - scalars: The folded document.
    ///   - base: Position of its first scalar in the stream of all documents.
    ///   - document: Number of the document.
    ///   - batch: Receives the seeds, in rising order of position.
    /// - Complexity: Linear in the scalars.
    public mutating func winnow(
        _ scalars: Span<UInt32>,
        base: Int,
        document: UInt32,
        into batch: inout SeedBatch
    ) {
        guard scalars.count >= SeedRule.wideLength else { return }
        marks.scan(scalars)
        hashSeeds(of: scalars)
        chooseMinima()
        markWindows(scalars.count)
        for position in 0..<hashes.count where firstWindow[position] >= 0 {
            let first = firstWindow[position]
            batch.keys.append(hashes[position])
            batch.seeds.append(
                Seed(
                    position: UInt32(truncatingIfNeeded: base + position),
                    document: document,
                    leadingWindow: UInt8(clamping: Int32(position) - first),
                    windowCount: UInt8(clamping: lastWindow[position] - first + 1)
                )
            )
        }
    }

    /// Hashes the seed that begins at each scalar; one that would hold a wildcard is none.
    private mutating func hashSeeds(of scalars: Span<UInt32>) {
        let starts = scalars.count - SeedRule.wideLength + 1
        hashes.removeAll(keepingCapacity: true)
        hashes.reserveCapacity(starts)
        for start in 0..<starts {
            let isWide = marks.hasWide(from: start, count: SeedRule.wideLength)
            let length = isWide ? SeedRule.wideLength : SeedRule.narrowLength
            guard start + length <= scalars.count,
                !marks.hasWildcard(from: start, count: length)
            else {
                hashes.append(Self.noSeed)
                continue
            }
            hashes.append(RunHash.hash(scalars, from: start, count: length))
        }
    }

    /// Finds the lowest hash of each window of `windowLength` starts; of equal ones the last.
    private mutating func chooseMinima() {
        let window = rule.windowLength
        minima.removeAll(keepingCapacity: true)
        minima.reserveCapacity(hashes.count)
        var lowest = -1
        for start in 0..<hashes.count {
            let last = Swift.min(start + window, hashes.count) - 1
            if lowest < start {
                lowest = start
                for position in start...last where hashes[position] <= hashes[lowest] {
                    lowest = position
                }
            } else if hashes[last] <= hashes[lowest] {
                lowest = last
            }
            minima.append(Int32(truncatingIfNeeded: lowest))
        }
    }

    /// Notes which scalars are chosen, and by which windows.
    private mutating func markWindows(_ count: Int) {
        let window = rule.windowLength
        firstWindow.removeAll(keepingCapacity: true)
        firstWindow.append(contentsOf: repeatElement(-1, count: count))
        lastWindow.removeAll(keepingCapacity: true)
        lastWindow.append(contentsOf: repeatElement(-1, count: count))
        // A document shorter than a window has one, cut off.
        let lastStart = Swift.max(0, hashes.count - window)
        for start in 0...lastStart {
            var chosen = Int(minima[start])
            if !marks.hasWide(from: start, count: window), start + window < hashes.count {
                let second = Int(minima[start + window])
                if hashes[second] <= hashes[chosen] { chosen = second }
            }
            guard hashes[chosen] != Self.noSeed else { continue }
            if firstWindow[chosen] < 0 { firstWindow[chosen] = Int32(truncatingIfNeeded: start) }
            lastWindow[chosen] = Int32(truncatingIfNeeded: start)
        }
    }
}
