import LeitongAlgorithms
import TestSupport
import Testing

@Suite("Runs of equal keys") struct RangeRunsTests {
    /// Cuts a list wherever two neighbours differ.
    private func plainRuns(_ keys: [Int]) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        for index in keys.indices {
            if let last = runs.last, keys[last.lowerBound] == keys[index] {
                runs[runs.count - 1] = last.lowerBound..<index + 1
            } else {
                runs.append(index..<index + 1)
            }
        }
        return runs
    }

    @Test("are those of a plain cut", arguments: 0..<100)
    func agreesWithPlainCut(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let count = Int.random(in: 0...60, using: &random)
        let keys = (0..<count).map { _ in Int.random(in: 0...2, using: &random) }
        var runs: [Range<Int>] = []
        keys.indices.forEachRun(by: { keys[$0] }, do: { runs.append($0) })
        #expect(runs == plainRuns(keys))
    }

    @Test("end where the key changes or the range does") func ends() {
        let keys = [7, 7, 7, 1, 7]
        #expect((0..<5).endOfFirstRun { keys[$0] } == 3)
        #expect((1..<2).endOfFirstRun { keys[$0] } == 2)
        #expect((3..<5).endOfFirstRun { keys[$0] } == 4)
    }
}
