extension InspectedDocument: JSONRow {
    enum CodingKeys: String, CodingKey {
        case name, path, format, encoding, title, date, sections, paragraphs, characters, warnings
        case text
        case encodingBasis = "encoding_basis"
        case encodingConfidence = "encoding_confidence"
        case dateSource = "date_source"
        case fileDate = "file_date"
        case comparedCharacters = "compared_characters"
    }
}

extension InspectedDocument.Section: JSONRow {
    enum CodingKeys: String, CodingKey {
        case number, title, date, paragraphs
    }
}

extension InspectedDocument.Warning: JSONRow {
    enum CodingKeys: String, CodingKey {
        case code, message
    }
}

extension InspectedDocument.Line: JSONRow {
    enum CodingKeys: String, CodingKey {
        case line, text
    }
}

extension JSONField where Row == InspectedDocument {
    /// The members of a document.
    static let inspected: [Self] = [
        .text(.name, \.name), .text(.path, \.path), .text(.format, \.format),
        .text(.encoding, \.encoding), .text(.encodingBasis, \.encodingBasis),
        .share(.encodingConfidence, \.encodingConfidence),
        .optionalText(.title, \.title), .optionalText(.date, \.date),
        .optionalText(.dateSource, \.dateSource), .optionalText(.fileDate, \.fileDate),
        Self(.sections) {
            $1.appendJSON(array: $0.sections) {
                $1.appendJSON(object: $0, fields: JSONField<InspectedDocument.Section>.section)
            }
        },
        .count(.paragraphs, \.paragraphs), .count(.characters, \.characters),
        .count(.comparedCharacters, \.comparedCharacters),
        Self(.warnings) {
            $1.appendJSON(array: $0.warnings) {
                $1.appendJSON(object: $0, fields: JSONField<InspectedDocument.Warning>.warning)
            }
        },
        Self(
            .text,
            when: { $0.text != nil },
            write: {
                $1.appendJSON(array: $0.text ?? []) {
                    $1.appendJSON(object: $0, fields: JSONField<InspectedDocument.Line>.line)
                }
            }
        ),
    ]
}

extension JSONField where Row == InspectedDocument.Section {
    static let section: [Self] = [
        .count(.number, \.number), .optionalText(.title, \.title), .optionalText(.date, \.date),
        .count(.paragraphs, \.paragraphs),
    ]
}

extension JSONField where Row == InspectedDocument.Warning {
    static let warning: [Self] = [
        .text(.code, \.code.rawValue), .text(.message, \.message),
    ]
}

extension JSONField where Row == InspectedDocument.Line {
    static let line: [Self] = [.count(.line, \.line), .text(.text, \.text)]
}
