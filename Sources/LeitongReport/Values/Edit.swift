/// A stretch of two aligned texts: where it stands in each, and what happened between them.
///
/// ```swift
/// for edit in report.passages.flatMap(\.edits) where edit.kind != .equal {
///     print(edit.kind, edit.aText ?? "", "→", edit.bText ?? "")
/// }
/// ```
///
/// Read in order, the edits of a match cover both its places; punctuation and spaces that folding
/// drops belong to the stretch they stand in.
public struct Edit: Sendable, Hashable {
    /// What happened from `a` to `b`.
    public var kind: Kind
    /// Where it stands in the first document: Unicode scalars of the whole text; empty for `inserted`.
    public var a: Range<Int>
    /// Where it stands in the second; empty for `deleted`.
    public var b: Range<Int>
    /// The text in the first document; absent where only matches were asked for and nothing is
    /// redacted.
    public var aText: String?
    /// The text in the second.
    public var bText: String?

    /// Creates a stretch.
    public init(
        kind: Kind,
        a: Range<Int>,
        b: Range<Int>,
        aText: String? = nil,
        bText: String? = nil
    ) {
        self.kind = kind
        self.a = a
        self.b = b
        self.aText = aText
        self.bText = bText
    }

    /// What happened between two texts.
    public enum Kind: String, Codable, Sendable, CaseIterable {
        /// The same after folding.
        case equal
        /// Other text stands in its place.
        case replaced
        /// Stands in the second only.
        case inserted
        /// Stands in the first only.
        case deleted
        /// A redaction mark on one side, and what stands under it on the other.
        case redacted
    }
}

extension Edit {
    /// What happened to a text, without where it stands.
    public typealias Texts = (kind: Kind, a: String, b: String)

    /// Places texts one behind the other, as the edits of two paragraphs stand.
    ///
    /// - Parameters:
    ///   - texts: What stands in both, in order.
    ///   - a: First Unicode scalar in the first document.
    ///   - b: First in the second.
    /// - Returns: The edits with their places; `nil` where a place would pass the greatest number.
    /// - Complexity: Linear in the texts.
    public static func placed(_ texts: some Sequence<Texts>, a: Int, b: Int) -> [Edit]? {
        var (aStart, bStart) = (a, b)
        var edits: [Edit] = []
        for text in texts {
            let (aEnd, aPasses) = aStart.addingReportingOverflow(text.a.unicodeScalars.count)
            let (bEnd, bPasses) = bStart.addingReportingOverflow(text.b.unicodeScalars.count)
            if aPasses || bPasses { return nil }
            edits.append(
                Edit(
                    kind: text.kind,
                    a: aStart..<aEnd,
                    b: bStart..<bEnd,
                    aText: text.a,
                    bText: text.b
                )
            )
            (aStart, bStart) = (aEnd, bEnd)
        }
        return edits
    }
}
