/// The keys of rows in JSON, each once: values are read and written by these, and the writers print
/// them.
///
/// Members that stand for themselves, such as those of ``Summary``, have their keys beside them as
/// `CodingKeys`.
enum JSONRowKey: String, CodingKey {
    // What a row is.
    case type
    case matchClass = "class"
    case form, level
    // Its two places.
    case a
    case aStart = "a_start"
    case aEnd = "a_end"
    case aLine = "a_line"
    case b
    case bStart = "b_start"
    case bEnd = "b_end"
    case bLine = "b_line"
    // How alike they are.
    case basis, jaccard, identity, matched, bits, documents, chain, cluster
    // What was changed.
    case differences, edits, kind
    // All places of a text.
    case members, places, lines, similarities, cohesion, text, variants, earliest
    case meanSimilarity = "mean_similarity"
    case variantsOmitted = "variants_omitted"
}

/// What a row is, as the member ``JSONRowKey/type`` tells it.
enum RowType: String, Codable {
    case report, cluster, paragraph, passage, phrase, pair, skipped, warning, document, summary
}

extension KeyedDecodingContainer<JSONRowKey> {
    /// Reads the first place of a match.
    func firstPlace() throws -> Place {
        try place(.a, start: .aStart, end: .aEnd, line: .aLine)
    }

    /// Reads the second place of a match.
    func secondPlace() throws -> Place {
        try place(.b, start: .bStart, end: .bEnd, line: .bLine)
    }

    /// Reads a range; one that ends before it begins is refused.
    func range(from start: JSONRowKey, to end: JSONRowKey) throws -> Range<Int> {
        let (first, last) = (try decode(Int.self, forKey: start), try decode(Int.self, forKey: end))
        guard first <= last else {
            throw DecodingError.dataCorruptedError(
                forKey: end,
                in: self,
                debugDescription: "a place ends at \(last) and begins at \(first)"
            )
        }
        return first..<last
    }

    /// Reads places as `[document, start, end]`, whose lines stand apart.
    func places(_ key: JSONRowKey) throws -> [Place] {
        let places = try decode([ListedPlace].self, forKey: key)
        let lines = try decode([Int].self, forKey: .lines)
        guard places.count == lines.count else {
            throw DecodingError.dataCorruptedError(
                forKey: .lines,
                in: self,
                debugDescription: "\(lines.count) lines for \(places.count) \(key.rawValue)"
            )
        }
        return zip(places, lines).map { $0.place(line: $1) }
    }

    private func place(
        _ document: JSONRowKey,
        start: JSONRowKey,
        end: JSONRowKey,
        line: JSONRowKey
    ) throws -> Place {
        Place(
            document: try decode(String.self, forKey: document),
            range: try range(from: start, to: end),
            line: try decode(Int.self, forKey: line)
        )
    }
}

extension KeyedEncodingContainer<JSONRowKey> {
    /// Writes the two places of a match.
    mutating func encode(_ a: Place, _ b: Place) throws {
        try encode(a.document, forKey: .a)
        try encode(a.range.lowerBound, forKey: .aStart)
        try encode(a.range.upperBound, forKey: .aEnd)
        try encode(a.line, forKey: .aLine)
        try encode(b.document, forKey: .b)
        try encode(b.range.lowerBound, forKey: .bStart)
        try encode(b.range.upperBound, forKey: .bEnd)
        try encode(b.line, forKey: .bLine)
    }

    /// Writes places as `[document, start, end]`, and their lines apart.
    mutating func encode(_ places: [Place], forKey key: JSONRowKey) throws {
        try encode(places.map(ListedPlace.init), forKey: key)
        try encode(places.map(\.line), forKey: .lines)
    }
}
