internal import FuzzSamples

/// Files that are ZIP files, put together from fuzzed parts.
///
/// A fuzzer that changes a byte of a ZIP file breaks its checksum and gets no further than libarchive.
/// So its bytes are the parts, each behind a NUL; bytes that begin as a ZIP or tar file does are left as
/// they are.
enum FuzzedContainer {
    /// A Word file: its body, its footnotes, its title.
    static func docx(_ bytes: [UInt8]) -> [UInt8] {
        if isFile(bytes) { return bytes }
        let parts = parts(bytes).map { String(decoding: $0, as: UTF8.self) } + ["", ""]
        return DocumentSamples.docx(body: parts[0], notes: parts[1], title: parts[2])
    }

    /// A Writer file: its body, its properties.
    static func odt(_ bytes: [UInt8]) -> [UInt8] {
        if isFile(bytes) { return bytes }
        let parts = parts(bytes).map { String(decoding: $0, as: UTF8.self) } + [""]
        return DocumentSamples.odt(body: parts[0], meta: parts[1])
    }

    /// A book: the container, the package, and any number of pages.
    static func epub(_ bytes: [UInt8]) -> [UInt8] {
        if isFile(bytes) { return bytes }
        let parts = parts(bytes)
        var file = ZIPBuilder([("mimetype", "application/epub+zip")])
        let names = ["META-INF/container.xml", "OPS/book.opf"]
        for (index, part) in parts.enumerated() {
            file.add(index < 2 ? names[index] : "OPS/\(index - 2).xhtml", part)
        }
        return file.bytes
    }

    /// A ZIP file: names and contents in turn.
    static func zip(_ bytes: [UInt8]) -> [UInt8] {
        if isFile(bytes) { return bytes }
        let parts = parts(bytes)
        var file = ZIPBuilder()
        for index in stride(from: 0, to: parts.count - 1, by: 2) {
            file.add(name: parts[index], parts[index + 1])
        }
        return file.bytes
    }

    /// Whether bytes are to be read as they are.
    private static func isFile(_ bytes: [UInt8]) -> Bool {
        let marks: [[UInt8]] = [
            [0x50, 0x4B, 3, 4], [0x1F, 0x8B], [0xFD, 0x37], Array("BZh".utf8), [0x28, 0xB5],
        ]
        return marks.contains { bytes.starts(with: $0) }
            || bytes.count > 262 && bytes[257..<262].elementsEqual("ustar".utf8)
    }

    private static func parts(_ bytes: [UInt8]) -> [[UInt8]] {
        bytes.split(separator: 0, omittingEmptySubsequences: false).map(Array.init)
    }
}
