/// The texts of a report as the page reads them: objects, and tables of many rows as objects of
/// columns, so that each name stands once however many rows there are.
///
/// What a row has several of stands in a table of its own, in the order of the rows, with a column
/// that counts how many are each row's.
struct PageTables {
    private let texts: ReportTexts

    init(_ texts: ReportTexts) {
        self.texts = texts
    }

    /// Appends all tables as one object.
    func append(to out: inout OutputBuffer) {
        var object = PageObject()
        object.list(.classes, MatchClass.allCases, &out) { $1.appendJSON($0.rawValue) }
        object.list(.documents, texts.documents, &out, element: append)
        object.key(.links, &out)
        appendLinks(&out)
        object.key(.widespread, &out)
        appendWidespread(&out)
        object.key(.wholes, &out)
        appendWholes(&out)
        if let compared = texts.compared {
            object.list(.compared, compared, &out) {
                $1.appendJSON(array: $0) { $1.append($0) }
            }
        }
        object.end(&out)
    }

    private func append(_ document: DocumentText, _ out: inout OutputBuffer) {
        var object = PageObject()
        object.key(.text, &out)
        out.appendJSON(document.text)
        object.key(.start, &out)
        out.append(document.start)
        object.column(.paragraphs, document.paragraphs, &out) { $0 - document.start }
        if let date = document.date {
            object.key(.date, &out)
            out.appendJSON(date)
        }
        object.end(&out)
    }

    private func appendLinks(_ out: inout OutputBuffer) {
        let links = texts.links
        var object = PageObject()
        object.key(.a, &out)
        append(links.lazy.map(\.a), &out)
        object.key(.b, &out)
        append(links.lazy.map(\.b), &out)
        object.column(.matchClass, links, &out) { $0.matchClass.pageNumber }
        object.column(.matched, links, &out) { $0.matched }
        object.list(.identity, links, &out) { $1.append($0.identity) }
        object.column(.type, links, &out) { $0.isParagraph ? 1 : $0.isShuffled ? 2 : 0 }
        object.key(.edits, &out)
        appendEdits(&out)
        object.key(.equal, &out)
        appendEqual(&out)
        object.end(&out)
    }

    private func appendEdits(_ out: inout OutputBuffer) {
        let edits = texts.links.lazy.flatMap(\.edits)
        var object = PageObject()
        object.column(.count, texts.links, &out) { $0.edits.count }
        object.key(.kinds, &out)
        out.append(UInt8(ascii: "\""))
        for edit in edits { out.append(edit.kind.pageMark) }
        out.append(UInt8(ascii: "\""))
        object.column(.a, edits, &out) { $0.a.count }
        // Mostly nothing, which is shorter than the same number again.
        object.column(.bMore, edits, &out) { $0.b.count - $0.a.count }
        object.end(&out)
    }

    /// What is equal in two documents, where that is not all: how many counted characters lie before
    /// it on either side since the last, and how long it is.
    private func appendEqual(_ out: inout OutputBuffer) {
        let links = texts.links.lazy.filter { !$0.equal.isEmpty }
        let gaps = links.flatMap { link in
            zip([EqualText(endOf: link)] + link.equal, link.equal)
        }
        let equal = links.flatMap(\.equal)
        var object = PageObject()
        object.column(.count, texts.links, &out) { $0.equal.count }
        object.column(.aBefore, gaps, &out) { $0.1.a.lowerBound - $0.0.a.upperBound }
        object.column(.aLength, equal, &out) { $0.a.count }
        object.column(.bBefore, gaps, &out) { $0.1.b.lowerBound - $0.0.b.upperBound }
        object.column(.bLength, equal, &out) { $0.b.count }
        object.end(&out)
    }

    private func appendWidespread(_ out: inout OutputBuffer) {
        var object = PageObject()
        object.column(.matchClass, texts.widespread, &out) { $0.matchClass.pageNumber }
        object.column(.matched, texts.widespread, &out) { $0.matched }
        object.column(.count, texts.widespread, &out) { $0.places.count }
        object.key(.places, &out)
        append(texts.widespread.lazy.flatMap(\.places), &out)
        object.end(&out)
    }

    private func appendWholes(_ out: inout OutputBuffer) {
        var object = PageObject()
        object.column(.matchClass, texts.wholes, &out) { $0.matchClass.pageNumber }
        object.column(.a, texts.wholes, &out) { $0.a }
        object.column(.b, texts.wholes, &out) { $0.b }
        object.end(&out)
    }

    /// Appends a table of stretches: where each stands from the first scalar of its document, and how
    /// many scalars do not count, before it and within.
    private func append(_ stretches: some Sequence<TextStretch>, _ out: inout OutputBuffer) {
        let starts = texts.documents.map(\.start)
        func start(_ stretch: TextStretch) -> Int {
            stretch.source.lowerBound - starts[stretch.document]
        }
        var object = PageObject()
        object.column(.document, stretches, &out) { $0.document }
        object.column(.start, stretches, &out, value: start)
        object.column(.length, stretches, &out) { $0.source.count }
        object.column(.uncountedBefore, stretches, &out) { start($0) - $0.counted.lowerBound }
        object.column(.uncountedWithin, stretches, &out) { $0.source.count - $0.counted.count }
        object.end(&out)
    }
}

extension EqualText {
    /// What would end where a link begins.
    fileprivate init(endOf link: SharedLink) {
        let (a, b) = (link.a.counted.lowerBound, link.b.counted.lowerBound)
        self.init(a: a..<a, b: b..<b)
    }
}

extension MatchClass {
    /// Position in the page's list of classes.
    fileprivate var pageNumber: Int {
        Self.allCases.firstIndex(of: self) ?? 0
    }
}

extension Edit.Kind {
    /// The character that stands for it in the page's data.
    fileprivate var pageMark: UInt8 {
        switch self {
        case .equal: UInt8(ascii: "=")
        case .replaced: UInt8(ascii: "~")
        case .inserted: UInt8(ascii: "+")
        case .deleted: UInt8(ascii: "-")
        case .redacted: UInt8(ascii: "*")
        }
    }
}
