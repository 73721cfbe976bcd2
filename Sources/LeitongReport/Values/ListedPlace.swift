/// A place in the list `[document, start, end]`, as clusters and phrases tell theirs.
struct ListedPlace: Codable {
    private let document: String
    private let range: Range<Int>

    init(_ place: Place) {
        document = place.document
        range = place.range
    }

    init(from decoder: any Decoder) throws {
        var values = try decoder.unkeyedContainer()
        document = try values.decode(String.self)
        let (start, end) = (try values.decode(Int.self), try values.decode(Int.self))
        guard start <= end else {
            throw DecodingError.dataCorruptedError(
                in: values,
                debugDescription: "a place ends at \(end) and begins at \(start)"
            )
        }
        range = start..<end
    }

    func encode(to encoder: any Encoder) throws {
        var values = encoder.unkeyedContainer()
        try values.encode(document)
        try values.encode(range.lowerBound)
        try values.encode(range.upperBound)
    }

    func place(line: Int) -> Place {
        Place(document: document, range: range, line: line)
    }
}
