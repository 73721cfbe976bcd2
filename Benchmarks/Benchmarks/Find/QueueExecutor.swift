import Dispatch

/// Runs tasks on threads of its own.
///
/// The benchmark library waits for an asynchronous benchmark on a thread of the shared pool, which
/// has one a core: with two cores, a second thread would have nowhere to run.
final class QueueExecutor: TaskExecutor {
    private let queue = DispatchQueue(label: "leitong.benchmarks", attributes: .concurrent)

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        // Safe: each job is run once, and `self` outlives the block that refers to it.
        queue.async { unsafe job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
