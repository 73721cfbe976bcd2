/// One paragraph of a generated collection.
public struct GeneratedParagraph: Sendable, Equatable {
    /// Its text, on one line.
    public let text: String
    /// The index of the paragraph it was copied from; nil for a base paragraph.
    public let origin: Int?
    /// How it was copied; nil for a base paragraph.
    public let kind: PlantedKind?

    /// The paragraph as a row of a JSON Lines file, without line end.
    public func jsonRow(id: Int) -> String {
        "{\"id\":\(id),\"text\":\(JSONText.quoted(text))}"
    }

    /// The label of a planted copy as a row of a JSON Lines file, without line end; nil for a base
    /// paragraph.
    public func labelRow(id: Int) -> String? {
        guard let origin, let kind else { return nil }
        let name = JSONText.quoted(kind.rawValue)
        return "{\"type\":\"paragraph\",\"a\":\"\(origin)\",\"b\":\"\(id)\",\"kind\":\(name)}"
    }
}
