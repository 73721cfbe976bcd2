/// The text of a part of a Word file: the body, or its notes.
struct DOCXTextBuilder: MarkupHandler {
    /// Whether a Word document or notes were seen.
    private(set) var isWord = false
    private var open: [String] = []
    private var leftOutDepth = 0
    private var textDepth = 0
    private var isHidden = false
    private var isMarkDeleted = false
    private var flow = TextFlow()

    /// What was read.
    var text: ExtractedText { flow.text }

    mutating func start(_ name: String, _ attributes: MarkupAttributes) {
        if Self.leftOut.contains(name) { leftOutDepth += 1 }
        switch name {
        case "w:document", "w:footnotes", "w:endnotes": isWord = true
        case "w:t", "m:t": textDepth += 1
        case "w:txbxContent": flow.beginBox()
        case "w:tab", "w:ptab": if open.last == "w:r" { append(" ") }
        case "w:br", "w:cr": if leftOutDepth == 0, !isHidden { flow.lineBreak() }
        case "w:noBreakHyphen": append("-")
        case "w:vanish": isHidden = isHidden || isOn(attributes) && isOfRun
        case "w:del" where open.suffix(2) == ["w:pPr", "w:rPr"]: isMarkDeleted = true
        default: break
        }
        open.append(name)
    }

    mutating func end(_ name: String) {
        guard let element = open.popLast() else { return }
        switch element {
        case "w:t", "m:t": textDepth -= 1
        case "w:txbxContent": flow.endBox()
        case "w:r": isHidden = false
        case "w:p":
            // A paragraph whose mark was deleted goes on in the next.
            if !isMarkDeleted { flow.endParagraph() }
            isMarkDeleted = false
        case "w:tc", "w:footnote", "w:endnote": flow.endParagraph()
        default: break
        }
        if Self.leftOut.contains(element) { leftOutDepth -= 1 }
    }

    mutating func text(_ bytes: Span<UInt8>) {
        if textDepth > 0, leftOutDepth == 0, !isHidden { flow.append(bytes) }
    }

    private mutating func append(_ text: String) {
        if leftOutDepth == 0, !isHidden { flow.append(Array(text.utf8).span) }
    }

    /// Whether the properties that are open are those of a run.
    private var isOfRun: Bool { open.suffix(2) == ["w:r", "w:rPr"] }

    private func isOn(_ attributes: MarkupAttributes) -> Bool {
        !["0", "false", "off"].contains(attributes["val"] ?? "")
    }

    /// Alternatives say again what stands before them.
    private static let leftOut: Set<String> = [
        "w:del", "w:moveFrom", "w:delText", "w:instrText", "mc:Fallback", "w:rt",
    ]
}

/// A text with boxes and notes in it: what stands in them follows the paragraph they hang on.
struct TextFlow {
    private var builders = [ParagraphBuilder()]
    private var finished: [[ExtractedText]] = [[]]

    /// The text outside of all boxes.
    var text: ExtractedText {
        var last = builders[0]
        for box in finished[0] { last.appendParagraphs(box) }
        return ExtractedText(bytes: last.bytes, softBreaks: last.softBreaks)
    }

    mutating func append(_ text: Span<UInt8>) { builders[builders.count - 1].append(text) }

    mutating func lineBreak() { builders[builders.count - 1].lineBreak() }

    mutating func endParagraph() {
        let last = builders.count - 1
        builders[last].endParagraph()
        for box in finished[last] { builders[last].appendParagraphs(box) }
        finished[last].removeAll()
    }

    mutating func beginBox() {
        builders.append(ParagraphBuilder())
        finished.append([])
    }

    mutating func endBox() {
        guard builders.count > 1 else { return }
        endParagraph()
        finished.removeLast()
        let box = builders.removeLast()
        finished[finished.count - 1]
            .append(
                ExtractedText(bytes: box.bytes, softBreaks: box.softBreaks)
            )
    }
}
