import Leitong
import Synchronization

/// What a run counted.
final class Counts: Sendable {
    private let counts = Mutex<[RunProgress.Count: Int]>([:])

    var all: [RunProgress.Count: Int] { counts.withLock { $0 } }

    var progress: RunProgress {
        RunProgress { event in
            if case .counted(let count, let number) = event {
                self.counts.withLock { $0[count] = number }
            }
        }
    }
}
