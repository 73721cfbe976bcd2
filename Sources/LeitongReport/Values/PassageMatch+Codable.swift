extension PassageMatch: Codable {
    /// Reads a match from its flat form.
    ///
    /// - Throws: `DecodingError` for a member that is missing or a place that ends before it begins.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: JSONRowKey.self)
        self.init(
            a: try values.firstPlace(),
            b: try values.secondPlace(),
            matchClass: try values.decode(MatchClass.self, forKey: .matchClass),
            form: try values.decode(Form.self, forKey: .form),
            identity: try values.decode(Double.self, forKey: .identity),
            matched: try values.decode(Int.self, forKey: .matched),
            chain: try values.decode(Int.self, forKey: .chain),
            bits: try values.decode(Double.self, forKey: .bits),
            documents: try values.decode(Int.self, forKey: .documents),
            edits: try values.decode([Edit].self, forKey: .edits)
        )
    }

    /// Writes the flat form.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: JSONRowKey.self)
        try values.encode(RowType.passage, forKey: .type)
        try values.encode(a, b)
        try values.encode(matchClass, forKey: .matchClass)
        try values.encode(form, forKey: .form)
        try values.encode(identity, forKey: .identity)
        try values.encode(matched, forKey: .matched)
        try values.encode(chain, forKey: .chain)
        try values.encode(bits, forKey: .bits)
        try values.encode(documents, forKey: .documents)
        try values.encode(edits, forKey: .edits)
    }
}
