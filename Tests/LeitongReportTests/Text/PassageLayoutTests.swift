import TestSupport
import Testing

@testable import LeitongReport

@Suite struct PassageLayoutTests {
    private func passage(
        _ a: Range<Int>,
        _ b: Range<Int>,
        matched: Int = 10,
        chain: Int = 1,
        _ matchClass: MatchClass = .copy
    ) -> PassageMatch {
        PassageMatch(
            a: Place(document: "a", range: a, line: 1),
            b: Place(document: "b", range: b, line: 1),
            matchClass: matchClass,
            form: .exact,
            identity: 1,
            matched: matched,
            chain: chain,
            bits: 50,
            documents: 2,
            edits: []
        )
    }

    private func cluster(_ places: [(String, Range<Int>)]) -> Cluster {
        Cluster(
            members: places.map { Place(document: $0.0, range: $0.1, line: 1) },
            similarities: [],
            cohesion: 1,
            meanSimilarity: 1,
            text: ""
        )
    }

    private func source(_ change: (inout Report) -> Void) -> ReportSource {
        var report = Report.empty(.find)
        change(&report)
        return ReportSource(report)
    }

    /// As a plain list says it: copies by their longest passage, and the parts of each in order.
    @Test(arguments: 0..<30 as Range<UInt64>)
    func partsOfACopyStandBehindTheLongest(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let passages = (0..<12)
            .map { index in
                let start = index * 100
                return passage(
                    start..<start + 10,
                    start..<start + 10,
                    matched: Int.random(in: 1...9, using: &random),
                    chain: Int.random(in: 1...4, using: &random),
                    Bool.random(using: &random) ? .copy : .setPhrase
                )
            }
        let layout = PassageLayout(source { $0.passages = passages })
        let copies = passages.enumerated().filter { $0.element.matchClass == .copy }
        #expect(layout.reported.sorted() == copies.map(\.offset))
        var chains: [Int] = []
        for position in layout.reported where !chains.contains(passages[position].chain) {
            chains.append(passages[position].chain)
        }
        let longest = chains.map { chain in
            copies.filter { $0.element.chain == chain }.map(\.element.matched).max() ?? 0
        }
        #expect(longest == longest.sorted(by: >))
        #expect(
            layout.reported.map { passages[$0].chain }
                == chains.flatMap { chain in
                    copies.filter { $0.element.chain == chain }.map { _ in chain }
                }
        )
        for chain in chains {
            let parts = layout.reported.filter { passages[$0].chain == chain }
            #expect(parts == parts.sorted())
            for (index, part) in parts.enumerated() {
                let told = layout.parts[part]
                #expect(told.map(\.number) == (parts.count > 1 ? index + 1 : nil))
                #expect(told.map(\.count) == (parts.count > 1 ? parts.count : nil))
            }
        }
    }

    @Test func whatAClusterListsIsNotToldAgain() {
        let layout = PassageLayout(
            source {
                $0.passageClusters = [
                    cluster([("a", 0..<20), ("b", 50..<70), ("c", 0..<20)]),
                    cluster([("a", 200..<220), ("x", 0..<20)]),
                ]
                $0.passages = [
                    passage(0..<20, 50..<70), passage(5..<15, 55..<65),
                    // One end outside, and one of each cluster.
                    passage(5..<21, 55..<65), passage(200..<210, 55..<65),
                ]
            }
        )
        #expect(layout.reported.sorted() == [2, 3])
    }

    /// A passage that whole paragraphs make up says so; nine tenths are enough, less is not.
    @Test func paragraphsThatWereToldMakeUpAPassage() {
        let layout = PassageLayout(
            source {
                $0.clusters = [
                    cluster([("a", 0..<40), ("b", 100..<140)]),
                    cluster([("a", 42..<92), ("b", 142..<192)]),
                    cluster([("a", 300..<380), ("b", 500..<580)]),
                    cluster([("a", 400..<480), ("z", 0..<80)]),
                ]
            }
        )
        #expect(layout.paragraphCount(of: passage(0..<92, 100..<192)) == 2)
        #expect(layout.paragraphCount(of: passage(300..<388, 500..<588)) == 1)
        #expect(layout.paragraphCount(of: passage(300..<389, 500..<589)) == nil)
        #expect(layout.paragraphCount(of: passage(400..<480, 500..<580)) == nil)
        // A mark at either end belongs to the paragraph and to no passage.
        #expect(layout.paragraphCount(of: passage(304..<376, 504..<576)) == 1)
        #expect(layout.paragraphCount(of: passage(305..<376, 505..<576)) == nil)
    }
}
