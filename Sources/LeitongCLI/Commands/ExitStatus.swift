import ArgumentParser

/// The exit statuses, and which of them a run ends with.
enum ExitStatus {
    /// The limit of `--fail-above` was passed, or what is checked is not as it should be.
    static let limitPassed = ExitCode(1)
    /// Wrong use, or nothing could be read.
    static let wrongUse = ExitCode(2)
    /// Finished, but some input was skipped.
    static let someSkipped = ExitCode(3)

    /// Ends a run that did what it was asked for.
    ///
    /// - Parameters:
    ///   - skipped: How many inputs were skipped.
    ///   - isLimitPassed: Whether a limit that was given was passed; that says more than what was skipped.
    /// - Throws: The status, if it is not 0.
    static func end(skipped: Int, isLimitPassed: Bool = false) throws {
        if isLimitPassed { throw limitPassed }
        if skipped > 0 { throw someSkipped }
    }
}
