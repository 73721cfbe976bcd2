import TestSupport
import Testing

@_spi(Core) @testable import LeitongCore

@Suite struct EditScriptTests {
    private func script(_ a: String, _ b: String) -> (EditScript, [UInt32], [UInt32]) {
        let (a, b) = (a.unicodeScalars.map(\.value), b.unicodeScalars.map(\.value))
        return (EditScript(from: a.span, to: b.span), a, b)
    }

    /// Length of a longest common subsequence, by its definition.
    private func commonLength(_ a: [UInt32], _ b: [UInt32]) -> Int {
        var row = [Int](repeating: 0, count: b.count + 1)
        for x in a {
            var diagonal = 0
            for (j, y) in b.enumerated() {
                let above = row[j + 1]
                row[j + 1] = x == y ? diagonal + 1 : Swift.max(above, row[j])
                diagonal = above
            }
        }
        return row[b.count]
    }

    @Test(arguments: 0..<200)
    func coversBothTextsAndKeepsTheMost(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let a = Samples.text(length: Int.random(in: 0...60, using: &generator), using: &generator)
        let b =
            seed % 2 == 0
            ? Samples.edited(a, rate: 0.2, using: &generator)
            : Samples.text(length: Int.random(in: 0...60, using: &generator), using: &generator)
        let (result, x, y) = script(a, b)
        var (aEnd, bEnd, kept) = (0, 0, 0)
        for run in result.runs {
            #expect(run.a.lowerBound == aEnd && run.b.lowerBound == bEnd)
            if run.kind == .equal {
                #expect(x[run.a] == y[run.b])
                kept += run.a.count
            }
            (aEnd, bEnd) = (run.a.upperBound, run.b.upperBound)
        }
        #expect(aEnd == x.count && bEnd == y.count)
        #expect(kept == commonLength(x, y))
        let coarse = result.withoutShortMatches()
        #expect(coarse.runs.reduce(0) { $0 + $1.a.count } == x.count)
        #expect(coarse.runs.reduce(0) { $0 + $1.b.count } == y.count)
        for (run, next) in zip(result.runs, result.runs.dropFirst()) {
            #expect(run.kind != next.kind)
        }
    }

    /// Past its limit the search gives a coarser script, but a true one.
    @Test(arguments: [0, 200, 2000, 20_000])
    func boundedSearchStillCoversBothTexts(workLimit: Int) {
        var generator = SplitMix64(seed: UInt64(workLimit))
        let a = Samples.text(length: 300, using: &generator).unicodeScalars.map(\.value)
        let b =
            a.prefix(20) + Samples.text(length: 300, using: &generator).unicodeScalars.map(\.value)
        let script = EditScript(from: a.span, to: Array(b).span, workLimit: workLimit)
        var (aEnd, bEnd) = (0, 0)
        for run in script.runs {
            #expect(run.a.lowerBound == aEnd && run.b.lowerBound == bEnd)
            if run.kind == .equal { #expect(a[run.a] == b[run.b]) }
            (aEnd, bEnd) = (run.a.upperBound, run.b.upperBound)
        }
        #expect(aEnd == a.count && bEnd == b.count)
        #expect(script.runs.first?.a.count ?? 0 >= 20)
    }

    /// With any limit and without short matches: no changed run holds a run on both sides that is sure to be
    /// found, and both sides see the same script.
    @Test(arguments: [0, 1000, 1_000_000])
    func noChangeHoldsASureRun(workLimit: Int) {
        let rule = SeedRule.standard
        for seed in UInt64(0)..<100 {
            var texts = AlignmentTexts(seed: seed)
            let (a, b) = texts.pair(limit: seed % 2 == 0 ? 100 : 400)
            let script = EditScript(from: a.span, to: b.span, workLimit: workLimit, rule: rule)
            let coarse = script.withoutShortMatches(from: a.span, to: b.span, rule: rule)
            for run in script.runs + coarse.runs {
                if run.kind == .equal {
                    #expect(a[run.a] == b[run.b])
                } else {
                    #expect(!AlignmentTexts.haveSureRun(a[run.a], b[run.b], rule), "\(seed)")
                }
            }
            #expect(coarse.runs.reduce(0) { $0 + $1.a.count } == a.count)
            #expect(coarse.runs.reduce(0) { $0 + $1.b.count } == b.count)
            let other = EditScript(from: b.span, to: a.span, workLimit: workLimit, rule: rule)
            let otherCoarse = other.withoutShortMatches(from: b.span, to: a.span, rule: rule)
            #expect(mirrored(other) == script.runs, "\(seed)")
            #expect(mirrored(otherCoarse) == coarse.runs, "\(seed)")
        }
    }

    private func mirrored(_ script: EditScript) -> [EditRun] {
        script.runs.map { EditRun(kind: $0.kind, a: $0.b, b: $0.a) }
    }

    @Test func namesTheChangedPlace() {
        let (result, _, _) = script("到青屿县调研", "到白鹭县调研")
        #expect(
            result.runs == [
                EditRun(kind: .equal, a: 0..<1, b: 0..<1),
                EditRun(kind: .changed, a: 1..<3, b: 1..<3),
                EditRun(kind: .equal, a: 3..<6, b: 3..<6),
            ]
        )
    }

    @Test func shortMatchesBetweenLongChangesAreTakenIn() {
        let (sentence, _, _) = script("甲乙丙丁戊己的庚辛壬癸子丑", "春夏秋冬东南的西北左右前后")
        #expect(sentence.runs.count == 3)
        #expect(
            sentence.withoutShortMatches().runs == [EditRun(kind: .changed, a: 0..<13, b: 0..<13)]
        )
        // Short changes stay apart, and so does what is long enough to be read.
        let (names, _, _) = script("岚盘快速路全长七十公里", "某某全长某某公里")
        #expect(names.withoutShortMatches() == names)
    }

    @Test func equalTextsAreOneRun() {
        let (result, _, _) = script("同一段话", "同一段话")
        #expect(result.runs == [EditRun(kind: .equal, a: 0..<4, b: 0..<4)])
        let (empty, _, _) = script("", "")
        #expect(empty.runs.isEmpty)
    }
}
