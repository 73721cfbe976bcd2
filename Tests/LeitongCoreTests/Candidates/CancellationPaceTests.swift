import TestSupport
import Testing

@_spi(Core) @testable import LeitongCore

@Suite struct CancellationPaceTests {
    /// Looks at once, and again after a bounded number of steps, however they are counted.
    @Test(arguments: [1, 7, 1_000, 10_000])
    func knowsSoonThatTheTaskWasCancelled(steps: Int) async {
        let task = Task {
            var pace = CancellationPace()
            var done = 0
            let wasCancelled = pace.isCancelled(after: steps)
            Self.cancelThisTask()
            while !pace.isCancelled(after: steps) { done += steps }
            return (wasCancelled, done)
        }
        let (wasCancelled, done) = await task.value
        #expect(!wasCancelled)
        #expect(done <= 4096)
    }

    private static func cancelThisTask() {
        // Safe: the task is not kept beyond the closure.
        unsafe withUnsafeCurrentTask { unsafe $0?.cancel() }
    }

    @Test func goesOnWhereNobodyCancels() async {
        var pace = CancellationPace()
        #expect((0..<20_000).allSatisfy { _ in !pace.isCancelled(after: 3) })
    }

    /// A join of a cancelled task gives up instead of nominating what it was asked for.
    @Test func joinsEndEarly() async {
        let task = Task {
            var join = PrefixFilterJoin(threshold: 0.7)
            for text in 0..<40 as Range<UInt32> {
                join.add(text: text, shingles: Samples.shingles("渡口新修的石阶一共三十六级"))
            }
            Self.cancelThisTask()
            var (pairs, buckets): ([TextPair], [[UInt32]]) = ([], [])
            join.nominate(pairs: &pairs, largeBuckets: &buckets)
            return pairs.isEmpty && buckets.isEmpty
        }
        #expect(await task.value)
    }
}
