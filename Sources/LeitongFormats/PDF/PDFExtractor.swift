import LeitongModel

/// Takes the text out of PDF files, with poppler's pdftotext in a process of its own.
///
/// pdftotext tells where each line stands; ``PDFLayout`` takes away what runs along the pages and puts
/// lines together to paragraphs.
struct PDFExtractor: TextExtractor {
    let limits: ReadingLimits
    let hints: ReadingHints

    func extract(
        _ bytes: [UInt8],
        _ budget: inout ArchiveBudget
    ) throws(ExtractionFailure) -> ExtractedText {
        guard let helper = HelperProgram("pdftotext", limits: limits, hints: hints) else {
            throw ExtractionFailure(
                .helperMissing,
                "is a PDF file; pdftotext reads it (install poppler-utils, or poppler with brew)"
            )
        }
        let result = try helper.run(
            on: bytes,
            ["-q", "-bbox-layout", "-enc", "UTF-8", "input", "pages"],
            output: "pages"
        )
        guard result.status == 0, !result.output.isEmpty else {
            throw result.status == 3 || result.errors.contains("password")
                || bytes.span.isProbablyEncrypted
                ? ExtractionFailure(.encrypted, "asks for a password")
                : ExtractionFailure(.malformed, "is a damaged PDF file")
        }
        return try Self.text(ofPages: result.output)
    }

    /// Puts the text together of what pdftotext wrote.
    ///
    /// - Parameter output: Pages, lines and words with their places, in HTML.
    /// - Returns: The text.
    /// - Throws: Why there is none.
    static func text(ofPages output: [UInt8]) throws(ExtractionFailure) -> ExtractedText {
        var pages = PDFPages()
        try MarkupParser.parseHTML(output.filter { $0 != 0 }, &pages)
        guard pages.pages.contains(where: { !$0.lines.isEmpty }) else {
            throw ExtractionFailure(
                .noText,
                pages.pages.isEmpty
                    ? "has no pages"
                    : "has pictures of pages but no text; a program such as ocrmypdf adds it"
            )
        }
        var text = PDFLayout(pages.pages).text
        text.metadata = pages.metadata
        return text
    }
}

extension Span<UInt8> {
    /// Whether the end of a PDF file names an encryption dictionary.
    fileprivate var isProbablyEncrypted: Bool {
        let tail = ByteSearch.string(self, Swift.max(0, count - 2048)..<count)
        return tail.contains("/Encrypt")
    }
}

/// One line of a page and where it stands, in points from the upper left corner.
struct PDFLine: Equatable {
    var text = ""
    var left = 0.0
    var right = 0.0
    var top = 0.0
    var bottom = 0.0
    /// Width of what would have to fit on the line before: a word, or an ideograph with the marks
    /// that may not begin a line.
    var firstWidth = 0.0
    /// Where the line ends without a mark that may hang outside the margin.
    var innerRight = 0.0

    var height: Double { bottom - top }

    /// Measures the text, when it is whole.
    mutating func measure() {
        let bytes = Array(text.utf8)
        let column = (right - left) / Double(max(Columns.count(bytes.span), 1))
        firstWidth = column * Double(Columns.ofFirstWord(bytes.span))
        innerRight = right - column * Double(Columns.ofClosingEnd(bytes.span))
    }
}

/// One page.
struct PDFPage: Equatable {
    var width = 0.0
    var height = 0.0
    /// Lines in the order pdftotext reads them.
    var lines: [PDFLine] = []
}

/// What pdftotext -bbox-layout writes.
struct PDFPages: MarkupHandler {
    private(set) var pages: [PDFPage] = []
    private(set) var metadata = ExtractedMetadata()
    private var line = PDFLine()
    private var word: [UInt8] = []
    private var isInWord = false
    private var isTitle = false
    private var title: [UInt8] = []

    mutating func start(_ name: String, _ attributes: MarkupAttributes) {
        switch name {
        case "page":
            let size = (number(attributes["width"]), number(attributes["height"]))
            pages.append(PDFPage(width: size.0, height: size.1))
        case "line":
            line = PDFLine(
                left: number(attributes["xmin"]),
                right: number(attributes["xmax"]),
                top: number(attributes["ymin"]),
                bottom: number(attributes["ymax"])
            )
        case "word":
            word.removeAll(keepingCapacity: true)
            isInWord = true
        case "title": isTitle = true
        case "meta" where attributes["name"] == "CreationDate":
            metadata.fileDate = attributes["content"]
        default: break
        }
    }

    mutating func end(_ name: String) {
        switch name {
        case "word":
            add(String(decoding: word, as: UTF8.self))
            isInWord = false
        case "line":
            line.measure()
            if !pages.isEmpty, !line.text.isEmpty { pages[pages.count - 1].lines.append(line) }
            line = PDFLine()
        case "title":
            isTitle = false
            if !title.isEmpty { metadata.title = String(decoding: title, as: UTF8.self) }
        default: break
        }
    }

    mutating func text(_ bytes: Span<UInt8>) {
        if isTitle {
            ByteSearch.append(bytes, 0..<bytes.count, to: &title)
        } else if isInWord {
            ByteSearch.append(bytes, 0..<bytes.count, to: &word)
        }
    }

    private mutating func add(_ word: String) {
        guard !word.isEmpty else { return }
        if !line.text.isEmpty { line.text += " " }
        line.text += word
    }

    private func number(_ text: String?) -> Double {
        guard let text, let value = Double(text), value.isFinite else { return 0 }
        return value
    }
}
