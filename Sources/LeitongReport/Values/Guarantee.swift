/// What is sure to be found, and with which probability.
///
/// ```swift
/// print(report.guarantee.text)
/// for point in report.guarantee.curve { print(point.jaccard, point.probability) }
/// ```
public struct Guarantee: Codable, Sendable, Equatable {
    /// One sentence for people.
    public var text: String
    /// Bands of the signature; absent with `--exact`.
    public var bands: Int?
    /// Signature values in a band; absent with `--exact`.
    public var rowsPerBand: Int?
    /// Probability that a pair of a given similarity is found, at a few similarities.
    public var curve: [CurvePoint]
    /// Letters of the shortest run that is sure to be found in text without Chinese characters;
    /// absent where only paragraphs are looked for.
    public var minNarrowRun: Int?

    enum CodingKeys: String, CodingKey {
        case text, bands, curve
        case rowsPerBand = "rows_per_band"
        case minNarrowRun = "min_narrow_run"
    }

    /// Creates a guarantee.
    public init(text: String, bands: Int? = nil, rowsPerBand: Int? = nil, curve: [CurvePoint] = [])
    {
        self.text = text
        self.bands = bands
        self.rowsPerBand = rowsPerBand
        self.curve = curve
    }

    /// One point of the curve.
    public struct CurvePoint: Codable, Sendable, Equatable {
        /// Jaccard similarity of a pair.
        public var jaccard: Double
        /// Probability that the pair becomes a candidate.
        public var probability: Double

        enum CodingKeys: String, CodingKey {
            case jaccard, probability
        }

        /// Creates a point.
        public init(jaccard: Double, probability: Double) {
            self.jaccard = jaccard
            self.probability = probability
        }
    }
}
