import TestSupport
import Testing

@_spi(Core) @testable import LeitongCore

@Suite struct PassageTests {
    /// Runs of all kinds in any order, and the kind of each scalar on either side.
    private struct Sample {
        var passage: Passage
        var a: [PassageRun.Kind] = []
        var b: [PassageRun.Kind] = []

        init(_ random: inout SplitMix64) {
            let kinds: [PassageRun.Kind] = [.equal, .changed, .redacted]
            var list = RunList()
            for _ in 0..<Int.random(in: 1...9, using: &random) {
                let kind = kinds[Int.random(in: 0..<3, using: &random)]
                let aLength = Int.random(in: kind == .equal ? 1...5 : 0...5, using: &random)
                let bLength = kind == .equal ? aLength : Int.random(in: 0...5, using: &random)
                list.append(kind, aLength, bLength)
                a += [PassageRun.Kind](repeating: kind, count: aLength)
                b += [PassageRun.Kind](repeating: kind, count: bLength)
            }
            passage = Passage(
                aDocument: 0,
                bDocument: 1,
                a: 100..<100 + a.count,
                b: 500..<500 + b.count,
                runs: list.runs
            )
        }
    }

    @Test(arguments: 0..<60)
    func figuresAreThoseOfTheScalars(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let sample = Sample(&random)
        let passage = sample.passage
        #expect(passage.matched == sample.a.count { $0 == .equal })
        for start in sample.a.indices {
            let count = sample.a[start...].prefix(4).count { $0 == .changed }
            #expect(passage.changedCount(inA: 100 + start..<104 + start) == count)
        }
        for start in sample.b.indices {
            let count = sample.b[start...].prefix(4).count { $0 == .changed }
            #expect(passage.changedCount(inB: 500 + start..<504 + start) == count)
        }
        let equal = passage.equalStretches
        let aEqual = sample.a.indices.filter { sample.a[$0] == .equal }
        #expect(equal.flatMap { $0.aRange.map { $0 - 100 } } == aEqual)
        let bEqual = sample.b.indices.filter { sample.b[$0] == .equal }
        #expect(equal.flatMap { $0.bRange.map { $0 - 500 } } == bEqual)
        #expect((0...1).contains(passage.identity))
    }

    @Test(arguments: 0..<60)
    func isTheSamePassageFromTheOtherSide(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let passage = Sample(&random).passage
        let other = passage.exchanged
        #expect(other.exchanged == passage)
        #expect(other.matched == passage.matched && other.identity == passage.identity)
        #expect(other.a == passage.b && other.aDocument == 1)
    }

    @Test(arguments: 0..<60)
    func trimmedBeginsAndEndsEqual(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let passage = Sample(&random).passage
        guard passage.matched > 0 else { return }
        let trimmed = passage.trimmed
        #expect(trimmed.runs.first?.kind == .equal && trimmed.runs.last?.kind == .equal)
        #expect(trimmed.equalStretches == passage.equalStretches)
        #expect(trimmed.a.count == trimmed.runs.reduce(0) { $0 + $1.aLength })
        #expect(trimmed.b.count == trimmed.runs.reduce(0) { $0 + $1.bLength })
    }
}
