/// The version of the library and of the program.
///
/// ```swift
/// print("compared by Leitong \(LeitongVersion.current)")
/// ```
public enum LeitongVersion {
    /// Semantic version; CHANGELOG.md says what changed.
    public static let current = "0.1.0"
}
