/// Turns a chain of exact matches into an aligned passage.
struct PassageAligner {
    private var gaps: GapAligner
    private var ends = EndExtender()

    /// A single match of less width, or letters, are not extended: what they miss is less than a seed.
    private static let leastExtendedWidth = 52

    /// Creates an aligner.
    ///
    /// - Parameter rule: Which common runs no change may hold on both sides.
    init(rule: SeedRule = .standard) {
        gaps = GapAligner(rule: rule)
    }

    /// Aligns a chain.
    ///
    /// - Parameters:
    ///   - chain: Matches that rise in both documents; they may overlap.
    ///   - pair: The two documents.
    ///   - scalars: The stream.
    ///   - isRemnant: Whether a single match is extended too, however short.
    /// - Returns: The passage, its ends as far as the texts agree.
    mutating func passage(
        _ chain: [ExactMatch],
        of pair: DocumentPair,
        in scalars: Span<UInt32>,
        isRemnant: Bool = false
    ) -> Passage {
        var list = RunList()
        let start = chain[0]
        var (aEnd, bEnd) = (start.a, start.b)
        for match in chain {
            let overlap = Swift.max(0, aEnd - match.a, bEnd - match.b)
            let (a, b) = (match.a + overlap, match.b + overlap)
            gaps.align(scalars.extracting(aEnd..<a), scalars.extracting(bEnd..<b), into: &list)
            list.append(.equal, match.length - overlap, match.length - overlap)
            (aEnd, bEnd) = (match.aEnd, match.bEnd)
        }
        var passage = Passage(
            aDocument: pair.aDocument,
            bDocument: pair.bDocument,
            a: start.a..<aEnd,
            b: start.b..<bEnd,
            runs: list.runs
        )
        passage.certainMatches = chain.filter(\.isStrong)
            .map { EqualStretch(a: $0.a, b: $0.b, length: $0.length) }
        // Several matches are what is left of edited text; one short match mostly is a set phrase.
        let isEdited = (chain.count > 1 || isRemnant) && start.scalarWidth == 2
        if isEdited || chain.reduce(0, { $0 + $1.width }) >= Self.leastExtendedWidth {
            extend(&passage, of: pair, in: scalars)
        }
        return passage
    }

    /// Joins two passages of which the second follows the first in both documents.
    mutating func join(_ first: Passage, _ second: Passage, in scalars: Span<UInt32>) -> Passage {
        var joined = first
        var list = RunList(first.runs)
        gaps.align(
            scalars.extracting(first.a.upperBound..<second.a.lowerBound),
            scalars.extracting(first.b.upperBound..<second.b.lowerBound),
            into: &list
        )
        list.append(second.runs)
        joined.a = first.a.lowerBound..<second.a.upperBound
        joined.b = first.b.lowerBound..<second.b.upperBound
        joined.runs = list.runs
        joined.certainMatches += second.certainMatches
        return joined
    }

    /// Makes one passage of parts in any order: those of the heaviest chain that rises in both
    /// documents are aligned, and what stands between them; the others were moved.
    ///
    /// - Parameters:
    ///   - parts: Passages of one pair, in rising order of the first place.
    ///   - scalars: The stream.
    /// - Returns: The passage that spans all parts, and the scalars that agree in any part.
    /// - Complexity: Quadratic in the parts.
    mutating func shuffled(
        _ parts: [Passage],
        in scalars: Span<UInt32>
    ) -> (passage: Passage, matched: Int) {
        var result = parts[0]
        for part in parts {
            result.a = result.a.union(part.a)
            result.b = result.b.union(part.b)
        }
        result.certainMatches = parts.flatMap(\.certainMatches)
        result.isShuffled = true
        var list = RunList()
        var (aEnd, bEnd) = (result.a.lowerBound, result.b.lowerBound)
        for index in Self.heaviestChain(parts) {
            // A part that was put together itself may begin or end with a change, which would run on
            // into the next.
            let part = parts[index].trimmed
            gaps.align(
                scalars.extracting(aEnd..<part.a.lowerBound),
                scalars.extracting(bEnd..<part.b.lowerBound),
                into: &list
            )
            list.append(part.runs)
            (aEnd, bEnd) = (part.a.upperBound, part.b.upperBound)
        }
        gaps.align(
            scalars.extracting(aEnd..<result.a.upperBound),
            scalars.extracting(bEnd..<result.b.upperBound),
            into: &list
        )
        result.runs = list.runs
        let agreeing = DisjointRanges(parts.flatMap { $0.equalStretches.map(\.aRange) })
        return (result, agreeing.ranges.reduce(0) { $0 + $1.count })
    }

    /// The parts that rise in both documents without overlapping and match most.
    private static func heaviestChain(_ parts: [Passage]) -> [Int] {
        var weights: [Int] = []
        var previous: [Int] = []
        for (index, part) in parts.enumerated() {
            var best = (weight: 0, part: -1)
            for earlier in 0..<index
            where parts[earlier].a.upperBound <= part.a.lowerBound
                && parts[earlier].b.upperBound <= part.b.lowerBound
                && weights[earlier] > best.weight
            {
                best = (weights[earlier], earlier)
            }
            weights.append(best.weight + part.matched)
            previous.append(best.part)
        }
        var chain: [Int] = []
        var next = weights.indices.max { (weights[$0], $1) < (weights[$1], $0) } ?? -1
        while next >= 0 {
            chain.append(next)
            next = previous[next]
        }
        return chain.reversed()
    }

    private mutating func extend(
        _ passage: inout Passage,
        of pair: DocumentPair,
        in scalars: Span<UInt32>
    ) {
        // Two places of one document must not grow into each other, or a place would be aligned with
        // itself.
        let isOwn = pair.aDocument == pair.bDocument
        guard !isOwn || passage.a.upperBound <= passage.b.lowerBound else { return }
        let (aStart, bStart) = (passage.a.lowerBound, passage.b.lowerBound)
        let bLimit = isOwn ? passage.a.upperBound : pair.b.lowerBound
        let before = ends.extend(
            scalars.extracting(pair.a.lowerBound..<aStart),
            scalars.extracting(bLimit..<bStart),
            isBackward: true
        )
        let (aEnd, bEnd) = (passage.a.upperBound, passage.b.upperBound)
        let aLimit =
            isOwn ? bStart - before.reduce(0) { $0 + $1.bLength } : pair.a.upperBound
        let after = ends.extend(
            scalars.extracting(aEnd..<aLimit),
            scalars.extracting(bEnd..<pair.b.upperBound),
            isBackward: false
        )
        guard !before.isEmpty || !after.isEmpty else { return }
        widen(
            &passage,
            to: aStart - before.reduce(0) { $0 + $1.aLength }..<aEnd
                + after.reduce(0) { $0 + $1.aLength },
            bStart - before.reduce(0) { $0 + $1.bLength }..<bEnd
                + after.reduce(0) { $0 + $1.bLength },
            in: scalars
        )
    }

    /// Widens a passage; what is added is aligned once more, for what stands under redaction marks.
    private mutating func widen(
        _ passage: inout Passage,
        to a: Range<Int>,
        _ b: Range<Int>,
        in scalars: Span<UInt32>
    ) {
        var list = RunList()
        gaps.align(
            scalars.extracting(a.lowerBound..<passage.a.lowerBound),
            scalars.extracting(b.lowerBound..<passage.b.lowerBound),
            into: &list
        )
        list.append(passage.runs)
        gaps.align(
            scalars.extracting(passage.a.upperBound..<a.upperBound),
            scalars.extracting(passage.b.upperBound..<b.upperBound),
            into: &list
        )
        (passage.a, passage.b) = (a, b)
        passage.runs = list.runs
    }
}

/// Two documents that are compared, and where they lie in the stream.
struct DocumentPair {
    var aDocument: Int
    var bDocument: Int
    var a: Range<Int>
    var b: Range<Int>

    /// The same seen from the other document.
    var exchanged: DocumentPair {
        DocumentPair(aDocument: bDocument, bDocument: aDocument, a: b, b: a)
    }
}
