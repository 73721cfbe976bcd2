import ArgumentParser

/// The exit statuses, written down once.
enum ExitStatus {
    /// The limit of `--fail-above` was passed.
    static let limitPassed = ExitCode(1)
    /// Wrong use, or nothing could be read.
    static let wrongUse = ExitCode(2)
    /// Finished, but some input was skipped.
    static let someSkipped = ExitCode(3)
}
