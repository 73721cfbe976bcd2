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
///    model does not know, .49 % of the text are copies at 80 bits and .42 % at 100; of articles of
///    unlike fields .20 and .17 %. What goes are names of meetings and leaders' sentences, and of the
///    law articles, which are versions of one another, .6 % of the text.
/// 4. Everything else is a copy.
public struct SignificanceRules: Sendable, Equatable {
    /// Matches that tell less, in bits, are set phrases.
    public var setPhraseBits = 100.0
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

    /// Whether text that so many documents hold whole is a set phrase.
    ///
    /// - Parameters:
    ///   - rawBits: What it tells by itself.
    ///   - documents: How many hold it.
    /// - Returns: Whether it is too little for a copy.
    package func isSetPhrase(rawBits: Float, documents: Int) -> Bool {
        isSetPhrase(bits: rawBits * weight(ofDocuments: documents), rawBits: rawBits)
    }
}
