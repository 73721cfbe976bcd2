import CCallgrind

/// A subject whose instructions are counted: work on a small input that is the same everywhere.
struct HotPath: Sendable {
    /// The row of the table.
    let name: String
    /// Makes the input and the buffers, and returns the work: it answers how much it made.
    let prepare: @Sendable () -> () -> Int

    /// Runs the work once uncounted, so that buffers have grown, and once counted.
    ///
    /// - Returns: The answer of the counted run.
    func count() -> Int {
        let work = prepare()
        let expected = work()
        leitong_count_begin()
        let answer = work()
        // Safe: the name is read before the call returns, and no pointer to it is kept.
        unsafe name.withCString { name in unsafe leitong_count_end(name) }
        precondition(answer == expected, "\(name): first \(expected), then \(answer)")
        return answer
    }
}
