/// Files that are one compressed stream, by their first bytes: gzip, bzip2, xz, Zstandard.
enum CompressedFile {
    static func isCompressed(_ bytes: [UInt8]) -> Bool {
        let marks: [[UInt8]] = [
            [0x1F, 0x8B, 0x08], [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], [0x28, 0xB5, 0x2F, 0xFD],
        ]
        if marks.contains(where: { bytes.starts(with: $0) }) { return true }
        // BZh, a digit, and the digits of pi.
        return bytes.starts(with: Array("BZh".utf8)) && bytes.count > 9
            && bytes[4..<7].elementsEqual([0x31, 0x41, 0x59])
    }
}
