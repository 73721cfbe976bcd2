extension JSONField where Row == Report.Tool {
    /// The members of the description of the program.
    static let tool: [Self] = sorted([
        .text("name", \.name), .text("version", \.version),
        .text("unicode", \.unicode), .text("signature", \.signature),
    ])
}

extension JSONField where Row == RunOptions {
    /// The members of the options.
    static let options: [Self] = sorted([
        .share("threshold", \.threshold), .count("min_paragraph", \.minParagraph),
        .text("fold", \.fold), .text("shingle", \.shingle),
        Self("all_pairs") { $1.append($0.allPairs ? "true" : "false") },
        .text("method", \.method),
        Self("seed") { $1.append(String($0.seed)) },
        .count("representatives", \.representatives),
        .optionalCount("pairs", \.pairs),
        Self(
            "against",
            when: { $0.against != nil },
            write: { $1.appendJSON(array: $0.against ?? []) { $1.appendJSON($0) } }
        ),
        Self(
            "templates",
            when: { $0.templates != nil },
            write: { $1.appendJSON(array: $0.templates ?? []) { $1.appendJSON($0) } }
        ),
        Self(
            "passages",
            when: { $0.passages != nil },
            write: { options, out in
                guard let passages = options.passages else { return }
                out.appendJSON(object: passages, fields: JSONField<PassageOptions>.options)
            }
        ),
    ])
}

extension JSONField where Row == PassageOptions {
    /// The members of the options of passages.
    static let options: [Self] = sorted([
        .count("min_run", \.minRun), .count("min_passage", \.minPassage),
        .count("place_limit", \.placeLimit), .share("set_phrase_bits", \.setPhraseBits),
        .share("rich_bits", \.richBits), .count("known_documents", \.knownDocuments),
        .count("quoted_documents", \.quotedDocuments), .share("near_identity", \.nearIdentity),
        .text("background", \.background), .share("common_share", \.commonShare),
        Self("count_common") { $1.append($0.countCommon ? "true" : "false") },
        Self("count_bibliography") { $1.append($0.countBibliography ? "true" : "false") },
    ])
}

extension JSONField where Row == Guarantee {
    /// The members of the guarantee.
    static let guarantee: [Self] = sorted([
        .text("text", \.text),
        .optionalCount("bands", \.bands), .optionalCount("rows_per_band", \.rowsPerBand),
        .optionalCount("min_narrow_run", \.minNarrowRun),
        Self("curve") { guarantee, out in
            out.appendJSON(array: guarantee.curve) {
                $1.appendJSON(object: $0, fields: JSONField<Guarantee.CurvePoint>.curvePoint)
            }
        },
    ])
}

extension JSONField where Row == Guarantee.CurvePoint {
    /// The members of a point of the curve.
    static let curvePoint: [Self] = [
        .share("jaccard", \.jaccard), .share("probability", \.probability),
    ]
}

extension JSONField where Row == Summary {
    /// The members of the totals.
    static let summary: [Self] = sorted([
        .count("documents", \.documents), .count("sections", \.sections),
        .count("paragraphs", \.paragraphs), .count("characters", \.characters),
        .count("compared_paragraphs", \.comparedParagraphs),
        .count("partly_compared_paragraphs", \.partlyComparedParagraphs),
        .count("short_paragraphs", \.shortParagraphs),
        .count("distinct_paragraphs", \.distinctParagraphs),
        .count("copied_paragraphs", \.copiedParagraphs),
        .count("clusters", \.clusters), .count("matches", \.matches),
        .count("skipped", \.skipped), .count("ignored", \.ignored),
        .count("further_names", \.furtherNames),
        .count("copied_passages", \.copiedPassages),
        .count("set_phrase_passages", \.setPhrasePassages),
        .count("quotations", \.quotations), .count("phrases", \.phrases),
        .count("short_passages", \.shortPassages),
        .count("common_passages", \.commonPassages),
        .count("template_passages", \.templatePassages),
        .count("counted_characters", \.countedCharacters),
        .count("common_characters", \.commonCharacters),
        .count("template_characters", \.templateCharacters),
        .count("unlisted_pairs", \.unlistedPairs),
    ])
}

extension JSONField where Row == ComparedDocument {
    /// The members of a document.
    static let document: [Self] = [
        .text("name", \.name), .text("path", \.path),
        .optionalCount("section", \.section), .optionalText("title", \.title),
        .optionalText("date", \.date), .optionalText("date_source", \.dateSource),
        .optionalText("file_date", \.fileDate),
        .text("format", \.format), .text("encoding", \.encoding),
        .count("paragraphs", \.paragraphs), .count("short_paragraphs", \.shortParagraphs),
        .count("characters", \.characters), .count("copied_characters", \.copiedCharacters),
        .count("shared_characters", \.sharedCharacters),
        .count("common_characters", \.commonCharacters),
        .count("template_characters", \.templateCharacters),
        Self("sources") {
            $1.appendJSON(array: $0.sources) {
                $1.appendJSON(object: $0, fields: JSONField<DocumentSource>.source)
            }
        },
        .count("source_count", \.sourceCount),
        Self(
            "sources_are_partial",
            when: { $0.sourcesArePartial == true },
            write: { $1.append("true") }
        ),
    ]
}

extension JSONField where Row == SkippedEntry {
    /// The members of an input that could not be used.
    static let skipped: [Self] = [
        .text("path", \.path), .text("reason", \.reason), .text("message", \.message),
        .optionalCount("byte_offset", \.byteOffset), .optionalCount("bad_bytes", \.badBytes),
        Self(
            "bad_byte_offsets",
            when: { $0.badByteOffsets != nil },
            write: { $1.appendJSON(array: $0.badByteOffsets ?? []) { $1.append($0) } }
        ),
    ]
}

extension JSONField where Row == TextWarning {
    /// The members of a warning.
    static let warning: [Self] = [
        .text("document", \.document), .text("code", \.code.rawValue), .count("count", \.count),
        .text("message", \.message),
    ]
}

extension JSONField where Row == Report {
    /// The members of the report but for its lists.
    static let report: [Self] = [
        .count("schema", \.schema),
        Self("tool") { $1.appendJSON(object: $0.tool, fields: JSONField<Report.Tool>.tool) },
        .text("command", \.command.rawValue),
        Self("options") {
            $1.appendJSON(object: $0.options, fields: JSONField<RunOptions>.options)
        },
        Self("guarantee") {
            $1.appendJSON(object: $0.guarantee, fields: JSONField<Guarantee>.guarantee)
        },
        Self("summary") { $1.appendJSON(object: $0.summary, fields: JSONField<Summary>.summary) },
    ]
}
