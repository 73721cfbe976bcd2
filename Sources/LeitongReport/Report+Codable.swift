// The two values whose JSON is flatter than they are. Everything else is coded member by member.

extension ParagraphMatch: Codable {
    private enum CodingKeys: String, CodingKey {
        case type
        case a
        case aStart = "a_start"
        case aEnd = "a_end"
        case aLine = "a_line"
        case b
        case bStart = "b_start"
        case bEnd = "b_end"
        case bLine = "b_line"
        case matchClass = "class"
        case form, basis, bits, jaccard, cluster, differences
    }

    /// Reads a match from its flat form.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        func place(_ document: CodingKeys, _ rest: [CodingKeys]) throws -> Place {
            let numbers = try rest.map { try values.decode(Int.self, forKey: $0) }
            return Place(
                document: try values.decode(String.self, forKey: document),
                start: numbers[0],
                end: numbers[1],
                line: numbers[2]
            )
        }
        self.init(
            a: try place(.a, [.aStart, .aEnd, .aLine]),
            b: try place(.b, [.bStart, .bEnd, .bLine]),
            form: try values.decode(Form.self, forKey: .form),
            jaccard: try values.decode(Double.self, forKey: .jaccard),
            basis: try values.decode(Basis.self, forKey: .basis),
            matchClass: try values.decode(MatchClass.self, forKey: .matchClass),
            bits: try values.decode(Double.self, forKey: .bits),
            cluster: try values.decodeIfPresent(Int.self, forKey: .cluster),
            differences: try values.decodeIfPresent([DifferenceSegment].self, forKey: .differences)
        )
    }

    /// Writes the flat form.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode("paragraph", forKey: .type)
        try values.encode(a.document, forKey: .a)
        try values.encode(a.start, forKey: .aStart)
        try values.encode(a.end, forKey: .aEnd)
        try values.encode(a.line, forKey: .aLine)
        try values.encode(b.document, forKey: .b)
        try values.encode(b.start, forKey: .bStart)
        try values.encode(b.end, forKey: .bEnd)
        try values.encode(b.line, forKey: .bLine)
        try values.encode(matchClass, forKey: .matchClass)
        try values.encode(form, forKey: .form)
        try values.encode(basis, forKey: .basis)
        try values.encode(bits, forKey: .bits)
        try values.encode(jaccard, forKey: .jaccard)
        try values.encodeIfPresent(cluster, forKey: .cluster)
        try values.encodeIfPresent(differences, forKey: .differences)
    }
}

extension Cluster: Codable {
    private enum CodingKeys: String, CodingKey {
        case type, level, members, lines, similarities, cohesion, text, variants, earliest
        case meanSimilarity = "mean_similarity"
        case variantsOmitted = "variants_omitted"
        case matchClass = "class"
    }

    /// Reads a cluster; its members and their lines are lists of equal length.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        let members = try values.decode([ListedPlace].self, forKey: .members)
        let lines = try values.decode([Int].self, forKey: .lines)
        guard members.count == lines.count else {
            throw DecodingError.dataCorruptedError(
                forKey: .lines,
                in: values,
                debugDescription: "\(lines.count) lines for \(members.count) members"
            )
        }
        self.init(
            level: try values.decode(Level.self, forKey: .level),
            matchClass: try values.decodeIfPresent(MatchClass.self, forKey: .matchClass) ?? .copy,
            members: zip(members, lines).map { $0.place(line: $1) },
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
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode("cluster", forKey: .type)
        try values.encode(level, forKey: .level)
        try values.encode(matchClass, forKey: .matchClass)
        try values.encode(members.map(ListedPlace.init), forKey: .members)
        try values.encode(members.map(\.line), forKey: .lines)
        try values.encode(similarities, forKey: .similarities)
        try values.encode(cohesion, forKey: .cohesion)
        try values.encode(meanSimilarity, forKey: .meanSimilarity)
        if !text.isEmpty { try values.encode(text, forKey: .text) }
        try values.encodeIfPresent(variants, forKey: .variants)
        try values.encodeIfPresent(variantsOmitted, forKey: .variantsOmitted)
        try values.encodeIfPresent(earliest, forKey: .earliest)
    }
}

/// A place in the list `[document, start, end]`.
struct ListedPlace: Codable {
    let document: String
    let start: Int
    let end: Int

    init(_ place: Place) {
        document = place.document
        start = place.start
        end = place.end
    }

    init(from decoder: any Decoder) throws {
        var values = try decoder.unkeyedContainer()
        document = try values.decode(String.self)
        start = try values.decode(Int.self)
        end = try values.decode(Int.self)
    }

    func encode(to encoder: any Encoder) throws {
        var values = encoder.unkeyedContainer()
        try values.encode(document)
        try values.encode(start)
        try values.encode(end)
    }

    func place(line: Int) -> Place {
        Place(document: document, start: start, end: end, line: line)
    }
}
