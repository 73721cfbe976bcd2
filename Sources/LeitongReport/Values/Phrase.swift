/// A run of text that stands in many places.
///
/// ```swift
/// for phrase in report.phrases where phrase.matchClass == .setPhrase {
///     print(phrase.text, "stands in", phrase.documents, "documents")
/// }
/// ```
public struct Phrase: Sendable, Equatable {
    /// The text as it stands in the first place.
    public var text: String
    /// What it is taken for.
    public var matchClass: MatchClass
    /// Documents that hold it.
    public var documents: Int
    /// How much it tells, in bits, before any discount for being known; rounded to one decimal.
    public var bits: Double
    /// All its places, in document order; places in one document that touch are one.
    public var places: [Place]

    /// Creates a phrase.
    public init(
        text: String,
        matchClass: MatchClass,
        documents: Int,
        bits: Double,
        places: [Place]
    ) {
        self.text = text
        self.matchClass = matchClass
        self.documents = documents
        self.bits = bits.roundedToTenths
        self.places = places
    }
}
