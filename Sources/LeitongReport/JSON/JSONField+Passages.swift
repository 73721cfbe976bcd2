extension JSONField where Row == PassageMatch {
    /// The members of a passage.
    static let passage: [Self] = [
        .type(.passage),
        .text(.a, \.a.document), .count(.aStart, \.a.range.lowerBound),
        .count(.aEnd, \.a.range.upperBound), .count(.aLine, \.a.line),
        .text(.b, \.b.document), .count(.bStart, \.b.range.lowerBound),
        .count(.bEnd, \.b.range.upperBound), .count(.bLine, \.b.line),
        .text(.matchClass, \.matchClass.rawValue), .text(.form, \.form.rawValue),
        .share(.identity, \.identity), .count(.matched, \.matched),
        .count(.chain, \.chain),
        .share(.bits, \.bits), .count(.documents, \.documents),
        Self(.edits) { passage, out in
            out.appendJSON(array: passage.edits) {
                $1.appendJSON(object: $0, fields: JSONField<Edit>.edit)
            }
        },
    ]
}

extension JSONField where Row == Edit {
    /// The members of a stretch of an aligned passage.
    static let edit: [Self] = [
        .optionalText(.a, \.aText),
        .count(.aEnd, \.a.upperBound), .count(.aStart, \.a.lowerBound),
        .optionalText(.b, \.bText),
        .count(.bEnd, \.b.upperBound), .count(.bStart, \.b.lowerBound),
        .text(.kind, \.kind.rawValue),
    ]
}

extension JSONField where Row == Phrase {
    /// The members of a phrase.
    static let phrase: [Self] = [
        .type(.phrase), .text(.text, \.text),
        .text(.matchClass, \.matchClass.rawValue), .count(.documents, \.documents),
        .share(.bits, \.bits),
        Self(.places) { $1.appendJSON(places: $0.places) },
        Self(.lines) { $1.appendJSON(array: $0.places) { $1.append($0.line) } },
    ]
}

extension JSONField where Row == DocumentSource {
    /// The members of a source.
    static let source: [Self] = [
        .count(.characters, \.characters), .count(.exclusiveCharacters, \.exclusiveCharacters),
        .text(.name, \.name), .optionalText(.order, \.order?.rawValue),
    ]
}

extension OutputBuffer {
    /// Appends places as `[document, start, end]`.
    mutating func appendJSON(places: [Place]) {
        appendJSON(array: places) { place, out in
            out.append("[")
            out.appendJSON(place.document)
            out.append(",")
            out.append(place.range.lowerBound)
            out.append(",")
            out.append(place.range.upperBound)
            out.append("]")
        }
    }
}
