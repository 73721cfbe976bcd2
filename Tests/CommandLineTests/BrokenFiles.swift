import TestSupport

/// Two hundred broken files, of every kind of file and of trouble, each different.
///
/// All of them are broken so that nothing can be read: one that gave a document would rightly change
/// the report.
enum BrokenFiles {
    /// A way to break a file: the end of its name, its bytes, and the reasons it may be skipped for.
    struct Kind: Sendable {
        var name: String
        var reasons: Set<String>
        var bytes: @Sendable (Int) -> [UInt8]

        init(_ name: String, _ reasons: Set<String>, _ bytes: @escaping @Sendable (Int) -> [UInt8])
        {
            self.name = name
            self.reasons = reasons
            self.bytes = bytes
        }
    }

    /// The kinds; each takes the number of the file.
    static let kinds: [Kind] = parts + texts + deep + archives

    private static let prose = "岚江两岸的渡口今年又添了三座，雾天只开一班。"

    /// Files that are ZIP files: cut short, without their main part, of another kind, with entities.
    private static let parts: [Kind] = [
        Kind("a.docx", ["malformed"]) { Array(DocumentSamples.docx([prose]).prefix(60 + 7 * $0)) },
        Kind("b.docx", ["malformed"]) { ZIPBuilder([("word/\($0).xml", prose)]).bytes },
        Kind("c.docx", ["unsupported"]) {
            ZIPBuilder([("word/document.xml", "<x:workbook xmlns:x='\($0)'/>")]).bytes
        },
        Kind("d.docx", ["xml-entities"]) {
            let xml = "<!DOCTYPE w [<!ENTITY a '\($0)'>]><w:document xmlns:w='w'>&a;</w:document>"
            return ZIPBuilder([("word/document.xml", xml)]).bytes
        },
        Kind("e.odt", ["malformed"]) { Array(DocumentSamples.odt([prose]).prefix(90 + $0)) },
        Kind("f.odt", ["malformed"]) {
            ZIPBuilder([("mimetype", "application/vnd.oasis.opendocument.text"), ("\($0)", "x")])
                .bytes
        },
        Kind("g.epub", ["malformed"]) {
            ZIPBuilder([("mimetype", "application/epub+zip"), ("\($0).xhtml", prose)]).bytes
        },
        Kind("h.docx", ["malformed"]) { Array("no ZIP file \($0)".utf8) },
    ]

    /// Texts and records: NUL bytes, bytes of no encoding, nothing at all, fields that are missing.
    private static let texts: [Kind] = [
        Kind("i.txt", ["binary"]) { Array("\(prose)\($0)\0\(prose)".utf8) },
        Kind("j.txt", ["undecodable"]) {
            Array(String(repeating: prose, count: 1 + $0).utf8) + [0xFF, 0xFE]
        },
        Kind("k.html", ["empty"]) { _ in [] },
        Kind("l.csv", ["bad-record"]) { Array("a,b\n\($0),2\n".utf8) },
        Kind("m.jsonl", ["bad-record"]) { Array("{\"id\": \($0), \"text\": \n".utf8) },
        Kind("n.md", ["empty"]) { Array(String(repeating: "\n", count: 1 + $0).utf8) },
        Kind("o.rtf", ["malformed"]) { Array("{\\rt \($0)".utf8) },
        Kind("p.pdf", ["malformed", "helper-missing"]) { Array("%PDF-1.4\nbroken \($0)".utf8) },
        Kind("q.doc", ["unsupported"]) {
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, UInt8($0)]
        },
    ]

    private static let deep: [Kind] = [
        Kind("r.rtf", ["too-deep"]) {
            Array(("{\\rtf1 " + String(repeating: "{", count: 20_000 + $0)).utf8)
        },
        Kind("s.html", ["too-deep"]) {
            Array(("<html>" + String(repeating: "<b>", count: 5_000 + $0)).utf8)
        },
    ]

    /// Archives: cut, with a password, with names that lead outside, too deep in one another.
    private static let archives: [Kind] = [
        Kind("t.zip", ["malformed"]) {
            Array(ZIPBuilder([("a.txt", "\(prose)\($0)")]).bytes.prefix(50))
        },
        Kind("u.zip", ["encrypted"]) {
            var file = ZIPBuilder()
            file.add("\($0).txt", Array("x".utf8), flags: 0x801)
            return file.bytes
        },
        Kind("v.zip", ["unsafe-path"]) { ZIPBuilder([("../../\($0).txt", prose)]).bytes },
        Kind("w.zip", ["not-a-file"]) {
            var file = ZIPBuilder()
            file.add("\($0)", Array("/etc/passwd".utf8), mode: 0o120777)
            return file.bytes
        },
        Kind("x.zip", ["archive-limit"]) { number in
            (0..<4)
                .reduce(ZIPBuilder([("\(number).txt", prose)]).bytes) { inner, level in
                    var file = ZIPBuilder()
                    file.add("\(level).zip", inner)
                    return file.bytes
                }
        },
        Kind("y.gz", ["malformed"]) {
            [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, UInt8($0), 0xFF, 0xFF]
        },
    ]
}
