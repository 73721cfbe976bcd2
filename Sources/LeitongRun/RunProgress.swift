/// Told what a run is doing, for people who wait and for people who measure.
///
/// ```swift
/// let progress = RunProgress { event in
///     switch event {
///     case .began(let stage): print(stage.rawValue)
///     case .advanced(let done, let total): print(done, "of", total)
///     case .counted(let count, let number): print(number, count.rawValue)
///     }
/// }
/// let report = try await Finder().find(in: corpus, context: RunContext(progress: progress))
/// ```
public struct RunProgress: Sendable {
    private let report: @Sendable (Event) -> Void

    /// Creates a listener.
    ///
    /// - Parameter report: Called from any thread, some thousand times a run; must be quick.
    public init(_ report: @escaping @Sendable (Event) -> Void) {
        self.report = report
    }

    /// Tells nobody.
    public static let silent = RunProgress { _ in }

    package func begin(_ stage: Stage) {
        report(.began(stage))
    }

    package func advance(_ done: Int, of total: Int) {
        report(.advanced(done: done, total: total))
    }

    package func count(_ count: Count, _ number: Int) {
        report(.counted(count, number))
    }

    /// What happened.
    public enum Event: Sendable {
        /// A stage begins, and the one before has ended.
        case began(Stage)
        /// So much of a part of the stage is done.
        case advanced(done: Int, total: Int)
        /// Something was counted.
        case counted(Count, Int)
    }

    /// The stages of a run, in order.
    public enum Stage: String, Sendable, CaseIterable {
        /// Reading files.
        case reading = "reading"
        /// Folding and signing paragraphs.
        case signing = "reading paragraphs"
        /// Looking for candidates.
        case nominating = "looking for candidates"
        /// Verifying candidates.
        case verifying = "verifying candidates"
        /// Choosing and grouping seeds of passages.
        case seeding = "choosing seeds"
        /// Chaining and aligning passages.
        case chaining = "aligning passages"
        /// Gathering passages to clusters and phrases.
        case gathering = "gathering passages"
        /// Scoring pairs of documents.
        case scoring = "scoring pairs"
        /// Finding the places of all rows in their documents.
        case placing = "finding places"
        /// Writing the report.
        case reporting = "writing the report"
    }

    /// What is counted.
    public enum Count: String, Sendable, CaseIterable {
        /// Bytes of text that were read.
        case bytes = "bytes of text"
        /// Documents that were read.
        case documents = "documents"
        /// Paragraphs that were read.
        case paragraphs = "paragraphs"
        /// Different texts among those long enough.
        case texts = "different texts"
        /// Pairs of texts that were nominated.
        case candidates = "candidate pairs"
        /// Pairs of texts that were verified to be copies.
        case verified = "verified pairs"
        /// Folded characters that passages were looked for in.
        case characters = "folded characters"
        /// Seeds that were chosen in them.
        case seeds = "seeds"
        /// Passages that were aligned and kept.
        case passages = "passages"
        /// Runs of text in very many places.
        case phrases = "runs in many places"
    }
}
