extension JSONField where Row == Report.Tool {
    /// The members of the description of the program.
    static let tool: [Self] = sorted([
        .text(.name, \.name), .text(.version, \.version),
        .text(.unicode, \.unicode), .text(.signature, \.signature),
    ])
}

extension JSONField where Row == RunOptions {
    /// The members of the options.
    static let options: [Self] = sorted([
        .share(.threshold, \.threshold), .count(.minParagraph, \.minParagraph),
        .text(.fold, \.fold), .text(.shingle, \.shingle),
        Self(.allPairs) { $1.append($0.allPairs ? "true" : "false") },
        .text(.method, \.method),
        Self(.seed) { $1.append(String($0.seed)) },
        .count(.representatives, \.representatives),
        .optionalCount(.pairs, \.pairs),
        Self(
            .against,
            when: { $0.against != nil },
            write: { $1.appendJSON(array: $0.against ?? []) { $1.appendJSON($0) } }
        ),
        Self(
            .templates,
            when: { $0.templates != nil },
            write: { $1.appendJSON(array: $0.templates ?? []) { $1.appendJSON($0) } }
        ),
        Self(
            .passages,
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
        .count(.minRun, \.minRun), .count(.minPassage, \.minPassage),
        .count(.placeLimit, \.placeLimit), .share(.setPhraseBits, \.setPhraseBits),
        .share(.richBits, \.richBits), .count(.knownDocuments, \.knownDocuments),
        .count(.quotedDocuments, \.quotedDocuments), .share(.nearIdentity, \.nearIdentity),
        .text(.background, \.background), .share(.commonShare, \.commonShare),
        Self(.countCommon) { $1.append($0.countCommon ? "true" : "false") },
        Self(.countBibliography) { $1.append($0.countBibliography ? "true" : "false") },
    ])
}

extension JSONField where Row == Guarantee {
    /// The members of the guarantee.
    static let guarantee: [Self] = sorted([
        .text(.text, \.text),
        .optionalCount(.bands, \.bands), .optionalCount(.rowsPerBand, \.rowsPerBand),
        .optionalCount(.minNarrowRun, \.minNarrowRun),
        Self(.curve) { guarantee, out in
            out.appendJSON(array: guarantee.curve) {
                $1.appendJSON(object: $0, fields: JSONField<Guarantee.CurvePoint>.curvePoint)
            }
        },
    ])
}

extension JSONField where Row == Guarantee.CurvePoint {
    /// The members of a point of the curve.
    static let curvePoint: [Self] = [
        .share(.jaccard, \.jaccard), .share(.probability, \.probability),
    ]
}

extension JSONField where Row == Summary {
    /// The members of the totals.
    static let summary: [Self] = sorted([
        .count(.documents, \.documents), .count(.sections, \.sections),
        .count(.paragraphs, \.paragraphs), .count(.characters, \.characters),
        .count(.comparedParagraphs, \.comparedParagraphs),
        .count(.partlyComparedParagraphs, \.partlyComparedParagraphs),
        .count(.shortParagraphs, \.shortParagraphs),
        .count(.distinctParagraphs, \.distinctParagraphs),
        .count(.copiedParagraphs, \.copiedParagraphs),
        .count(.clusters, \.clusters), .count(.matches, \.matches),
        .count(.skipped, \.skipped), .count(.ignored, \.ignored),
        .count(.furtherNames, \.furtherNames),
        .count(.copiedPassages, \.copiedPassages),
        .count(.setPhrasePassages, \.setPhrasePassages),
        .count(.quotations, \.quotations), .count(.phrases, \.phrases),
        .count(.shortPassages, \.shortPassages),
        .count(.commonPassages, \.commonPassages),
        .count(.templatePassages, \.templatePassages),
        .count(.countedCharacters, \.countedCharacters),
        .count(.commonCharacters, \.commonCharacters),
        .count(.templateCharacters, \.templateCharacters),
        .count(.unlistedPairs, \.unlistedPairs),
    ])
}

extension JSONField where Row == ComparedDocument {
    /// The members of a document.
    static let document: [Self] = [
        .text(.name, \.name), .text(.path, \.path),
        .optionalCount(.section, \.section), .optionalText(.title, \.title),
        .optionalText(.date, \.date), .optionalText(.dateSource, \.dateSource),
        .optionalText(.fileDate, \.fileDate),
        .text(.format, \.format), .text(.encoding, \.encoding),
        .count(.paragraphs, \.paragraphs), .count(.shortParagraphs, \.shortParagraphs),
        .count(.characters, \.characters), .count(.copiedCharacters, \.copiedCharacters),
        .count(.sharedCharacters, \.sharedCharacters),
        .count(.commonCharacters, \.commonCharacters),
        .count(.templateCharacters, \.templateCharacters),
        Self(.sources) {
            $1.appendJSON(array: $0.sources) {
                $1.appendJSON(object: $0, fields: JSONField<DocumentSource>.source)
            }
        },
        .count(.sourceCount, \.sourceCount),
        Self(
            .sourcesArePartial,
            when: { $0.sourcesArePartial == true },
            write: { $1.append("true") }
        ),
    ]
}

extension JSONField where Row == SkippedEntry {
    /// The members of an input that could not be used.
    static let skipped: [Self] = [
        .text(.path, \.path), .text(.reason, \.reason), .text(.message, \.message),
        .optionalCount(.byteOffset, \.byteOffset), .optionalCount(.badBytes, \.badBytes),
        Self(
            .badByteOffsets,
            when: { $0.badByteOffsets != nil },
            write: { $1.appendJSON(array: $0.badByteOffsets ?? []) { $1.append($0) } }
        ),
    ]
}

extension JSONField where Row == TextWarning {
    /// The members of a warning.
    static let warning: [Self] = [
        .text(.document, \.document), .text(.code, \.code.rawValue), .count(.count, \.count),
        .text(.message, \.message),
    ]
}

extension JSONField where Row == ReportSource {
    /// The members of the report but for its lists.
    static let report: [Self] = [
        .count(.schema, \.header.schema),
        Self(.tool) { $1.appendJSON(object: $0.header.tool, fields: JSONField<Report.Tool>.tool) },
        .text(.command, \.header.command.rawValue),
        Self(.options) {
            $1.appendJSON(object: $0.header.options, fields: JSONField<RunOptions>.options)
        },
        Self(.guarantee) {
            $1.appendJSON(object: $0.header.guarantee, fields: JSONField<Guarantee>.guarantee)
        },
        Self(.summary) { $1.appendJSON(object: $0.summary, fields: JSONField<Summary>.summary) },
    ]
}
