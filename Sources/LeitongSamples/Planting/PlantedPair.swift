/// Two paragraphs of which one was copied from the other, or both from a third.
public struct PlantedPair: Sendable, Equatable {
    /// The original, or the copy that stands first.
    public let a: PlacedParagraph
    /// The copy.
    public let b: PlacedParagraph
    /// How the copy was made.
    public let kind: PlantedKind
    /// The part of `a` that was taken, in Unicode scalars of its file, where not all was.
    public let aPassage: Range<Int>?
    /// The part of `b` that was taken from `a`, in Unicode scalars of its file, where not all was.
    public let bPassage: Range<Int>?

    init(
        a: PlacedParagraph,
        b: PlacedParagraph,
        kind: PlantedKind,
        aPassage: Range<Int>? = nil,
        bPassage: Range<Int>? = nil
    ) {
        self.a = a
        self.b = b
        self.kind = kind
        self.aPassage = aPassage
        self.bPassage = bPassage
    }

    /// The pair as a row of a label file, without line end.
    public var jsonRow: String {
        var members = [(name: "type", value: "\"paragraph\"")]
        members += Self.members(of: a, called: "a") + Self.members(of: b, called: "b")
        members.append(("kind", JSONText.quoted(kind.rawValue)))
        let jaccard = PlainSimilarity.jaccard(a.text, b.text)
        members.append(("jaccard", JSONText.fourDecimals(jaccard)))
        for (name, passage) in [("a_passage", aPassage), ("b_passage", bPassage)] {
            guard let passage else { continue }
            members.append((name, "[\(passage.lowerBound),\(passage.upperBound)]"))
        }
        return "{" + members.map { "\"\($0.name)\":\($0.value)" }.joined(separator: ",") + "}"
    }

    private static func members(
        of paragraph: PlacedParagraph,
        called name: String
    ) -> [(name: String, value: String)] {
        var members = [
            (name: name, value: JSONText.quoted("speeches/" + paragraph.file)),
            (name: "\(name)_start", value: "\(paragraph.range.lowerBound)"),
            (name: "\(name)_end", value: "\(paragraph.range.upperBound)"),
            (name: "\(name)_line", value: "\(paragraph.line)"),
        ]
        if let section = paragraph.section {
            members.append((name: "\(name)_section", value: "\(section)"))
        }
        return members
    }
}
