extension JSONField where Row == PassageMatch {
    /// The members of a passage.
    static let passage: [Self] = [
        .constant("type", "passage"),
        .text("a", \.a.document), .count("a_start", \.a.start),
        .count("a_end", \.a.end), .count("a_line", \.a.line),
        .text("b", \.b.document), .count("b_start", \.b.start),
        .count("b_end", \.b.end), .count("b_line", \.b.line),
        .text("class", \.matchClass.rawValue), .text("form", \.form.rawValue),
        .share("identity", \.identity), .count("matched", \.matched),
        .count("chain", \.chain),
        .share("bits", \.bits), .count("documents", \.documents),
        Self("edits") { passage, out in
            out.appendJSON(array: passage.edits) {
                $1.appendJSON(object: $0, fields: JSONField<PassageEdit>.edit)
            }
        },
    ]
}

extension JSONField where Row == PassageEdit {
    /// The members of a stretch of an aligned passage.
    static let edit: [Self] = [
        .optionalText("a", \.a), .count("a_end", \.aEnd), .count("a_start", \.aStart),
        .optionalText("b", \.b), .count("b_end", \.bEnd), .count("b_start", \.bStart),
        .text("kind", \.kind.rawValue),
    ]
}

extension JSONField where Row == Phrase {
    /// The members of a phrase.
    static let phrase: [Self] = [
        .constant("type", "phrase"), .text("text", \.text),
        .text("class", \.matchClass.rawValue), .count("documents", \.documents),
        .share("bits", \.bits),
        Self("places") { $1.appendJSON(places: $0.places) },
        Self("lines") { $1.appendJSON(array: $0.places) { $1.append($0.line) } },
    ]
}

extension JSONField where Row == DocumentSource {
    /// The members of a source.
    static let source: [Self] = [
        .count("characters", \.characters), .count("exclusive_characters", \.exclusiveCharacters),
        .text("name", \.name), .optionalText("order", \.order?.rawValue),
    ]
}

extension OutputBuffer {
    /// Appends places as `[document, start, end]`.
    mutating func appendJSON(places: [Place]) {
        appendJSON(array: places) { place, out in
            out.append("[")
            out.appendJSON(place.document)
            out.append(",")
            out.append(place.start)
            out.append(",")
            out.append(place.end)
            out.append("]")
        }
    }
}
