import LeitongReport
import LeitongStorage
import TestSupport
import Testing

@testable import Leitong
@testable import LeitongCore

/// What is kept of passages, held to the passages.
@Suite struct PassageListTests {
    private func passage(_ random: inout SplitMix64) -> Passage {
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
        if Bool.random(using: &random) { passage.movedRanges = [starts[0]..<starts[0] + 3] }
        return passage
    }

    @Test(arguments: 0..<50) func nothingThatIsAskedForIsLost(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var passages: [Passage] = []
        var parts: [PassageList.Part] = []
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            var part = PassageList.Part()
            for _ in 0..<Int.random(in: 0...5, using: &random) {
                let passage = passage(&random)
                part.append(passage, Evidence(rawBits: 1, bits: 1, documents: 1), .copy)
                passages.append(passage)
            }
            parts.append(part)
        }
        var list = try PassageList(parts, memoryLimit: seed % 2 == 0 ? 0 : nil)
        #expect(list.passages.count == passages.count)
        let kept = passages.indices.filter { _ in Bool.random(using: &random) }
        for isThinned in [false, true] {
            if isThinned { list = try list.removing(budget: MemoryBudget()) { !kept.contains($0) } }
            let left = isThinned ? kept.map { passages[$0] } : passages
            #expect(list.passages.count == left.count)
            for (found, passage) in zip(list.passages, left) {
                let own = found.passage
                #expect(own.a == passage.a && own.b == passage.b)
                #expect(own.aDocument == passage.aDocument && own.bDocument == passage.bDocument)
                #expect(own.matched == passage.matched && own.changed == passage.changed)
                #expect(own.identity == passage.identity)
                #expect(Array(list.runs(of: own)) == passage.runs)
            }
        }
    }
}
