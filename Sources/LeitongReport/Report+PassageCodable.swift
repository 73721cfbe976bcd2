// The values of passages whose JSON is flatter than they are.

extension PassageMatch: Codable {
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
        case form, identity, matched, chain, bits, documents, edits
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
            matchClass: try values.decode(MatchClass.self, forKey: .matchClass),
            form: try values.decode(Form.self, forKey: .form),
            identity: try values.decode(Double.self, forKey: .identity),
            matched: try values.decode(Int.self, forKey: .matched),
            chain: try values.decode(Int.self, forKey: .chain),
            bits: try values.decode(Double.self, forKey: .bits),
            documents: try values.decode(Int.self, forKey: .documents),
            edits: try values.decode([PassageEdit].self, forKey: .edits)
        )
    }

    /// Writes the flat form.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode("passage", forKey: .type)
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
        try values.encode(identity, forKey: .identity)
        try values.encode(matched, forKey: .matched)
        try values.encode(chain, forKey: .chain)
        try values.encode(bits, forKey: .bits)
        try values.encode(documents, forKey: .documents)
        try values.encode(edits, forKey: .edits)
    }
}

extension Phrase: Codable {
    private enum CodingKeys: String, CodingKey {
        case type, text, documents, bits, places, lines
        case matchClass = "class"
    }

    /// Reads a phrase; its places and their lines are lists of equal length.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        let places = try values.decode([ListedPlace].self, forKey: .places)
        let lines = try values.decode([Int].self, forKey: .lines)
        guard places.count == lines.count else {
            throw DecodingError.dataCorruptedError(
                forKey: .lines,
                in: values,
                debugDescription: "\(lines.count) lines for \(places.count) places"
            )
        }
        self.init(
            text: try values.decode(String.self, forKey: .text),
            matchClass: try values.decode(MatchClass.self, forKey: .matchClass),
            documents: try values.decode(Int.self, forKey: .documents),
            bits: try values.decode(Double.self, forKey: .bits),
            places: zip(places, lines).map { $0.place(line: $1) }
        )
    }

    /// Writes places as `[document, start, end]` and their lines apart.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode("phrase", forKey: .type)
        try values.encode(text, forKey: .text)
        try values.encode(matchClass, forKey: .matchClass)
        try values.encode(documents, forKey: .documents)
        try values.encode(bits, forKey: .bits)
        try values.encode(places.map(ListedPlace.init), forKey: .places)
        try values.encode(places.map(\.line), forKey: .lines)
    }
}
