/// How long a seed is, and how densely seeds are chosen.
///
/// A seed is six scalars if one of them is wide (a Chinese, Japanese or Korean character) or a
/// digit, else twelve: a letter carries half of what such a character does. Of the seeds that
/// begin in a window, the one with the lowest hash is kept. Two texts that agree in a whole window
/// keep the same seed in it, and so every run that is as long as a window with its last seed is
/// found: `minRun` characters of Chinese, `2 * minRun + 1` letters.
///
/// Source: S. Schleimer, D. Wilkerson, A. Aiken, Winnowing: Local Algorithms for Document
/// Fingerprinting, SIGMOD 2003; M. Roberts et al., Reducing storage requirements for biological
/// sequence comparison, 2004.
@_spi(Core) public struct SeedRule: Sendable, Equatable {
    /// Shortest run of Chinese characters that is sure to be found.
    public let minRun: Int

    /// Scalars of a seed with wide characters or digits.
    public static let wideLength = 6
    /// Scalars of a seed of letters.
    public static let narrowLength = 2 * wideLength
    /// What can be guaranteed: a run holds one seed at least, and the windows of longer runs would
    /// leave too few seeds to find an edited copy by.
    public static let minRuns = wideLength...100

    /// Creates a rule.
    ///
    /// `nil` for a run that is not among ``minRuns``.
    ///
    /// - Parameter minRun: Shortest run of Chinese characters to be found for certain.
    public init?(minRun: Int) {
        guard Self.minRuns.contains(minRun) else { return nil }
        self.minRun = minRun
    }

    private init() { minRun = 13 }

    /// Six scalars a seed, one of eight kept: runs of 13 are found.
    public static let standard = SeedRule()

    /// Seeds that begin in a window with wide characters; twice as many in one without.
    public var windowLength: Int { minRun - Self.wideLength + 1 }

    /// Letters of the shortest run that is sure to be found in text without wide characters.
    public var minNarrowRun: Int { 2 * windowLength + Self.narrowLength - 1 }
}
