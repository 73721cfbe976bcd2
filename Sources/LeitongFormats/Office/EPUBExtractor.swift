import LeitongModel

/// Takes the text out of books (EPUB 2 and 3): the pages in the order of the spine.
struct EPUBExtractor: TextExtractor {
    let hints: ReadingHints

    func extract(
        _ bytes: [UInt8],
        _ budget: inout ArchiveBudget
    ) throws(ExtractionFailure) -> ExtractedText {
        let parts = ArchiveParts(bytes)
        let outer = try parts.read(["META-INF/container.xml", "META-INF/encryption.xml"], &budget)
        var container = BookContainer()
        if let xml = outer["META-INF/container.xml"] { try MarkupParser.parseXML(xml, &container) }
        guard let root = container.root, let package = try parts.read([root], &budget)[root] else {
            throw ExtractionFailure(.malformed, "has no list of pages inside")
        }
        var book = BookPackage()
        try MarkupParser.parseXML(package, &book)
        // A page that is listed twice is read once: a small list of one large page would be a bomb.
        var seen: Set<String> = []
        let names = book.pages.map { ArchiveParts.resolve(Self.decoded($0), from: root) }
            .filter { seen.insert($0).inserted }
        // Encrypted fonts are common, and no matter.
        if Self.isEncrypted(book.pages, outer["META-INF/encryption.xml"] ?? []) {
            throw ExtractionFailure(.encrypted, "is protected against copying")
        }
        let pages = try parts.read(names, &budget)
        var builder = ParagraphBuilder()
        var missing = 0
        for name in names {
            guard let bytes = pages[name] else {
                missing += 1
                continue
            }
            builder.appendParagraphs(try HTMLExtractor(encoding: nil, hints: hints).text(of: bytes))
        }
        var result = ExtractedText(bytes: builder.bytes, softBreaks: builder.softBreaks)
        result.metadata = book.properties.metadata
        if missing > 0 {
            result.metadata.warnings.append("\(missing) of \(names.count) pages are missing")
        }
        return result
    }

    /// Whether what is encrypted is named as one of the pages is.
    private static func isEncrypted(_ pages: [String], _ list: [UInt8]) -> Bool {
        let marks: [UInt8] = [0x22, 0x27, 0x2F]
        let names = Set(
            list.split { marks.contains($0) }.map { String(decoding: $0, as: UTF8.self) }
        )
        return pages.contains {
            names.contains($0.split(separator: "/").last.map(String.init) ?? "")
        }
    }

    /// A reference without its fragment and with its escapes resolved.
    private static func decoded(_ reference: String) -> String {
        var bytes: [UInt8] = []
        var rest = reference.utf8.prefix { $0 != UInt8(ascii: "#") }
        while let byte = rest.popFirst() {
            let digits = String(decoding: rest.prefix(2), as: UTF8.self)
            if byte == UInt8(ascii: "%"), digits.utf8.count == 2,
                let value = UInt8(digits, radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// Where the package document of a book lies.
private struct BookContainer: MarkupHandler {
    var root: String?

    mutating func start(_ name: String, _ attributes: MarkupAttributes) {
        if name.hasSuffix("rootfile"), root == nil { root = attributes["full-path"] }
    }

    mutating func end(_ name: String) {}
    mutating func text(_ bytes: Span<UInt8>) {}
}

/// The pages of a book and what it says of itself.
private struct BookPackage: MarkupHandler {
    private(set) var properties = DocumentProperties()
    private var items: [String: String] = [:]
    private var spine: [String] = []
    private var listed: Set<String> = []

    /// References to the pages in reading order; the table of contents says again what they say.
    var pages: [String] { spine.compactMap { items[$0] } }

    mutating func start(_ name: String, _ attributes: MarkupAttributes) {
        properties.start(name, attributes)
        if name == "opf:item", let id = attributes["id"], let reference = attributes["href"],
            attributes["properties"]?.split(separator: " ").contains("nav") != true,
            attributes["media-type"]?.contains("html") != false
        {
            items[id] = reference
        } else if name == "opf:itemref", let id = attributes["idref"], listed.insert(id).inserted {
            spine.append(id)
        }
    }

    mutating func end(_ name: String) { properties.end(name) }
    mutating func text(_ bytes: Span<UInt8>) { properties.text(bytes) }
}
