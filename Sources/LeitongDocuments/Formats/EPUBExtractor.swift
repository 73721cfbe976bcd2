/// Takes the text out of books (EPUB 2 and 3): the pages in the order of the spine.
struct EPUBExtractor: TextExtractor {
    let limits: ReadingLimits

    func extract(_ bytes: [UInt8]) throws(ExtractionFailure) -> ExtractedText {
        var parts = ArchiveParts(bytes, limits: limits)
        let outer = try parts.read(["META-INF/container.xml", "META-INF/encryption.xml"])
        var container = BookContainer()
        if let xml = outer["META-INF/container.xml"] { try MarkupParser.parseXML(xml, &container) }
        guard let root = container.root, let package = try parts.read([root])[root] else {
            throw ExtractionFailure(.malformed, "has no list of pages inside")
        }
        var book = BookPackage()
        try MarkupParser.parseXML(package, &book)
        let names = book.pages.map { ArchiveParts.resolve(Self.decoded($0), from: root) }
        let encryption = String(decoding: outer["META-INF/encryption.xml"] ?? [], as: UTF8.self)
        // Encrypted fonts are common, and no matter.
        if book.pages.contains(where: { encryption.contains($0) }) {
            throw ExtractionFailure(.encrypted, "is protected against copying")
        }
        let pages = try parts.read(names)
        var builder = ParagraphBuilder()
        var missing = 0
        for name in names {
            guard let bytes = pages[name] else {
                missing += 1
                continue
            }
            builder.appendParagraphs(try HTMLExtractor(encoding: nil).extract(bytes))
        }
        var result = ExtractedText(bytes: builder.bytes, softBreaks: builder.softBreaks)
        result.metadata = book.properties.metadata
        if missing > 0 {
            result.metadata.warnings.append("\(missing) of \(names.count) pages are missing")
        }
        return result
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

    /// References to the pages in reading order; the table of contents says again what they say.
    var pages: [String] { spine.compactMap { items[$0] } }

    mutating func start(_ name: String, _ attributes: MarkupAttributes) {
        properties.start(name, attributes)
        if name == "opf:item", let id = attributes["id"], let reference = attributes["href"],
            attributes["properties"]?.split(separator: " ").contains("nav") != true,
            attributes["media-type"]?.contains("html") != false
        {
            items[id] = reference
        } else if name == "opf:itemref", let id = attributes["idref"], !spine.contains(id) {
            spine.append(id)
        }
    }

    mutating func end(_ name: String) { properties.end(name) }
    mutating func text(_ bytes: Span<UInt8>) { properties.text(bytes) }
}
