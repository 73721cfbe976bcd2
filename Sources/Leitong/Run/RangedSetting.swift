/// A setting of which only some values can be honoured: what they are stands here, and nowhere else.
///
/// ```swift
/// if !RangedSetting.threshold.allows(1.5) {
///     print("must be", RangedSetting.threshold.allowedWords)    // must be over 0 and at most 1
/// }
/// ```
public enum RangedSetting: Sendable, CaseIterable {
    /// ``ComparisonOptions/threshold``.
    case threshold
    /// ``ComparisonOptions/recallTarget``.
    case recallTarget
    /// ``ComparisonOptions/minParagraph``.
    case minParagraph
    /// Characters of a shingle.
    case shingleCharacters
    /// ``ComparisonOptions/representativeLimit``.
    case representatives
    /// ``ComparisonOptions/placeLimit``.
    case placeLimit
    /// Threads at work.
    case threads
    /// ``ComparisonOptions/commonShare``.
    case commonShare
    /// ``DeduplicationOptions/candidateLimit``.
    case candidates

    /// Whether a value can be honoured.
    ///
    /// - Parameter value: The value.
    /// - Returns: Whether ``allowedWords`` are true of it; false for what is no number.
    public func allows(_ value: Double) -> Bool {
        switch self {
        case .threshold: value > 0 && value <= 1
        case .recallTarget: value > 0 && value < 1
        case .commonShare: value >= 0 && value <= 1
        case .minParagraph, .shingleCharacters, .representatives, .placeLimit, .threads,
            .candidates:
            value >= 1
        }
    }

    /// Whether a whole number can be honoured.
    ///
    /// - Parameter value: The value.
    /// - Returns: Whether ``allowedWords`` are true of it.
    public func allows(_ value: Int) -> Bool { allows(Double(value)) }

    /// The values that can be honoured, in words that go on from "must be".
    public var allowedWords: String {
        switch self {
        case .threshold: "over 0 and at most 1"
        case .recallTarget: "between 0 and 1"
        case .commonShare: "from 0 to 1"
        case .minParagraph, .shingleCharacters, .representatives, .placeLimit, .threads,
            .candidates:
            "at least 1"
        }
    }

    /// The setting in words.
    var name: String {
        switch self {
        case .threshold: "the threshold"
        case .recallTarget: "the recall target"
        case .minParagraph: "the shortest paragraph"
        case .shingleCharacters: "the length of a shingle"
        case .representatives: "the number of representatives"
        case .placeLimit: "the number of places"
        case .threads: "the number of threads"
        case .commonShare: "the share of common text"
        case .candidates: "the number of candidates"
        }
    }
}
