import TestSupport
import Testing

@_spi(Core) @testable import LeitongCore

/// Two documents of a stream, written side by side, and passages between them.
struct PassageTexts {
    private(set) var a: [UInt32] = []
    private(set) var b: [UInt32] = []
    private var next: UInt32 = 0x4E00

    /// Ideographs that stand nowhere else.
    mutating func fresh(_ count: Int) -> [UInt32] {
        defer { next += UInt32(count) }
        return (0..<UInt32(count)).map { next + $0 }
    }

    /// Adds text to one document or to both.
    mutating func add(a: [UInt32] = [], b: [UInt32] = []) {
        self.a += a
        self.b += b
    }

    /// Adds text to both documents.
    mutating func add(both text: [UInt32]) { add(a: text, b: text) }

    /// The stream: the second document behind the first.
    var scalars: [UInt32] { a + b }

    var pair: DocumentPair {
        DocumentPair(aDocument: 0, bDocument: 1, a: 0..<a.count, b: a.count..<a.count + b.count)
    }

    /// A passage without changes.
    ///
    /// - Parameters:
    ///   - a: Its place in the first document.
    ///   - b: Where it begins in the second document, counted there.
    ///   - isCertain: Whether it is sure to be found.
    /// - Returns: The passage.
    func exact(_ a: Range<Int>, _ b: Int, isCertain: Bool = true) -> Passage {
        passage(a, b..<b + a.count, [(.equal, a.count, a.count)], isCertain: isCertain)
    }

    /// A passage of given runs; `b` is counted in the second document.
    func passage(
        _ a: Range<Int>,
        _ b: Range<Int>,
        _ runs: [(PassageRun.Kind, Int, Int)],
        isCertain: Bool = true
    ) -> Passage {
        let base = self.a.count
        var passage = Passage(
            aDocument: 0,
            bDocument: 1,
            a: a,
            b: base + b.lowerBound..<base + b.upperBound,
            runs: runs.map { PassageRun(kind: $0.0, aLength: $0.1, bLength: $0.2) }
        )
        if isCertain, let first = passage.equalStretches.first { passage.certainMatches = [first] }
        return passage
    }

    /// What is wrong with a passage, by the promises of ``Passage``.
    func faults(_ passage: Passage) -> [String] {
        var faults: [String] = []
        func check(_ isRight: Bool, _ fault: String) { if !isRight { faults.append(fault) } }
        let scalars = scalars
        var (x, y) = (passage.a.lowerBound, passage.b.lowerBound)
        // Replayed on the first text, the runs make the second.
        var replayed: [UInt32] = []
        for run in passage.runs {
            let (aText, bText) = (scalars[x..<x + run.aLength], scalars[y..<y + run.bLength])
            replayed += run.kind == .equal ? aText : bText
            check(run.kind != .equal || aText.elementsEqual(bText), "equal runs differ")
            check(run.aLength + run.bLength > 0, "an empty run")
            (x, y) = (x + run.aLength, y + run.bLength)
        }
        check(x == passage.a.upperBound && y == passage.b.upperBound, "the runs do not cover")
        check(replayed.elementsEqual(scalars[passage.b]), "replayed, the runs make other text")
        for (run, next) in zip(passage.runs, passage.runs.dropFirst()) {
            check(run.kind != next.kind, "runs of a kind touch")
        }
        let equal = passage.runs.filter { $0.kind == .equal }
        check(passage.matched == equal.reduce(0) { $0 + $1.aLength }, "what agrees is miscounted")
        check(passage.equalStretches.map(\.length) == equal.map(\.aLength), "other stretches agree")
        for stretch in passage.equalStretches + passage.certainMatches {
            check(
                scalars[stretch.aRange].elementsEqual(scalars[stretch.bRange]),
                "stretches differ"
            )
            check(
                passage.a.contains(stretch.aRange) && passage.b.contains(stretch.bRange),
                "stretches lie outside"
            )
        }
        return faults
    }
}

extension EqualStretch {
    /// Whether another lies inside this one on both sides, at the same offset.
    func contains(_ other: EqualStretch) -> Bool {
        aRange.contains(other.aRange) && other.b - other.a == b - a
    }
}

extension Passage {
    /// Whether a passage lies inside this one on both sides.
    func holds(_ other: Passage) -> Bool {
        a.lowerBound <= other.a.lowerBound && other.a.upperBound <= a.upperBound
            && b.lowerBound <= other.b.lowerBound && other.b.upperBound <= b.upperBound
    }
}
