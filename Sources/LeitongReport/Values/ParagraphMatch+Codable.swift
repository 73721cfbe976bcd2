extension ParagraphMatch: Codable {
    /// Reads a match from its flat form.
    ///
    /// - Throws: `DecodingError` for a member that is missing or a place that ends before it begins.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: JSONRowKey.self)
        let (a, b) = (try values.firstPlace(), try values.secondPlace())
        let differences = try values.decodeIfPresent([Difference].self, forKey: .differences)
        self.init(
            a: a,
            b: b,
            form: try values.decode(Form.self, forKey: .form),
            jaccard: try values.decode(Double.self, forKey: .jaccard),
            basis: try values.decode(Basis.self, forKey: .basis),
            matchClass: try values.decode(MatchClass.self, forKey: .matchClass),
            bits: try values.decode(Double.self, forKey: .bits),
            cluster: try values.decodeIfPresent(Int.self, forKey: .cluster),
            differences: try differences.map { list in
                let placed = Edit.placed(
                    list.lazy.map(\.texts),
                    a: a.range.lowerBound,
                    b: b.range.lowerBound
                )
                guard let placed else {
                    throw DecodingError.dataCorruptedError(
                        forKey: .differences,
                        in: values,
                        debugDescription: "a place beyond the greatest number"
                    )
                }
                return placed
            }
        )
    }

    /// Writes the flat form.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: JSONRowKey.self)
        try values.encode(RowType.paragraph, forKey: .type)
        try values.encode(a, b)
        try values.encode(matchClass, forKey: .matchClass)
        try values.encode(form, forKey: .form)
        try values.encode(basis, forKey: .basis)
        try values.encode(bits, forKey: .bits)
        try values.encode(jaccard, forKey: .jaccard)
        try values.encodeIfPresent(cluster, forKey: .cluster)
        try values.encodeIfPresent(differences?.map(Difference.init), forKey: .differences)
    }
}
