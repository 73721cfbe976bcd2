import LeitongAlgorithms
import LeitongStorage

/// Lengthens the seeds that stand in very many places until they are rare.
///
/// A seed in more than `placeLimit` places would make the square of that of pairs. So its places
/// are told apart by the whole window that chose the seed: 13 characters instead of six. Windows in
/// few places are paired; a window in very many places is a repeated run, of which every place is
/// paired with the first one only, and listed.
///
/// Source: S. Kiełbasa, R. Wan, K. Sato, P. Horton, M. Frith, Adaptive seeds tame genomic sequence
/// comparison, 2011; here the seeds are lengthened, but never dropped.
package struct SeedLengthener: Sendable {
    private let stream: FoldedStream
    private let index: SeedIndex
    private let rule: SeedRule
    private let pairRule: PairRule
    private let placeLimit: Int
    private var entries: [HashedNumber] = []
    private var places: [Place] = []
    private var sorter = HashSorter()
    /// A seed, and the text around it.
    private var seeds: [Seed] = []
    private var scalars: [UInt32] = []

    /// A window that chose a seed.
    private struct Place {
        var seed: UInt32
        var start: UInt32
        var document: Int
    }

    /// What came of some seeds.
    package struct Result: Sendable {
        /// Pairs of seeds with a window in common, each once, in rising order within a seed's group.
        package var pairs: [TextPair] = []
        /// Starts of repeated windows in the stream, run after run.
        package var windowStarts: [UInt32] = []
        /// Where each repeated run begins in `windowStarts`.
        package var runStarts: [Int] = []

        /// Creates an empty result.
        package init() {}
    }

    /// Creates a splitter.
    ///
    /// - Parameters:
    ///   - stream: All documents.
    ///   - index: Their seeds.
    ///   - rule: The rule the seeds were chosen by.
    ///   - pairRule: Which documents are compared.
    ///   - placeLimit: Most places of a seed or run that are compared each with each.
    package init(
        stream: FoldedStream,
        index: SeedIndex,
        rule: SeedRule,
        pairRule: PairRule,
        placeLimit: Int
    ) {
        self.stream = stream
        self.index = index
        self.rule = rule
        self.pairRule = pairRule
        self.placeLimit = placeLimit
    }

    /// Splits one group of seeds.
    ///
    /// - Complexity: Linear in the places of the group but for sorting, times `placeLimit`.
    package mutating func split(group: Int, into result: inout Result) {
        let firstPair = result.pairs.count
        collectWindows(ofGroup: group)
        sorter.sort(&entries)
        entries.indices.forEachRun(
            by: { entries[$0].hash },
            do: { run in
                if run.count > placeLimit {
                    addRun(run, to: &result)
                } else if run.count > 1 {
                    addPairs(run, to: &result)
                }
            }
        )
        var added = Array(result.pairs[firstPair...])
        TextPair.sortUnique(&added)
        result.pairs.replaceSubrange(firstPair..., with: added)
    }

    /// Lists the windows that chose the seeds of a group, with a hash of their text.
    private mutating func collectWindows(ofGroup group: Int) {
        entries.removeAll(keepingCapacity: true)
        places.removeAll(keepingCapacity: true)
        for slot in Int(index.groupStarts[group])..<Int(index.groupStarts[group + 1]) {
            let number = index.members[slot]
            let seed = read(Int(number))
            let document = Int(seed.document)
            let starts = seed.windowStarts
            for start in starts.indices {
                let first = start - starts.lowerBound
                let length = rule.windowText(at: first, in: scalars.span, end: scalars.count)
                guard let length, isSeed(Int(number), seed, ofWindowAt: first) else { continue }
                entries.append(
                    HashedNumber(
                        hash: RunHash.hash(scalars.span, from: first, count: length),
                        number: UInt32(truncatingIfNeeded: places.count)
                    )
                )
                let place = UInt32(truncatingIfNeeded: start)
                places.append(Place(seed: number, start: place, document: document))
            }
        }
    }

    /// Whether the window at a place of the text that was read chose the seed.
    private func isSeed(_ number: Int, _ seed: Seed, ofWindowAt first: Int) -> Bool {
        let position = seed.windowStarts.lowerBound + first
        let reach = rule.seedReach(ofWindow: first, in: scalars.span)
        // Where windows look no further than those behind them, the first and the last that chose
        // a seed have only such between them.
        if reach == rule.windowLength { return Int(seed.position) < position + reach }
        return index.isSeed(number, ofWindow: position, reach: reach)
    }

    /// Reads a seed, and the text of the windows that chose it: of a group each stands elsewhere, and
    /// of scratch files whole pages would be mapped for it.
    private mutating func read(_ number: Int) -> Seed {
        seeds.removeAll(keepingCapacity: true)
        index.seeds.append(number..<number + 1, to: &seeds)
        let seed = seeds[0]
        let end = stream.documentStarts[Int(seed.document) + 1]
        let windows = seed.windowStarts
        scalars.removeAll(keepingCapacity: true)
        stream.scalars.append(
            windows.lowerBound..<Swift.min(windows.upperBound + rule.windowReach, end),
            to: &scalars
        )
        return seed
    }

    /// Pairs every place of a window with every other.
    private func addPairs(_ range: Range<Int>, to result: inout Result) {
        for later in range.dropFirst() {
            let second = places[Int(entries[later].number)]
            for earlier in range.lowerBound..<later {
                let first = places[Int(entries[earlier].number)]
                if allows(first, second) {
                    result.pairs.append(TextPair(first.seed, second.seed))
                }
            }
        }
    }

    /// Pairs every place of a window with the first that it is compared with, and lists them all.
    private func addRun(_ range: Range<Int>, to result: inout Result) {
        let all = range.map { places[Int(entries[$0].number)] }
        let run = withoutOverlaps(all)
        let pairCount = result.pairs.count
        defer {
            // What only documents hold that are not compared is no run of theirs.
            if pairRule.isAll || result.pairs.count > pairCount {
                result.runStarts.append(result.windowStarts.count)
                result.windowStarts.append(contentsOf: all.map(\.start))
            }
        }
        switch pairRule {
        case .all:
            for place in run.dropFirst() { append(run[0].seed, place.seed, to: &result) }
        case .against(let isReference):
            let first = run.first { isReference[$0.document] }
            let other = run.first { !isReference[$0.document] }
            guard let first, let other else { return }
            for place in run {
                let isFirst = isReference[place.document]
                append(isFirst ? other.seed : first.seed, place.seed, to: &result)
            }
        case .listed(let partners):
            var firsts: [Int: UInt32] = [:]
            for place in run where firsts[place.document] == nil {
                firsts[place.document] = place.seed
            }
            for place in run {
                for partner in partners[place.document] {
                    if let first = firsts[partner] { append(first, place.seed, to: &result) }
                }
            }
        }
    }

    /// The places that do not overlap the one before.
    ///
    /// In periodic text a run overlaps itself at every period: the list tells them all, and pairing
    /// one place of each stretch tells what stretches are alike.
    private func withoutOverlaps(_ run: [Place]) -> [Place] {
        var kept: [Place] = []
        var last: (document: Int, start: Int)?
        for place in run {
            let (document, start) = (place.document, Int(place.start))
            let overlaps =
                last.map { $0.document == document && start - $0.start < rule.minRun } ?? false
            last = (document, start)
            if !overlaps { kept.append(place) }
        }
        return kept
    }

    private func append(_ first: UInt32, _ second: UInt32, to result: inout Result) {
        if first != second { result.pairs.append(TextPair(first, second)) }
    }

    private func allows(_ first: Place, _ second: Place) -> Bool {
        first.seed != second.seed && pairRule.allows(first.document, second.document)
    }
}

extension SeedRule {
    /// Scalars from the start of a window to the end of what decides which seed it chooses, at most.
    var windowReach: Int { 2 * windowLength + Self.narrowLength }

    /// Starts of seeds in the window at `start`, which the document holds.
    func seedReach(ofWindow start: Int, in scalars: Span<UInt32>) -> Int {
        let end = start + windowLength
        return Self.hasWide(scalars, from: start, count: windowLength, end: end)
            ? windowLength : 2 * windowLength
    }

    /// Scalars of the text that decides which seed the window at `start` chooses.
    ///
    /// - Returns: `nil` where the document ends before, or a wildcard stands inside.
    func windowText(at start: Int, in scalars: Span<UInt32>, end: Int) -> Int? {
        let isWide = Self.hasWide(scalars, from: start, count: windowLength, end: end)
        let lastSeed = start + (isWide ? windowLength : 2 * windowLength) - 1
        // A seed of letters may reach further than the wide ones after it.
        var textEnd = lastSeed + Self.wideLength
        for seed in stride(from: lastSeed, through: start, by: -1)
        where !Self.hasWide(scalars, from: seed, count: Self.wideLength, end: end) {
            textEnd = Swift.max(textEnd, seed + Self.narrowLength)
            break
        }
        guard textEnd <= end else { return nil }
        for position in start..<textEnd where scalars[position] == FoldedText.wildcard {
            return nil
        }
        return textEnd - start
    }

    private static func hasWide(
        _ scalars: Span<UInt32>,
        from start: Int,
        count: Int,
        end: Int
    ) -> Bool {
        guard start < end else { return false }
        for position in start..<Swift.min(start + count, end)
        where ScalarMarks.isWide(scalars[position]) {
            return true
        }
        return false
    }
}
