/// Told what a run is doing, for people who wait.
public struct RunProgress: Sendable {
    private let report: @Sendable (Stage) -> Void

    /// Creates a listener.
    ///
    /// - Parameter report: Called when a stage begins, from any thread.
    public init(_ report: @escaping @Sendable (Stage) -> Void) {
        self.report = report
    }

    /// Tells nobody.
    public static let silent = RunProgress { _ in }

    func begin(_ stage: Stage) {
        report(stage)
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
        /// Scoring pairs of documents.
        case scoring = "scoring pairs"
        /// Writing the report.
        case reporting = "writing the report"
    }
}
