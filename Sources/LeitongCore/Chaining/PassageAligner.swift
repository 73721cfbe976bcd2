/// Turns a chain of exact matches into an aligned passage.
struct PassageAligner {
    private var gaps = GapAligner()
    private var ends = EndExtender()

    /// Passages of less width are not extended: what they miss is less than a seed.
    private static let leastExtendedWidth = 52

    /// Aligns a chain.
    ///
    /// - Parameters:
    ///   - chain: Matches that rise in both documents; they may overlap.
    ///   - pair: The two documents.
    ///   - scalars: The stream.
    /// - Returns: The passage, its ends as far as the texts agree.
    mutating func passage(
        _ chain: [ExactMatch],
        of pair: DocumentPair,
        in scalars: Span<UInt32>
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
        if chain.reduce(0, { $0 + $1.width }) >= Self.leastExtendedWidth {
            extend(&passage, of: pair, in: scalars)
        }
        return passage
    }

    /// Joins two passages of which the second follows the first in both documents.
    mutating func join(_ first: Passage, _ second: Passage, in scalars: Span<UInt32>) -> Passage {
        var joined = first
        var list = RunList()
        list.append(first.runs)
        gaps.align(
            scalars.extracting(first.a.upperBound..<second.a.lowerBound),
            scalars.extracting(first.b.upperBound..<second.b.lowerBound),
            into: &list
        )
        list.append(second.runs)
        joined.a = first.a.lowerBound..<second.a.upperBound
        joined.b = first.b.lowerBound..<second.b.upperBound
        joined.runs = list.runs
        return joined
    }

    /// Aligns two stretches anew, whatever stood in them.
    func realigned(
        _ passage: Passage,
        a: Range<Int>,
        b: Range<Int>,
        in scalars: Span<UInt32>
    ) -> Passage {
        var list = RunList()
        let script = EditScript(from: scalars.extracting(a), to: scalars.extracting(b))
        for run in script.withoutCrumbs().runs {
            list.append(run.kind == .equal ? .equal : .changed, run.a.count, run.b.count)
        }
        var result = passage
        (result.a, result.b, result.runs) = (a, b, list.runs)
        return result
    }

    private mutating func extend(
        _ passage: inout Passage,
        of pair: DocumentPair,
        in scalars: Span<UInt32>
    ) {
        let (aStart, bStart) = (passage.a.lowerBound, passage.b.lowerBound)
        let before = ends.extend(
            aLength: aStart - pair.a.lowerBound,
            bLength: bStart - pair.b.lowerBound
        ) { Self.agree(scalars[aStart - 1 - $0], scalars[bStart - 1 - $1]) }
        let (aEnd, bEnd) = (passage.a.upperBound, passage.b.upperBound)
        let after = ends.extend(
            aLength: pair.a.upperBound - aEnd,
            bLength: pair.b.upperBound - bEnd
        ) { Self.agree(scalars[aEnd + $0], scalars[bEnd + $1]) }
        guard !before.isEmpty || !after.isEmpty else { return }
        var list = RunList()
        list.append(before.reversed())
        list.append(passage.runs)
        list.append(after)
        passage.a =
            aStart - before.reduce(0) { $0 + $1.aLength }..<aEnd + after.reduce(0) { $0 + $1.aLength }
        passage.b =
            bStart - before.reduce(0) { $0 + $1.bLength }..<bEnd + after.reduce(0) { $0 + $1.bLength }
        passage.runs = list.runs
    }

    private static func agree(_ a: UInt32, _ b: UInt32) -> Bool {
        a == b && a != FoldedText.wildcard
    }
}

/// Two documents that are compared, and where they lie in the stream.
struct DocumentPair {
    var aDocument: Int
    var bDocument: Int
    var a: Range<Int>
    var b: Range<Int>
}
