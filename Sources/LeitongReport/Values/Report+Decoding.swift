extension Report {
    /// Reads a report of the version that this library writes.
    ///
    /// - Throws: `DecodingError` for a report of another version, before anything else of it is read,
    ///   and for one that lacks a member or holds what cannot be.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        let version = try values.decode(Int.self, forKey: .schema)
        guard version == Self.currentSchema else {
            throw DecodingError.dataCorruptedError(
                forKey: .schema,
                in: values,
                debugDescription:
                    "a report of version \(version); this is for \(Self.currentSchema)"
            )
        }
        self.init(
            tool: try values.decode(Tool.self, forKey: .tool),
            command: try values.decode(Command.self, forKey: .command),
            options: try values.decode(RunOptions.self, forKey: .options),
            guarantee: try values.decode(Guarantee.self, forKey: .guarantee),
            summary: try values.decode(Summary.self, forKey: .summary)
        )
        documents = try values.decode([ComparedDocument].self, forKey: .documents)
        clusters = try values.decode([Cluster].self, forKey: .clusters)
        paragraphs = try values.decode([ParagraphMatch].self, forKey: .paragraphs)
        passages = try values.decode([PassageMatch].self, forKey: .passages)
        phrases = try values.decode([Phrase].self, forKey: .phrases)
        passageClusters = try values.decode([Cluster].self, forKey: .passageClusters)
        pairs = try values.decode([PairScore].self, forKey: .pairs)
        skipped = try values.decode([SkippedEntry].self, forKey: .skipped)
        warnings = try values.decodeIfPresent([TextWarning].self, forKey: .warnings)
    }
}
