import Leitong
import LeitongStorage
import Synchronization

/// Listens to a run for its user: the progress line, and the statistics at the end.
final class RunObserver: Sendable {
    private struct State {
        var line: ProgressLine?
        var statistics: RunStatistics?
    }

    private let state: Mutex<State>

    /// Creates an observer.
    ///
    /// - Parameters:
    ///   - showsProgress: Whether a line on standard error tells what is being done.
    ///   - keepsStatistics: Whether ``finish()`` prints what the run took.
    ///   - budget: Memory of the run.
    init(showsProgress: Bool, keepsStatistics: Bool, budget: MemoryBudget) {
        state = Mutex(
            State(
                line: showsProgress ? ProgressLine() : nil,
                statistics: keepsStatistics ? RunStatistics(budget: budget) : nil
            )
        )
    }

    /// What a run is to tell.
    var progress: RunProgress {
        RunProgress { [self] event in note(event) }
    }

    /// Prints the statistics, if they were asked for.
    func finish() {
        if let lines = state.withLock({ $0.statistics?.lines() }) {
            StandardError.write(lines: lines)
        }
    }

    private func note(_ event: RunProgress.Event) {
        let text = state.withLock { state in
            state.statistics?.note(event)
            return state.line?.note(event)
        }
        if let text { StandardError.draw(text) }
    }
}
