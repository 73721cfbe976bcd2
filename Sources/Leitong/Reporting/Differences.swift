import LeitongCore
import LeitongDocuments
import LeitongReport

/// Tells what was changed between two paragraphs, in their own words.
struct Differences {
    private let batch: DocumentBatch
    private let folder: Folder
    private var first = FoldedSource()
    private var second = FoldedSource()

    init(batch: DocumentBatch, folder: Folder) {
        self.batch = batch
        self.folder = folder
    }

    /// Aligns two paragraphs.
    ///
    /// - Returns: Segments that give both texts whole.
    mutating func segments(from a: Int, to b: Int) -> [DifferenceSegment] {
        first.load(a, of: batch, folder: folder)
        second.load(b, of: batch, folder: folder)
        let script = EditScript(from: first.scalars.span, to: second.scalars.span)
            .withoutCrumbs()
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

/// A paragraph's source, its folded scalars, and the way between them.
private struct FoldedSource {
    private(set) var scalars: [UInt32] = []
    private var source: [UInt8] = []
    private var folded = FoldedText()
    private var scratch: [UInt8] = []
    /// How much of the source has been told: what folding drops goes with what stands before it.
    private var told = 0

    mutating func load(_ paragraph: Int, of batch: DocumentBatch, folder: Folder) {
        var bytes: [UInt8] = []
        batch.withText(ofParagraph: paragraph, scratch: &scratch) { text in
            bytes.reserveCapacity(text.count)
            for index in 0..<text.count { bytes.append(text[index]) }
        }
        folder.fold(bytes.span, into: &folded, keepingMap: true)
        folded.decodeScalars(into: &scalars)
        source = bytes
        told = 0
    }

    /// The source text of a run, up to where the next run begins.
    mutating func text(ofScalars range: Range<Int>, toEnd: Bool) -> String {
        guard !range.isEmpty || toEnd else { return "" }
        let end =
            toEnd || range.upperBound >= scalars.count
            ? source.count : Int(folded.sourceStarts[range.upperBound])
        // Scalars that were composed of, or expanded from, one source run share its range.
        let start = told
        told = Swift.max(told, end)
        return String(decoding: source[start..<told], as: UTF8.self)
    }
}
