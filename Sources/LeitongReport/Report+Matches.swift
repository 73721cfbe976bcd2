import LeitongAlgorithms

/// A run of text in a document.
public struct Place: Sendable, Hashable {
    /// Name of the document, with `#N` for its Nth section.
    public var document: String
    /// First Unicode scalar, counted in the whole document's text.
    public var start: Int
    /// One past the last Unicode scalar.
    public var end: Int
    /// Line of the first character, counted from 1.
    public var line: Int

    /// Creates a place.
    public init(document: String, start: Int, end: Int, line: Int) {
        self.document = document
        self.start = start
        self.end = end
        self.line = line
    }
}

/// Two paragraphs that are copies of each other.
public struct ParagraphMatch: Sendable, Equatable {
    /// The earlier paragraph in document order.
    public var a: Place
    /// The later one.
    public var b: Place
    /// What the match is taken for.
    public var matchClass: MatchClass
    /// `exact` (equal after folding) or `near`.
    public var form: Form
    /// Exact Jaccard similarity of the two shingle sets, rounded to 4 decimals.
    public var jaccard: Double
    /// How much the matched text tells, in bits: its surprisal in official prose, less where many
    /// documents hold it; rounded to one decimal.
    public var bits: Double
    /// Why the pair is reported.
    public var basis: Basis
    /// Position in the report's clusters, counted from 1, of the cluster both belong to.
    public var cluster: Int?
    /// What was changed from `a` to `b`; absent where only matches were asked for.
    public var differences: [DifferenceSegment]?

    /// Creates a match; the similarity is rounded to 4 decimals.
    public init(
        a: Place,
        b: Place,
        form: Form,
        jaccard: Double,
        basis: Basis,
        matchClass: MatchClass = .copy,
        bits: Double = 0,
        cluster: Int? = nil,
        differences: [DifferenceSegment]? = nil
    ) {
        self.a = a
        self.b = b
        self.form = form
        self.jaccard = jaccard.roundedToFourDecimals
        self.basis = basis
        self.matchClass = matchClass
        self.bits = bits.roundedToTenths
        self.cluster = cluster
        self.differences = differences
    }

    /// How close the two texts are.
    public enum Form: String, Codable, Sendable {
        /// Equal after folding.
        case exact
        /// Not equal, but at or over the threshold.
        case near
    }

    /// The measure by which a pair was taken.
    public enum Basis: String, Codable, Sendable {
        /// Jaccard similarity at or over the threshold.
        case jaccard
        /// Short paragraphs that differ by one character.
        case editDistance = "edit-distance"
    }
}

/// A stretch of two aligned texts: what stands in `a` and what in `b`.
///
/// Read in order, the segments give both source texts whole; punctuation and spaces that folding
/// drops belong to the segment they stand in.
public struct DifferenceSegment: Codable, Sendable, Equatable {
    /// `equal`, `replaced`, `inserted` (only in b) or `deleted` (only in a).
    public var kind: Kind
    /// The text in `a`; empty for `inserted`.
    public var a: String
    /// The text in `b`; empty for `deleted`.
    public var b: String

    /// Creates a segment.
    public init(kind: Kind, a: String, b: String) {
        self.kind = kind
        self.a = a
        self.b = b
    }

    /// What happened between `a` and `b`.
    public enum Kind: String, Codable, Sendable {
        /// The same after folding.
        case equal
        /// Other text stands in its place.
        case replaced
        /// Stands in `b` only.
        case inserted
        /// Stands in `a` only.
        case deleted
    }
}

/// Paragraphs that are copies of one another, directly or through others.
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

extension Double {
    /// The nearest number of at most 4 decimals: as fine as similarities and shares are given.
    var roundedToFourDecimals: Double {
        DecimalNumber.rounded(self, to: 4)
    }

    /// The nearest number of one decimal: as fine as bits are given.
    var roundedToTenths: Double {
        DecimalNumber.rounded(self, to: 1)
    }
}
