@_spi(Core) import LeitongCore
import LeitongModel
import LeitongReport

/// Tells what was changed between two paragraphs, in their own words.
struct Differences {
    private let batch: DocumentBatch
    private let folder: Folder
    private let rule: SeedRule
    private var first = FoldedSource()
    private var second = FoldedSource()

    init(batch: DocumentBatch, folder: Folder, rule: SeedRule) {
        self.batch = batch
        self.folder = folder
        self.rule = rule
    }

    /// Aligns two paragraphs.
    ///
    /// - Returns: Segments that give both texts whole.
    mutating func segments(from a: Int, to b: Int) -> [DifferenceSegment] {
        first.load(a, of: batch, folder: folder)
        second.load(b, of: batch, folder: folder)
        let (a, b) = (first.scalars, second.scalars)
        let script = EditScript(from: a.span, to: b.span, rule: rule)
            .withoutShortMatches(from: a.span, to: b.span, rule: rule)
        var segments: [DifferenceSegment] = []
        for (index, run) in script.runs.enumerated() {
            let isLast = index == script.runs.count - 1
            let a = first.text(ofScalars: run.a, toEnd: isLast)
            let b = second.text(ofScalars: run.b, toEnd: isLast)
            segments.append(DifferenceSegment(kind: Self.kind(of: run), a: a, b: b))
        }
        return segments
    }

    private static func kind(of run: EditRun) -> DifferenceSegment.Kind {
        switch run.kind {
        case .equal: .equal
        case .changed where run.a.isEmpty: .inserted
        case .changed where run.b.isEmpty: .deleted
        case .changed: .replaced
        }
    }
}
