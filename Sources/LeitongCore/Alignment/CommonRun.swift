/// A run of scalars that stands in two texts.
struct CommonRun: Equatable {
    /// First scalar in the first text.
    var a: Int
    /// First scalar in the second text.
    var b: Int
    /// Scalars.
    var length: Int

    var aEnd: Int { a + length }
    var bEnd: Int { b + length }
    /// By how much it stands later in the first text than in the second.
    var shift: Int { a - b }

    /// The part of a run that lies in a box; its length is not above 0 if there is none.
    func clamped(to box: AlignmentBox) -> CommonRun {
        let start = Swift.max(0, box.a.lowerBound - a, box.b.lowerBound - b)
        let end = Swift.min(length, box.a.upperBound - a, box.b.upperBound - b)
        return CommonRun(a: a + start, b: b + start, length: end - start)
    }

    /// The run with all that agrees before and after it; a wildcard agrees with nothing.
    func extended(_ aText: Span<UInt32>, _ bText: Span<UInt32>, in box: AlignmentBox) -> CommonRun {
        func agree(_ i: Int, _ j: Int) -> Bool {
            aText[i] == bText[j] && aText[i] != FoldedText.wildcard
        }
        var (start, end) = (0, length)
        while a + start > box.a.lowerBound, b + start > box.b.lowerBound,
            agree(a + start - 1, b + start - 1)
        {
            start -= 1
        }
        while a + end < box.a.upperBound, b + end < box.b.upperBound, agree(a + end, b + end) {
            end += 1
        }
        return CommonRun(a: a + start, b: b + start, length: end - start)
    }
}

/// Two stretches of two texts that are aligned with each other.
struct AlignmentBox: Equatable {
    var a: Range<Int>
    var b: Range<Int>

    /// The box of what stands before a run in both texts.
    func before(_ run: CommonRun) -> AlignmentBox {
        AlignmentBox(a: a.lowerBound..<run.a, b: b.lowerBound..<run.b)
    }

    /// The box of what stands after a run in both texts.
    func after(_ run: CommonRun) -> AlignmentBox {
        AlignmentBox(a: run.aEnd..<a.upperBound, b: run.bEnd..<b.upperBound)
    }

    /// How far a run is from joining equal shares of both sides: the best of several equally long
    /// ones stands as early in one text as in the other.
    func slant(of run: CommonRun) -> Int {
        abs((run.a - a.lowerBound) * b.count - (run.b - b.lowerBound) * a.count)
    }

    /// Twice the way from the middle of the box to the middle of a run, along both texts.
    func distanceFromMiddle(of run: CommonRun) -> Int {
        abs(2 * (run.a - a.lowerBound + run.b - b.lowerBound + run.length) - a.count - b.count)
    }

    /// Whether a run is a better anchor than another: the longest first, of equally long ones the
    /// straightest, then the one nearest the middle, so that many equal ones halve the box, then the
    /// first in the first text, then in the second.
    func prefers(_ run: CommonRun, to other: CommonRun) -> Bool {
        guard run.length == other.length else { return run.length > other.length }
        let (slant, otherSlant) = (slant(of: run), slant(of: other))
        guard slant == otherSlant else { return slant < otherSlant }
        let distances = (distanceFromMiddle(of: run), distanceFromMiddle(of: other))
        guard distances.0 == distances.1 else { return distances.0 < distances.1 }
        return (run.a, run.b) < (other.a, other.b)
    }
}

extension SeedRule {
    /// Whether a run is long enough that it is sure to be found: ``minRun`` scalars with a wide one or
    /// a digit among them, ``minNarrowRun`` of any kind.
    ///
    /// - Parameters:
    ///   - text: A text that holds the run; none of its scalars is a wildcard.
    ///   - start: First scalar of the run.
    ///   - length: Scalars of the run; may be less than 0.
    /// - Returns: Whether it is found, wherever it stands in two documents.
    func isSure(_ text: Span<UInt32>, from start: Int, length: Int) -> Bool {
        guard length >= minRun else { return false }
        if length >= minNarrowRun { return true }
        for position in start..<start + length where ScalarMarks.isWide(text[position]) {
            return true
        }
        return false
    }
}
