extension JSONField where Row == ParagraphMatch {
    /// The members of a paragraph match.
    static let paragraph: [Self] = [
        .constant("type", "paragraph"),
        .text("a", \.a.document), .count("a_start", \.a.start),
        .count("a_end", \.a.end), .count("a_line", \.a.line),
        .text("b", \.b.document), .count("b_start", \.b.start),
        .count("b_end", \.b.end), .count("b_line", \.b.line),
        .text("class", \.matchClass.rawValue), .text("form", \.form.rawValue),
        .text("basis", \.basis.rawValue), .share("jaccard", \.jaccard),
        .share("bits", \.bits), .optionalCount("cluster", \.cluster),
        Self(
            "differences",
            when: { $0.differences != nil },
            write: { match, out in
                out.appendJSON(array: match.differences ?? []) {
                    $1.appendJSON(object: $0, fields: JSONField<DifferenceSegment>.difference)
                }
            }
        ),
    ]
}

extension JSONField where Row == DifferenceSegment {
    /// The members of a stretch of two aligned texts.
    static let difference: [Self] = [
        .text("a", \.a), .text("b", \.b), .text("kind", \.kind.rawValue),
    ]
}

extension JSONField where Row == Cluster {
    /// The members of a cluster.
    static let cluster: [Self] = [
        .constant("type", "cluster"), .text("level", \.level.rawValue),
        .text("class", \.matchClass.rawValue),
        Self("members") { $1.appendJSON(places: $0.members) },
        Self("lines") { $1.appendJSON(array: $0.members) { $1.append($0.line) } },
        Self("similarities") { $1.appendJSON(array: $0.similarities) { $1.append($0) } },
        .share("cohesion", \.cohesion), .share("mean_similarity", \.meanSimilarity),
        Self("text", when: { !$0.text.isEmpty }, write: { $1.appendJSON($0.text) }),
        Self(
            "variants",
            when: { $0.variants != nil },
            write: { cluster, out in
                guard let variants = cluster.variants else { return }
                out.appendJSON(object: variants, fields: JSONField<ClusterVariants>.variants)
            }
        ),
        .optionalText("variants_omitted", \.variantsOmitted?.rawValue),
        Self(
            "earliest",
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
        .text("date", \.date), .text("name", \.name),
        Self(
            "ties",
            when: { $0.ties != nil },
            write: { $1.appendJSON(array: $0.ties ?? []) { $1.appendJSON($0) } }
        ),
        .optionalCount("unknown", \.unknown),
    ]
}

extension JSONField where Row == PairScore {
    /// The members of a pair of documents.
    static let pair: [Self] = [
        .text("a", \.a), .text("b", \.b),
        .share("a_covered", \.aCovered), .share("b_covered", \.bCovered),
        .share("a_shared", \.aShared), .share("b_shared", \.bShared),
        .share("resemblance", \.resemblance), .count("longest", \.longest),
        .count("a_matched_characters", \.aMatchedCharacters),
        .count("b_matched_characters", \.bMatchedCharacters),
        .count("a_characters", \.aCharacters), .count("b_characters", \.bCharacters),
        .count("a_matched_paragraphs", \.aMatchedParagraphs),
        .count("b_matched_paragraphs", \.bMatchedParagraphs),
        .optionalText("earlier", \.earlier?.rawValue),
    ]
}
