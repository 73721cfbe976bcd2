/// Writes ZIP files byte by byte, the wrong ones too; entries are stored.
public struct ZIPBuilder {
    /// One entry.
    public struct Entry {
        /// Its name, in any encoding.
        public var name: [UInt8]
        /// What is in it.
        public var bytes: [UInt8]
        /// General purpose flags; bit 0 says it is encrypted.
        public var flags: UInt16
        /// Unix mode; 0 for a file of another system.
        public var mode: UInt16
    }

    private var entries: [Entry] = []

    /// Creates an empty file.
    public init() {}

    /// Creates a file of texts.
    public init(_ texts: [(String, String)]) {
        for (name, text) in texts { add(name, Array(text.utf8)) }
    }

    /// Adds an entry.
    public mutating func add(
        _ name: String,
        _ bytes: [UInt8],
        flags: UInt16 = 0x800,
        mode: UInt16 = 0
    ) {
        add(name: Array(name.utf8), bytes, flags: flags, mode: mode)
    }

    /// Adds an entry whose name is bytes.
    public mutating func add(
        name: [UInt8],
        _ bytes: [UInt8],
        flags: UInt16 = 0,
        mode: UInt16 = 0
    ) {
        entries.append(Entry(name: name, bytes: bytes, flags: flags, mode: mode))
    }

    /// The file.
    public var bytes: [UInt8] {
        var output: [UInt8] = []
        var directory: [UInt8] = []
        for entry in entries {
            let offset = output.count
            let common =
                Self.two(20) + Self.two(Int(entry.flags)) + Self.two(0) + Self.four(0)
                + Self.four(Int(Self.checksum(entry.bytes))) + Self.four(entry.bytes.count)
                + Self.four(entry.bytes.count) + Self.two(entry.name.count) + Self.two(0)
            output += [0x50, 0x4B, 3, 4] + common + entry.name + entry.bytes
            directory += [0x50, 0x4B, 1, 2] + Self.two(entry.mode == 0 ? 20 : 0x314) + common
            directory += Self.two(0) + Self.two(0) + Self.two(0)
            directory += Self.four(Int(entry.mode) << 16) + Self.four(offset) + entry.name
        }
        let start = output.count
        output += directory + [0x50, 0x4B, 5, 6] + Self.four(0) + Self.two(entries.count)
        output += Self.two(entries.count) + Self.four(directory.count) + Self.four(start)
        return output + Self.two(0)
    }

    private static func two(_ value: Int) -> [UInt8] {
        [UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8)]
    }

    private static func four(_ value: Int) -> [UInt8] {
        two(value) + two(value >> 16)
    }

    /// CRC-32 as ISO 3309 has it.
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var sum: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum >> 1 ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0) }
        }
        return ~sum
    }
}

/// Documents of each format, written by the tests themselves.
public enum DocumentSamples {
    /// A Word file.
    ///
    /// - Parameters:
    ///   - body: What stands in `w:body`.
    ///   - notes: What stands in `w:footnotes`.
    ///   - title: Title in the file's properties.
    /// - Returns: The file.
    public static func docx(body: String, notes: String = "", title: String = "") -> [UInt8] {
        let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let relations = "http://schemas.openxmlformats.org/package/2006/relationships"
        let spaces = """
            xmlns:w="\(word)" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
            """
        return ZIPBuilder([
            ("[Content_Types].xml", "<Types/>"),
            (
                "_rels/.rels",
                """
                <Relationships xmlns="\(relations)"><Relationship Id="a" Type="\(types)/officeDocument" \
                Target="word/document.xml"/></Relationships>
                """
            ),
            (
                "word/_rels/document.xml.rels",
                """
                <Relationships xmlns="\(relations)"><Relationship Id="a" Type="\(types)/footnotes" \
                Target="footnotes.xml"/></Relationships>
                """
            ),
            ("word/document.xml", "<w:document \(spaces)><w:body>\(body)</w:body></w:document>"),
            ("word/footnotes.xml", "<w:footnotes \(spaces)>\(notes)</w:footnotes>"),
            ("word/header1.xml", "<w:hdr \(spaces)><w:p><w:r><w:t>页眉</w:t></w:r></w:p></w:hdr>"),
            (
                "docProps/core.xml",
                """
                <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/\
                core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" \
                xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>\(title)</dc:title>\
                <dcterms:created>2023-03-05T08:00:00Z</dcterms:created></cp:coreProperties>
                """
            ),
        ])
        .bytes
    }

    /// A Word file of plain paragraphs.
    public static func docx(_ paragraphs: [String]) -> [UInt8] {
        docx(body: paragraphs.map { "<w:p><w:r><w:t>\(escaped($0))</w:t></w:r></w:p>" }.joined())
    }

    /// A Writer file.
    public static func odt(body: String, meta: String = "") -> [UInt8] {
        let spaces = ["office", "text", "table", "meta"]
            .map { "xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($0):1.0\"" }
            .joined(separator: " ")
        let drawing = "xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""
        let core = "xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
        return ZIPBuilder([
            ("mimetype", "application/vnd.oasis.opendocument.text"),
            (
                "content.xml",
                """
                <office:document-content \(spaces) \(drawing) \(core)><office:body><office:text>\(body)\
                </office:text></office:body></office:document-content>
                """
            ),
            (
                "meta.xml",
                """
                <office:document-meta \(spaces) \(core)><office:meta>\(meta)</office:meta>\
                </office:document-meta>
                """
            ),
        ])
        .bytes
    }

    /// A Writer file of plain paragraphs.
    public static func odt(_ paragraphs: [String]) -> [UInt8] {
        odt(body: paragraphs.map { "<text:p>\(escaped($0))</text:p>" }.joined())
    }

    /// A book; each chapter is the body of a page.
    public static func epub(chapters: [String]) -> [UInt8] {
        let items = chapters.indices
            .map {
                "<item id=\"c\($0)\" href=\"ch%20\($0).xhtml\" media-type=\"application/xhtml+xml\"/>"
            }
        let spine = chapters.indices.reversed().map { "<itemref idref=\"c\($0)\"/>" }.reversed()
        var file = ZIPBuilder([
            ("mimetype", "application/epub+zip"),
            (
                "META-INF/container.xml",
                """
                <container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>\
                <rootfile full-path="OPS/book.opf"/></rootfiles></container>
                """
            ),
            (
                "OPS/book.opf",
                """
                <package xmlns="http://www.idpf.org/2007/opf"><metadata \
                xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>书名</dc:title>\
                <dc:date>2020-01-02</dc:date></metadata><manifest><item id="n" href="nav.xhtml" \
                properties="nav" media-type="application/xhtml+xml"/>\(items.joined())</manifest>\
                <spine><itemref idref="n"/>\(spine.joined())</spine></package>
                """
            ),
            ("OPS/nav.xhtml", "<html><body><p>目录</p></body></html>"),
        ])
        for (index, chapter) in chapters.enumerated().reversed() {
            let page = """
                <?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head>\
                <title>章</title></head><body>\(chapter)</body></html>
                """
            file.add("OPS/ch \(index).xhtml", Array(page.utf8))
        }
        return file.bytes
    }

    /// An RTF file of plain paragraphs, in Unicode escapes.
    public static func rtf(_ paragraphs: [String]) -> [UInt8] {
        var text = "{\\rtf1\\ansi\\ansicpg936\\uc1 "
        for paragraph in paragraphs {
            for unit in paragraph.utf16 {
                text +=
                    unit < 0x80
                    ? String(UnicodeScalar(UInt8(unit))) : "\\u\(Int16(bitPattern: unit))?"
            }
            text += "\\par\n"
        }
        return Array((text + "}").utf8)
    }

    /// A text in XML.
    public static func escaped(_ text: String) -> String {
        var output = ""
        for character in text {
            switch character {
            case "<": output += "&lt;"
            case "&": output += "&amp;"
            default: output.append(character)
            }
        }
        return output
    }
}
