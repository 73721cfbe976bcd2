import LeitongReport
import LeitongStorage
import TestSupport
import Testing

@testable import Leitong
@_spi(Core) @testable import LeitongCore

/// What is kept of passages, held to the passages.
@Suite struct PassageListTests {
    private func row(_ random: inout SplitMix64) -> PassageRow {
        let kinds: [PassageRun.Kind] = [.equal, .changed, .redacted]
        let runs = (0..<Int.random(in: 1...5, using: &random))
            .map { _ in
                PassageRun(
                    kind: kinds.randomElement(using: &random) ?? .equal,
                    aLength: Int.random(in: 1...30, using: &random),
                    bLength: Int.random(in: 1...30, using: &random)
                )
            }
        let starts = (0..<2).map { _ in Int.random(in: 0..<4_000_000_000, using: &random) }
        var passage = Passage(
            aDocument: Int.random(in: 0...9, using: &random),
            bDocument: Int.random(in: 0...9, using: &random),
            a: starts[0]..<starts[0] + runs.reduce(0) { $0 + $1.aLength },
            b: starts[1]..<starts[1] + runs.reduce(0) { $0 + $1.bLength },
            runs: runs
        )
        passage.isShuffled = Bool.random(using: &random)
        let classes: [PieceClass] = [.template, .common, .quotation, .setPhrase, .copy]
        return PassageRow(
            passage: passage,
            pieceClass: classes.randomElement(using: &random) ?? .copy,
            evidence: Evidence(
                rawBits: Float.random(in: 0...900, using: &random),
                bits: Float.random(in: 0...900, using: &random),
                documents: Int.random(in: 1...900, using: &random)
            )
        )
    }

    @Test(arguments: 0..<50) func nothingThatIsAskedForIsLost(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var rows: [PassageRow] = []
        var chains: [Int] = []
        var parts: [PassageList.Part] = []
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            var part = PassageList.Part()
            for _ in 0..<Int.random(in: 0...5, using: &random) {
                // A copy that is told by nothing has no number.
                let own = (0..<Int.random(in: 0...3, using: &random)).map { _ in row(&random) }
                part.append(own)
                let chain = (chains.last ?? -1) + 1
                chains += own.map { _ in chain }
                rows += own
            }
            parts.append(part)
        }
        var list = try PassageList(parts, memoryLimit: seed % 2 == 0 ? 0 : nil)
        #expect(list.passages.count == rows.count)
        #expect(list.passages.map { Int($0.chain) } == chains)
        let kept = rows.indices.filter { _ in Bool.random(using: &random) }
        for isThinned in [false, true] {
            if isThinned { list = try list.removing(budget: MemoryBudget()) { !kept.contains($0) } }
            let left = isThinned ? kept.map { rows[$0] } : rows
            #expect(list.passages.count == left.count)
            for (found, row) in zip(list.passages, left) {
                let (own, passage) = (found.passage, row.passage)
                #expect(found.isShuffled == passage.isShuffled && found.evidence == row.evidence)
                #expect(found.matchClass == MatchClass(row.pieceClass))
                #expect(own.a == passage.a && own.b == passage.b)
                #expect(own.aDocument == passage.aDocument && own.bDocument == passage.bDocument)
                #expect(own.matched == passage.matched && own.changed == passage.changed)
                #expect(own.identity == passage.identity)
                #expect(Array(list.runs(of: own)) == passage.runs)
            }
        }
    }
}
