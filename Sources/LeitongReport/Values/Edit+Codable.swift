extension Edit: Codable {
    /// Reads an edit of a passage.
    ///
    /// - Throws: `DecodingError` for a member that is missing or a place that ends before it begins.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: JSONRowKey.self)
        self.init(
            kind: try values.decode(Kind.self, forKey: .kind),
            a: try values.range(from: .aStart, to: .aEnd),
            b: try values.range(from: .bStart, to: .bEnd),
            aText: try values.decodeIfPresent(String.self, forKey: .a),
            bText: try values.decodeIfPresent(String.self, forKey: .b)
        )
    }

    /// Writes an edit as passages have it.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: JSONRowKey.self)
        try values.encode(kind, forKey: .kind)
        try values.encode(a.lowerBound, forKey: .aStart)
        try values.encode(a.upperBound, forKey: .aEnd)
        try values.encode(b.lowerBound, forKey: .bStart)
        try values.encode(b.upperBound, forKey: .bEnd)
        try values.encodeIfPresent(aText, forKey: .a)
        try values.encodeIfPresent(bText, forKey: .b)
    }
}

/// An edit of a paragraph in JSON: its texts only, as these cover the paragraph from its beginning.
struct Difference: Codable {
    let texts: Edit.Texts

    init(_ edit: Edit) {
        texts = (edit.kind, edit.aText ?? "", edit.bText ?? "")
    }

    init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: JSONRowKey.self)
        texts = (
            try values.decode(Edit.Kind.self, forKey: .kind),
            try values.decode(String.self, forKey: .a),
            try values.decode(String.self, forKey: .b)
        )
    }

    func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: JSONRowKey.self)
        try values.encode(texts.kind, forKey: .kind)
        try values.encode(texts.a, forKey: .a)
        try values.encode(texts.b, forKey: .b)
    }
}
