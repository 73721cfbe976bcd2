public import LeitongModel

/// Tells the format of a file: from its content, then from its name.
enum FormatDetector {
    /// Most bytes of a file that are looked at: the first name in a ZIP file and what stands behind it.
    static let lookedAtCount = 30 + 2 * Int(UInt16.max) + 64

    /// The format of a file.
    ///
    /// - Parameters:
    ///   - bytes: The file; a part of its start is looked at.
    ///   - path: Its path, of which the last name counts.
    /// - Returns: A format; `text` for all that is not known.
    static func format(of bytes: [UInt8], path: String) -> DocumentFormat {
        let named = format(ofPath: path)
        if let format = binaryFormat(of: bytes, named: named) { return format }
        // Records may begin like anything.
        if named.isOfRecords { return named }
        return isHTML(bytes) ? .html : named
    }

    /// The format that the name of a file tells.
    static func format(ofPath path: String) -> DocumentFormat {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let suffix = name.split(separator: ".").dropFirst().last?.lowercased() ?? ""
        return suffixes[suffix] ?? .text
    }

    private static let suffixes: [String: DocumentFormat] = [
        "jsonl": .jsonLines, "ndjson": .jsonLines, "md": .markdown, "markdown": .markdown,
        "csv": .csv, "tsv": .tsv, "tab": .tsv,
        "html": .html, "htm": .html, "xhtml": .html, "shtml": .html,
        "docx": .docx, "docm": .docx, "dotx": .docx, "dotm": .docx,
        "odt": .odt, "ott": .odt, "epub": .epub, "rtf": .rtf, "pdf": .pdf,
        "doc": .doc, "dot": .doc, "wps": .doc, "wpt": .doc,
        "zip": .archive, "tar": .archive, "tgz": .archive, "tbz2": .archive, "txz": .archive,
        "gz": .archive, "bz2": .archive, "xz": .archive,
    ]

    private static func binaryFormat(
        of bytes: [UInt8],
        named: DocumentFormat
    ) -> DocumentFormat? {
        if bytes.starts(with: Array("PK\u{3}\u{4}".utf8)) { return zipFormat(of: bytes, named) }
        if bytes.starts(with: Array("PK\u{5}\u{6}".utf8)) { return .archive }
        // Other programs find the mark anywhere in the first kilobyte; in a text it would be quoted.
        if bytes.starts(with: Array("%PDF-".utf8)) { return .pdf }
        if bytes.starts(with: Array("{\\rtf".utf8)) { return .rtf }
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) { return .doc }
        if CompressedFile.isCompressed(bytes) { return .archive }
        if bytes.count > 262, bytes[257..<262].elementsEqual("ustar".utf8) { return .archive }
        return nil
    }

    /// What a ZIP file is, by the first name in it.
    private static func zipFormat(of bytes: [UInt8], _ named: DocumentFormat) -> DocumentFormat {
        guard bytes.count > 30 else { return .archive }
        let length = Int(bytes[26]) | Int(bytes[27]) << 8
        let rest = bytes.dropFirst(30)
        let name = String(decoding: rest.prefix(length), as: UTF8.self)
        let extra = Int(bytes[28]) | Int(bytes[29]) << 8
        let content = rest.dropFirst(length + extra).prefix(64)
        if name == "mimetype" {
            if content.starts(with: "application/epub+zip".utf8) { return .epub }
            if content.starts(with: "application/vnd.oasis.opendocument.".utf8) { return .odt }
        }
        let parts = ["[Content_Types].xml", "_rels/.rels"]
        if parts.contains(name) || name.hasPrefix("word/") || name.hasPrefix("docProps/") {
            return .docx
        }
        // A writer that puts its parts in another order still names its file.
        return [.docx, .odt, .epub].contains(named) ? named : .archive
    }

    /// Whether a text begins as a web page does.
    private static func isHTML(_ bytes: [UInt8]) -> Bool {
        let start = bytes.prefix(1024).filter { $0 != 0 }
        var text = String(decoding: start, as: UTF8.self).lowercased()[...]
        text = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" || $0 == "\u{FFFD}" }
        // What may stand before: a declaration of XML, comments.
        while text.hasPrefix("<?xml") || text.hasPrefix("<!--") {
            let end = text.hasPrefix("<!--") ? "-->" : "?>"
            guard let found = text.firstRange(of: end) else { return false }
            text = text[found.upperBound...].drop { $0.isWhitespace }
        }
        return text.hasPrefix("<!doctype html") || text.hasPrefix("<html")
            || text.hasPrefix("<head>") || text.hasPrefix("<body")
    }
}

extension ReadingOptions {
    /// The format of a file whose content is not known: what the options say, or its name.
    public func format(ofPath path: String) -> DocumentFormat {
        if let inputFormat { return inputFormat }
        return FormatDetector.format(ofPath: path)
    }

    /// The format of a file: what the options say, its content, or its name.
    func format(of bytes: [UInt8], path: String) -> DocumentFormat {
        inputFormat ?? FormatDetector.format(of: bytes, path: path)
    }
}
