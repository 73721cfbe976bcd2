/// When shared text is a copy, and when it is what everybody says.
///
/// ```swift
/// var options = ComparisonOptions()
/// options.significance.setPhraseBits = 120    // fewer copies, and surer ones
/// ```
///
/// The rules, in this order, with their reasons:
/// 1. A match inside quotation marks, or after a frame such as 指出 or 强调, that at least
///    ``quotedDocuments`` documents hold is a quotation: they have it from the one they quote.
/// 2. A match whose text tells ``richBits`` or more is a copy, however many documents hold it: no
///    phrase is that long, and a text recycled three hundred times is recycled.
/// 3. A piece that tells less than ``setPhraseBits`` is a set phrase. What it tells is the surprisal of
///    its characters in official prose; each counts less, in proportion, when more than
///    ``knownDocuments`` documents hold it. Of two months of broadcast news a year apart that the
///    model does not know, pieces of 60 bits are .86 % of the text and of 80 bits .60 %; of articles
///    of unlike fields .45 and .29 %; 100 bits would lose a tenth of the recycled essays for .11 %.
/// 4. Everything else is a copy.
public struct SignificanceRules: Sendable, Equatable {
    /// Matches that tell less, in bits, are set phrases.
    public var setPhraseBits = 80.0
    /// Text that tells this much, in bits and before any discount, is never a set phrase.
    public var richBits = 240.0
    /// Documents that may hold a run before it counts for less.
    public var knownDocuments = 3
    /// Documents that must hold a quoted run.
    public var quotedDocuments = 3
    /// Copies of at least this identity are near, all others rewritten.
    public var nearIdentity = 0.8

    /// Creates the standard rules.
    public init() {}

    /// Share of its bits that a character keeps if so many documents hold it.
    ///
    /// - Parameter count: Documents that hold it.
    /// - Returns: 1 up to ``knownDocuments``; beyond, their share of `count`.
    public func weight(ofDocuments count: Int) -> Float {
        count <= knownDocuments ? 1 : Float(knownDocuments) / Float(count)
    }

    /// Whether text that tells so much is a set phrase.
    ///
    /// - Parameters:
    ///   - bits: What it tells, less what many documents say.
    ///   - rawBits: What it tells by itself.
    /// - Returns: Whether it is too little for a copy.
    public func isSetPhrase(bits: Float, rawBits: Float) -> Bool {
        Double(rawBits) < richBits && Double(bits) < setPhraseBits
    }
}
