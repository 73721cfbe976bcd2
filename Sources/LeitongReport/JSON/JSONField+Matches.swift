extension JSONField where Row == ParagraphMatch {
    /// The members of a paragraph match.
    static let paragraph: [Self] = [
        .type(.paragraph),
        .text(.a, \.a.document), .count(.aStart, \.a.range.lowerBound),
        .count(.aEnd, \.a.range.upperBound), .count(.aLine, \.a.line),
        .text(.b, \.b.document), .count(.bStart, \.b.range.lowerBound),
        .count(.bEnd, \.b.range.upperBound), .count(.bLine, \.b.line),
        .text(.matchClass, \.matchClass.rawValue), .text(.form, \.form.rawValue),
        .text(.basis, \.basis.rawValue), .share(.jaccard, \.jaccard),
        .share(.bits, \.bits), .optionalCount(.cluster, \.cluster),
        Self(
            .differences,
            when: { $0.differences != nil },
            write: { match, out in
                out.appendJSON(array: match.differences ?? []) {
                    $1.appendJSON(object: $0, fields: JSONField<Edit>.difference)
                }
            }
        ),
    ]
}

extension JSONField where Row == Edit {
    /// The members of an edit of a paragraph.
    static let difference: [Self] = [
        .text(.a) { $0.aText ?? "" }, .text(.b) { $0.bText ?? "" },
        .text(.kind, \.kind.rawValue),
    ]
}

extension JSONField where Row == Cluster {
    /// The members of a cluster.
    static let cluster: [Self] = [
        .type(.cluster), .text(.level, \.level.rawValue),
        .text(.matchClass, \.matchClass.rawValue),
        Self(.members) { $1.appendJSON(places: $0.members) },
        Self(.lines) { $1.appendJSON(array: $0.members) { $1.append($0.line) } },
        Self(.similarities) { $1.appendJSON(array: $0.similarities) { $1.append($0) } },
        .share(.cohesion, \.cohesion), .share(.meanSimilarity, \.meanSimilarity),
        Self(.text, when: { !$0.text.isEmpty }, write: { $1.appendJSON($0.text) }),
        Self(
            .variants,
            when: { $0.variants != nil },
            write: { cluster, out in
                guard let variants = cluster.variants else { return }
                out.appendJSON(object: variants, fields: JSONField<ClusterVariants>.variants)
            }
        ),
        .optionalText(.variantsOmitted, \.variantsOmitted?.rawValue),
        Self(
            .earliest,
            when: { $0.earliest != nil },
            write: { cluster, out in
                guard let earliest = cluster.earliest else { return }
                out.appendJSON(object: earliest, fields: JSONField<EarliestHolder>.earliest)
            }
        ),
    ]
}

extension JSONField where Row == EarliestHolder {
    /// The members of the earliest holder.
    static let earliest: [Self] = [
        .text(.date, \.date), .text(.name, \.name),
        Self(
            .ties,
            when: { $0.ties != nil },
            write: { $1.appendJSON(array: $0.ties ?? []) { $1.appendJSON($0) } }
        ),
        .optionalCount(.unknown, \.unknown),
    ]
}

extension JSONField where Row == PairScore {
    /// The members of a pair of documents.
    static let pair: [Self] = [
        .text(.a, \.a), .text(.b, \.b),
        .share(.aCovered, \.aCovered), .share(.bCovered, \.bCovered),
        .share(.aShared, \.aShared), .share(.bShared, \.bShared),
        .share(.resemblance, \.resemblance), .count(.longest, \.longest),
        .count(.aMatchedCharacters, \.aMatchedCharacters),
        .count(.bMatchedCharacters, \.bMatchedCharacters),
        .count(.aCharacters, \.aCharacters), .count(.bCharacters, \.bCharacters),
        .count(.aMatchedParagraphs, \.aMatchedParagraphs),
        .count(.bMatchedParagraphs, \.bMatchedParagraphs),
        .optionalText(.earlier, \.earlier?.rawValue),
    ]
}
