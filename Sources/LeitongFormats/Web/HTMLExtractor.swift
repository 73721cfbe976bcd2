import LeitongModel

/// Takes the text out of web pages.
///
/// Block elements and table cells are paragraphs. Scripts, styles, forms, navigation, and the page's
/// own header and footer are left out, and so is what is hidden.
struct HTMLExtractor: TextExtractor {
    /// Encoding of all input; `nil` tells it from the file.
    let encoding: String?
    let hints: ReadingHints

    func extract(
        _ bytes: [UInt8],
        _ budget: inout ArchiveBudget
    ) throws(ExtractionFailure) -> ExtractedText {
        try text(of: bytes)
    }

    /// The text of a page.
    func text(of bytes: [UInt8]) throws(ExtractionFailure) -> ExtractedText {
        let text: DecodedText
        do throws(DecodingFailure) {
            text = try HTMLEncoding.decode(bytes, encoding: encoding, hints: hints)
        } catch {
            throw ExtractionFailure(error)
        }
        var page = HTMLPage()
        // NUL ends a text for libxml2, and is nothing in a page.
        try MarkupParser.parseHTML(text.bytes.filter { $0 != 0 }, &page)
        var result = page.text(encoding: text.encoding)
        result.evidence = text.evidence
        return result
    }
}

/// A page as it is read.
struct HTMLPage: MarkupHandler {
    private var builder = ParagraphBuilder()
    private var metadata = ExtractedMetadata()
    private var title = ParagraphBuilder()
    /// Open elements, and whether what is in them is left out.
    private var open: [(name: String, isLeftOut: Bool)] = []
    private var leftOutDepth = 0
    private var titleDepth = 0
    private var preformattedDepth = 0
    private var articleDepth = 0

    mutating func start(_ name: String, _ attributes: MarkupAttributes) {
        if Self.blocks.contains(name) { builder.endParagraph() }
        if name == "br", leftOutDepth == 0 { builder.lineBreak() }
        if name == "meta" { readMeta(attributes) }
        // A title inside a picture names that picture.
        if name == "title", !open.contains(where: { $0.name == "svg" }) { titleDepth += 1 }
        if name == "pre" { preformattedDepth += 1 }
        if name == "article" || name == "main" { articleDepth += 1 }
        let isLeftOut = isLeftOut(name, attributes)
        if isLeftOut { leftOutDepth += 1 }
        open.append((name, isLeftOut))
    }

    mutating func end(_ name: String) {
        guard let element = open.popLast() else { return }
        if element.isLeftOut { leftOutDepth -= 1 }
        if Self.blocks.contains(name) { builder.endParagraph() }
        if name == "title", titleDepth > 0 { titleDepth -= 1 }
        if name == "pre", preformattedDepth > 0 { preformattedDepth -= 1 }
        if name == "article" || name == "main", articleDepth > 0 { articleDepth -= 1 }
    }

    mutating func text(_ bytes: Span<UInt8>) {
        if titleDepth > 0 {
            title.append(bytes)
        } else if leftOutDepth == 0 {
            if preformattedDepth > 0 {
                builder.appendPreformatted(bytes)
            } else {
                builder.append(bytes)
            }
        }
    }

    /// What was read.
    consuming func text(encoding: String) -> ExtractedText {
        let title = String(decoding: title.bytes, as: UTF8.self)
        if !title.isEmpty { metadata.title = title }
        return ExtractedText(
            bytes: builder.bytes,
            softBreaks: builder.softBreaks,
            encoding: encoding,
            metadata: metadata
        )
    }

    private func isLeftOut(_ name: String, _ attributes: MarkupAttributes) -> Bool {
        if Self.leftOut.contains(name) { return true }
        // The header of an article is its title.
        if name == "header" { return articleDepth == 0 }
        guard !attributes.values.isEmpty, name != "body", name != "html" else { return false }
        if attributes["hidden"] != nil || attributes["aria-hidden"] == "true" { return true }
        if let role = attributes["role"], Self.leftOutRoles.contains(role) { return true }
        guard let style = attributes["style"] else { return false }
        return style.filter { $0 != " " }.lowercased().contains("display:none")
    }

    private mutating func readMeta(_ attributes: MarkupAttributes) {
        guard let name = attributes["name"] ?? attributes["property"] ?? attributes["itemprop"],
            let content = attributes["content"], !content.isEmpty, metadata.fileDate == nil,
            Self.dateNames.contains(name.lowercased())
        else { return }
        metadata.fileDate = content
    }

    private static let dateNames: Set<String> = [
        "pubdate", "publishdate", "publish_date", "publishtime", "article:published_time",
        "datepublished", "dc.date", "dcterms.created", "date",
    ]

    private static let leftOut: Set<String> = [
        "head", "script", "style", "template", "noscript", "nav", "footer", "aside", "iframe",
        "object", "applet", "svg", "canvas", "audio", "video", "button", "select", "textarea",
        "datalist", "rt", "rp", "title",
    ]

    private static let leftOutRoles: Set<String> = [
        "navigation", "banner", "contentinfo", "search", "menu", "menubar",
    ]

    private static let blocks: Set<String> = [
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
        "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
        "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li",
        "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td",
        "tfoot", "th", "thead", "tr", "ul",
    ]
}
