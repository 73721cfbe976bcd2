import LeitongAlgorithms

/// Finds anchors of texts that repeat themselves, in few rounds.
///
/// Each round takes one common window out of a box and goes on before and after it. The windows are
/// as long as there are common ones, in steps of four. Of those whose middle lies within an eighth of
/// the box from its middle, along both texts, it takes the straightest; if there is none, the nearest
/// to the middle. So the larger part of a box of `n` scalars has 5/8 of them; or, if the window was
/// further than `n / 8` away, none but such windows are left in it as stand beyond the middle, the
/// nearest of which parts it into a piece without windows and one of less than `3 n / 8`. In both
/// cases two rounds at most make a box smaller by a quarter, and there are 6 steps: the rounds grow
/// with the logarithm of the length.
struct BalancedAnchors {
    /// Windows that are looked for, the shortest first.
    private var steps: [WindowPlaces] = []
    private let rule: SeedRule

    /// Longest windows: what is longer is found by them, and each step takes memory.
    private static let longestWindow = 1 << 12

    /// Numbers the windows of a box.
    ///
    /// - Complexity: Linear.
    init(_ a: Span<UInt32>, _ b: Span<UInt32>, _ box: AlignmentBox, _ rule: SeedRule) {
        self.rule = rule
        var half = WindowNames(a, b, in: box)
        func windows(of length: Int) -> WindowNames {
            while 2 * half.length < length { half = half.windows(of: 2 * half.length) }
            return half.windows(of: length)
        }
        var wide = windows(of: rule.minRun)
        wide.dropNarrow(a, from: box.a.lowerBound)
        steps.append(WindowPlaces(wide, box))
        var length = rule.minNarrowRun
        while length <= Self.longestWindow {
            let long = windows(of: length)
            guard long.hasCommon else { break }
            steps.append(WindowPlaces(long, box))
            length *= 4
        }
    }

    /// Adds the anchors of some boxes.
    ///
    /// - Parameters:
    ///   - a: The first text.
    ///   - b: The second text.
    ///   - boxes: Parts of the box whose windows were numbered.
    ///   - anchors: Receives the anchors, in no order.
    /// - Complexity: The lengths times their logarithm, squared.
    func add(
        _ a: Span<UInt32>,
        _ b: Span<UInt32>,
        _ boxes: [AlignmentBox],
        to anchors: inout [CommonRun]
    ) {
        var open = boxes.map { (box: $0, step: steps.count - 1) }
        while let (box, step) = open.popLast() {
            guard step >= 0, box.a.count >= rule.minRun, box.b.count >= rule.minRun else {
                continue
            }
            guard let window = steps[step].best(in: box) else {
                open.append((box, step - 1))
                continue
            }
            let run = window.extended(a, b, in: box)
            anchors.append(run)
            open.append((box.before(run), step))
            open.append((box.after(run), step))
        }
    }
}

/// Where the windows of one length stand.
private struct WindowPlaces {
    private let length: Int
    /// The names of the windows of the second text.
    private let names: [UInt32]
    /// Windows of the first text, grouped by name, rising.
    private let places: GroupedElements<Int32>
    /// The box whose windows these are.
    private let whole: AlignmentBox

    init(_ windows: WindowNames, _ box: AlignmentBox) {
        length = windows.length
        names = windows.b
        whole = box
        let nameCount = Int(windows.a.max() ?? 0) + 1
        places = GroupedElements(groupCount: nameCount, filler: 0) { add in
            for (place, name) in windows.a.enumerated() {
                add(Int(name), Int32(truncatingIfNeeded: place))
            }
        }
    }

    /// The common window to part a box by.
    ///
    /// - Complexity: Linear in the second side, times the logarithm of the first.
    func best(in box: AlignmentBox) -> CommonRun? {
        guard box.a.count >= length, box.b.count >= length else { return nil }
        let near = (box.a.count + box.b.count) / 4
        var best: (run: CommonRun, isNear: Bool, badness: Int)?
        for b in box.b.lowerBound...box.b.upperBound - length {
            let name = Int(names[b - whole.b.lowerBound])
            guard name != 0 else { continue }
            let range = places.range(ofGroup: name)
            let after = firstPlace(notBefore: target(at: b, in: box), range)
            for index in [after - 1, after] where range.contains(index) {
                let a = whole.a.lowerBound + Int(places.elements[index])
                guard a >= box.a.lowerBound, a + length <= box.a.upperBound else { continue }
                let run = CommonRun(a: a, b: b, length: length)
                let distance = box.distanceFromMiddle(of: run)
                let isNear = distance <= near
                let badness = isNear ? box.slant(of: run) : distance
                if let best, best.isNear != isNear ? best.isNear : best.badness <= badness {
                    continue
                }
                best = (run, isNear, badness)
            }
        }
        return best?.run
    }

    /// Where the best window of the first text would begin, for one of the second: where it is
    /// straightest, or as near to that as it may be if it is near the middle of the box.
    ///
    /// If any of the windows is near the middle, one of the two beside the target is; if none is, one
    /// of the two is the nearest.
    private func target(at b: Int, in box: AlignmentBox) -> Int {
        let (aCount, bCount) = (box.a.count, box.b.count)
        let before = b - box.b.lowerBound
        let middle = (aCount + bCount) / 2 - length - before
        let reach = (aCount + bCount) / 8
        let straight = before * aCount / bCount
        let near = Swift.max(middle - reach, Swift.min(middle + reach, straight))
        let inside = Swift.max(0, Swift.min(aCount - length, near))
        return box.a.lowerBound - whole.a.lowerBound + inside
    }

    private func firstPlace(notBefore target: Int, _ range: Range<Int>) -> Int {
        range.partitioningIndex { Int(places.elements[$0]) >= target }
    }
}
