/// How often a long loop looks whether its task was cancelled: asking costs more than a short step.
struct CancellationPace {
    /// Steps between two looks: some tens of microseconds of work.
    private static let steps = 4096

    private var stepsLeft = 0
    private var wasCancelled = false

    /// Looks, if it is time to.
    ///
    /// - Parameter steps: Steps that are about to be done.
    /// - Returns: Whether the task was cancelled, as far as is known.
    /// - Complexity: Constant.
    mutating func isCancelled(after steps: Int) -> Bool {
        stepsLeft -= steps
        if stepsLeft < 0 {
            stepsLeft = Self.steps
            wasCancelled = wasCancelled || Task.isCancelled
        }
        return wasCancelled
    }
}
