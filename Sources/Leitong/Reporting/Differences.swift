@_spi(Core) import LeitongCore
import LeitongModel
import LeitongReport

/// Tells what was changed between two paragraphs, in their own words.
struct Differences {
    private let store: TextStore
    private let rule: SeedRule
    private var first = FoldedSource()
    private var second = FoldedSource()

    init(_ store: TextStore, rule: SeedRule) {
        self.store = store
        self.rule = rule
    }

    /// Aligns two paragraphs.
    ///
    /// - Returns: Edits that give both texts whole.
    mutating func edits(from aParagraph: Int, to bParagraph: Int) -> [Edit] {
        first.load(aParagraph, of: store)
        second.load(bParagraph, of: store)
        let (a, b) = (first.scalars, second.scalars)
        let script = EditScript(from: a.span, to: b.span, rule: rule)
            .withoutShortMatches(from: a.span, to: b.span, rule: rule)
        var texts: [Edit.Texts] = []
        for (index, run) in script.runs.enumerated() {
            let isLast = index == script.runs.count - 1
            let a = first.text(ofScalars: run.a, toEnd: isLast)
            let b = second.text(ofScalars: run.b, toEnd: isLast)
            texts.append((Self.kind(of: run), a, b))
        }
        let batch = store.items.batch
        let edits = Edit.placed(
            texts,
            a: Int(batch.paragraphs[aParagraph].scalarStart),
            b: Int(batch.paragraphs[bParagraph].scalarStart)
        )
        // Positions of a paragraph and its length are numbers of 32 bits.
        return edits ?? []
    }

    private static func kind(of run: EditRun) -> Edit.Kind {
        switch run.kind {
        case .equal: .equal
        case .changed where run.a.isEmpty: .inserted
        case .changed where run.b.isEmpty: .deleted
        case .changed: .replaced
        }
    }
}
