/// How the encoding of a text was told, and how well what it holds agrees.
///
/// ```swift
/// for document in corpus.documents where document.encodingEvidence.confidence < 0.5 {
///     print(document.path, document.encoding, document.encodingEvidence.basis.rawValue)
/// }
/// ```
public struct EncodingEvidence: Sendable, Equatable {
    /// What told the encoding.
    public var basis: Basis
    /// From 0 to 1: how well the text fits the encoding, less where there is little of it.
    ///
    /// A measure to compare by, not a probability: 1 for what a mark or a person says.
    public var confidence: Double

    /// Creates evidence; the confidence is rounded to two decimals.
    ///
    /// - Parameters:
    ///   - basis: What told the encoding.
    ///   - confidence: How well the text fits; brought into 0 to 1.
    public init(_ basis: Basis, confidence: Double = 1) {
        self.basis = basis
        self.confidence = (Swift.min(1, Swift.max(0, confidence)) * 100).rounded() / 100
    }

    /// What told an encoding.
    ///
    /// The raw values are stable: programs may compare them.
    public enum Basis: String, Sendable, CaseIterable {
        /// A byte order mark.
        case mark = "bom"
        /// An option, or the file itself says so.
        case declared
        /// All bytes are valid UTF-8.
        case valid
        /// What the bytes hold.
        case detected
    }

    /// The confidence that a fit of some characters earns.
    ///
    /// - Parameters:
    ///   - fit: How well the characters fit, 0 to 1.
    ///   - count: Characters beyond ASCII.
    /// - Returns: Evidence whose confidence nears the fit as the text grows.
    package static func detected(fit: Double, count: Int) -> EncodingEvidence {
        EncodingEvidence(
            .detected,
            confidence: Swift.min(1, fit) * Double(count) / Double(count + 2)
        )
    }
}
