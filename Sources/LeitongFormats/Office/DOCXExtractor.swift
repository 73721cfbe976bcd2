import LeitongModel

/// Takes the text out of Word files (ISO/IEC 29500-1, Office Open XML).
///
/// Paragraphs of the body, headings, lists, table cells and text boxes, then the notes. Headers and
/// footers of pages, comments, what was deleted with changes tracked, and hidden text are left out.
struct DOCXExtractor: TextExtractor {
    func extract(
        _ bytes: [UInt8],
        _ budget: inout ArchiveBudget
    ) throws(ExtractionFailure) -> ExtractedText {
        let parts = ArchiveParts(bytes)
        let package = try parts.read(["_rels/.rels", "docProps/core.xml"], &budget)
        let main =
            try Self.targets(package["_rels/.rels"], of: "officeDocument", from: "")
            .first ?? "word/document.xml"
        let relations = Self.relations(of: main)
        let body = try parts.read([main, relations], &budget)
        guard let text = body[main] else {
            throw ExtractionFailure(.malformed, "has no main document inside")
        }
        var builder = DOCXTextBuilder()
        try MarkupParser.parseXML(text, &builder)
        guard builder.isWord else {
            throw ExtractionFailure(
                .unsupported,
                "is an Office file, but no Word document; save it as text or CSV"
            )
        }
        for kind in ["footnotes", "endnotes"] {
            let names = try Self.targets(body[relations], of: kind, from: main)
            try Self.readNotes(names, in: parts, &builder, &budget)
        }
        var result = builder.text
        // Properties that are damaged say nothing; the text is there.
        var properties = DocumentProperties()
        if let core = package["docProps/core.xml"],
            (try? MarkupParser.parseXML(core, &properties)) != nil
        {
            result.metadata = properties.metadata
        }
        return result
    }

    /// Reads parts that hold notes behind what was read.
    private static func readNotes(
        _ targets: [String],
        in parts: ArchiveParts,
        _ builder: inout DOCXTextBuilder,
        _ budget: inout ArchiveBudget
    ) throws(ExtractionFailure) {
        // A part that is named twice is read once: else a small file could ask for any number.
        var seen: Set<String> = []
        let names = targets.filter { seen.insert($0).inserted }
        let notes = try parts.read(names, &budget)
        for name in names {
            if let note = notes[name] { try MarkupParser.parseXML(note, &builder) }
        }
    }

    /// The part that says what another part refers to.
    private static func relations(of part: String) -> String {
        var names = part.split(separator: "/").map(String.init)
        let last = names.popLast() ?? ""
        return (names + ["_rels", last + ".rels"]).joined(separator: "/")
    }

    private static func targets(
        _ relations: [UInt8]?,
        of kind: String,
        from base: String
    ) throws(ExtractionFailure) -> [String] {
        guard let relations else { return [] }
        var list = RelationList(kind: kind)
        try MarkupParser.parseXML(relations, &list)
        return list.targets.map { ArchiveParts.resolve($0, from: base) }
    }
}

/// What a part refers to, of one kind.
private struct RelationList: MarkupHandler {
    let kind: String
    var targets: [String] = []

    init(kind: String) {
        self.kind = kind
    }

    mutating func start(_ name: String, _ attributes: MarkupAttributes) {
        guard name.hasSuffix("Relationship"), attributes["TargetMode"] != "External",
            attributes["Type"]?.hasSuffix("/" + kind) == true, let target = attributes["Target"]
        else { return }
        targets.append(target)
    }

    mutating func end(_ name: String) {}
    mutating func text(_ bytes: Span<UInt8>) {}
}

/// Title and date as Word, Writer and EPUB write them.
struct DocumentProperties: MarkupHandler {
    private var open: String?
    private var values: [String: String] = [:]

    /// The properties found.
    var metadata: ExtractedMetadata {
        let names = ["dcterms:created", "meta:creation-date", "dc:date", "dcterms:modified"]
        let date = names.lazy.compactMap { values[$0] }.first { !$0.isEmpty }
        let title = values["dc:title"].flatMap { $0.isEmpty ? nil : $0 }
        return ExtractedMetadata(title: title, fileDate: date)
    }

    mutating func start(_ name: String, _ attributes: MarkupAttributes) {
        open = values[name] == nil ? name : nil
    }

    mutating func end(_ name: String) { open = nil }

    mutating func text(_ bytes: Span<UInt8>) {
        guard let open else { return }
        values[open, default: ""] += ByteSearch.string(bytes, 0..<bytes.count)
    }
}
