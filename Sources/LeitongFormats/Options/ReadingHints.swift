/// What the program that reads says of how a trouble is settled: an option of its own, a setting.
///
/// The library has no such words: without hints its messages say only what is wrong.
public struct ReadingHints: Sendable, Equatable {
    /// A trouble that the one who reads can settle.
    public enum Trouble: Sendable {
        /// Records have no field of the name that texts stand in.
        case noTextField
        /// No encoding fits.
        case noEncoding
        /// NUL bytes: text only if an encoding is named.
        case binary
        /// An archive unpacks to more than ``ReadingLimits/unpackedBytes``.
        case unpackedBytes
        /// An archive unpacks to more than ``ReadingLimits/unpackedRatio`` times its size.
        case unpackedRatio
        /// Archives lie deeper in one another than ``ReadingLimits/archiveDepth``.
        case archiveDepth
        /// A program takes longer than ``ReadingLimits/helperSeconds``.
        case helperSeconds
        /// A program uses more than ``ReadingLimits/helperBytes``.
        case helperBytes
    }

    private let words: [Trouble: String]

    /// Creates hints.
    ///
    /// - Parameter words: For each trouble what stands behind it in brackets; nothing for the others.
    public init(_ words: [Trouble: String] = [:]) {
        self.words = words
    }

    /// What stands behind a trouble.
    func behind(_ trouble: Trouble) -> String {
        words[trouble].map { " (\($0))" } ?? ""
    }
}
