extension Cluster: Codable {
    /// Reads a cluster; its members and their lines are lists of equal length.
    ///
    /// - Throws: `DecodingError` for a member that is missing, or lists that do not fit.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: JSONRowKey.self)
        self.init(
            level: try values.decode(Level.self, forKey: .level),
            matchClass: try values.decodeIfPresent(MatchClass.self, forKey: .matchClass) ?? .copy,
            members: try values.places(.members),
            similarities: try values.decode([Double].self, forKey: .similarities),
            cohesion: try values.decode(Double.self, forKey: .cohesion),
            meanSimilarity: try values.decode(Double.self, forKey: .meanSimilarity),
            text: try values.decodeIfPresent(String.self, forKey: .text) ?? "",
            variants: try values.decodeIfPresent(ClusterVariants.self, forKey: .variants),
            variantsOmitted: try values.decodeIfPresent(
                ClusterVariants.Omission.self,
                forKey: .variantsOmitted
            )
        )
        earliest = try values.decodeIfPresent(EarliestHolder.self, forKey: .earliest)
    }

    /// Writes members as `[document, start, end]` and their lines apart.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: JSONRowKey.self)
        try values.encode(RowType.cluster, forKey: .type)
        try values.encode(level, forKey: .level)
        try values.encode(matchClass, forKey: .matchClass)
        try values.encode(members, forKey: .members)
        try values.encode(similarities, forKey: .similarities)
        try values.encode(cohesion, forKey: .cohesion)
        try values.encode(meanSimilarity, forKey: .meanSimilarity)
        if !text.isEmpty { try values.encode(text, forKey: .text) }
        try values.encodeIfPresent(variants, forKey: .variants)
        try values.encodeIfPresent(variantsOmitted, forKey: .variantsOmitted)
        try values.encodeIfPresent(earliest, forKey: .earliest)
    }
}
