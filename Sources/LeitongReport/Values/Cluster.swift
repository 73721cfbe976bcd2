/// Paragraphs that are copies of one another, directly or through others.
///
/// ```swift
/// for cluster in report.clusters where cluster.matchClass == .copy {
///     print(cluster.members.count, "copies:", cluster.members.map(\.document))
/// }
/// ```
public struct Cluster: Sendable, Equatable {
    /// What the members are.
    public var level: Level
    /// What the text is taken for: a copy if any two members are one.
    public var matchClass: MatchClass
    /// All copies, in document order; the first is the one the others are compared with.
    public var members: [Place]
    /// Similarity of each member with the first, 1 for the first itself; same order as `members`.
    public var similarities: [Double]
    /// Lowest of the similarities.
    public var cohesion: Double
    /// Mean of the similarities of all members but the first.
    public var meanSimilarity: Double
    /// Text of the first member, whole.
    ///
    /// Empty where only matches were asked for.
    public var text: String
    /// The common text with what stands in its slots in each copy; absent where all copies are equal
    /// after folding, where ``variantsOmitted`` says why, and where only matches were asked for.
    public var variants: ClusterVariants?
    /// Why copies that differ have no variants.
    public var variantsOmitted: ClusterVariants.Omission?
    /// Which of several holders had the text first, as far as their dates tell; absent where one
    /// document holds all copies, or none of the holders has a date.
    public var earliest: EarliestHolder?

    /// What stands in a cluster.
    public enum Level: String, Codable, Sendable {
        /// Whole paragraphs.
        case paragraph
        /// Passages: a text that stands in very many places, each aligned with the first.
        case passage
    }

    /// Creates a cluster; the similarities are rounded to 4 decimals.
    public init(
        level: Level = .paragraph,
        matchClass: MatchClass = .copy,
        members: [Place],
        similarities: [Double],
        cohesion: Double,
        meanSimilarity: Double,
        text: String,
        variants: ClusterVariants? = nil,
        variantsOmitted: ClusterVariants.Omission? = nil
    ) {
        self.level = level
        self.matchClass = matchClass
        self.members = members
        self.similarities = similarities.map(\.roundedToFourDecimals)
        self.cohesion = cohesion.roundedToFourDecimals
        self.meanSimilarity = meanSimilarity.roundedToFourDecimals
        self.text = text
        self.variants = variants
        self.variantsOmitted = variantsOmitted
    }
}
