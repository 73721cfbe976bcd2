extension Phrase: Codable {
    /// Reads a phrase; its places and their lines are lists of equal length.
    ///
    /// - Throws: `DecodingError` for a member that is missing, or lists that do not fit.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: JSONRowKey.self)
        self.init(
            text: try values.decode(String.self, forKey: .text),
            matchClass: try values.decode(MatchClass.self, forKey: .matchClass),
            documents: try values.decode(Int.self, forKey: .documents),
            bits: try values.decode(Double.self, forKey: .bits),
            places: try values.places(.places)
        )
    }

    /// Writes places as `[document, start, end]` and their lines apart.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: JSONRowKey.self)
        try values.encode(RowType.phrase, forKey: .type)
        try values.encode(text, forKey: .text)
        try values.encode(matchClass, forKey: .matchClass)
        try values.encode(documents, forKey: .documents)
        try values.encode(bits, forKey: .bits)
        try values.encode(places, forKey: .places)
    }
}
