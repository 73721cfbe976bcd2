public import LeitongStorage

/// How something is run: by how many threads, in how much memory, and who is told how far it is.
///
/// No result depends on it. Every stage takes one, and so does what reads a large file and what writes
/// rows: work is split over threads here and nowhere else (`map(count:chunkSize:_:)`,
/// `forEach(_:_:consume:)`, `onEachThread(_:)`). A run stops soon after its task was cancelled:
/// between two chunks of work, which take some milliseconds each.
///
/// ```swift
/// let context = RunContext(threads: 4, memory: MemoryBudget(limit: 2 << 30))
/// let report = try await Finder().find(in: corpus, context: context)
/// ```
///
/// Runs that share one `MemoryBudget` share its account.
public struct RunContext: Sendable {
    /// Tasks that work side by side; at least one.
    public var threads: Int {
        didSet { threads = Swift.max(1, threads) }
    }
    /// Memory that the run may take, and where it goes on beyond.
    public var memory: MemoryBudget
    /// Told which stage runs.
    public var progress: RunProgress

    /// Creates a context.
    ///
    /// - Parameters:
    ///   - threads: Tasks that work side by side; at least one.
    ///   - memory: Memory that the run may take; the standard amount of this machine if `nil`.
    ///   - progress: Told which stage runs.
    public init(
        threads: Int = 1,
        memory: MemoryBudget? = nil,
        progress: RunProgress = .silent
    ) {
        self.threads = Swift.max(1, threads)
        self.memory = memory ?? MemoryBudget()
        self.progress = progress
    }

    /// One thread, and nobody is told: for what is too small to be split.
    public static let oneThread = RunContext()

    /// Tells that a stage begins.
    ///
    /// - Throws: `CancellationError`: of a cancelled task no further stage begins.
    package func begin(_ stage: RunProgress.Stage) throws {
        try Task.checkCancellation()
        progress.begin(stage)
    }
}
