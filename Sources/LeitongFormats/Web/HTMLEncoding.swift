import LeitongModel

/// Finds the encoding of a page: byte order mark, then what it declares, then evidence.
enum HTMLEncoding {
    /// Decodes a page.
    ///
    /// A declaration that the bytes contradict counts for nothing: GBK pages that say UTF-8 are common.
    static func decode(
        _ bytes: [UInt8],
        encoding: String?,
        hints: ReadingHints
    ) throws(DecodingFailure) -> DecodedText {
        if encoding == nil, ByteOrderMark(bytes) == nil,
            UTF8Validation.firstInvalidOffset(in: bytes) != nil || !isUTF8Likely(bytes),
            let declared = declared(in: bytes),
            let text = try? TextDecoder(encoding: declared).decode(bytes)
        {
            return text
        }
        return try TextDecoder(encoding: encoding, hints: hints).decode(bytes)
    }

    /// Whether bytes beyond ASCII speak for UTF-8; ISO-2022-JP and HZ are ASCII to look at.
    private static func isUTF8Likely(_ bytes: [UInt8]) -> Bool {
        bytes.contains { $0 >= 0x80 }
    }

    /// The encoding a page declares in its first 4 KB: `charset=…` or XML's `encoding="…"`.
    static func declared(in bytes: [UInt8]) -> String? {
        let head = String(decoding: bytes.prefix(4096), as: UTF8.self).lowercased()
        for key in ["charset", "encoding"] {
            var rest = head[...]
            while let found = rest.firstRange(of: key) {
                rest = rest[found.upperBound...]
                let value = rest.drop { $0.isWhitespace }
                guard value.first == "=" else { continue }
                let name = value.dropFirst().drop { $0.isWhitespace || $0 == "\"" || $0 == "'" }
                    .prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "-_:.".contains($0)) }
                if let encoding = iconvName(String(name)) { return encoding }
            }
        }
        return nil
    }

    /// The name iconv knows; a page that declares GB2312 or GBK is GB18030 to a browser.
    private static func iconvName(_ name: String) -> String? {
        switch name {
        case "gb2312", "gbk", "x-gbk", "gb_2312-80", "gb18030": "GB18030"
        case "big5", "big5-hkscs", "x-x-big5": "BIG5-HKSCS"
        case "iso-8859-1", "latin1", "us-ascii", "ascii": "WINDOWS-1252"
        case "shift_jis", "shift-jis", "sjis", "x-sjis": "CP932"
        case "euc-kr", "ks_c_5601-1987": "CP949"
        // Whoever can write this in ASCII writes no UTF-16.
        case let name where name.hasPrefix("utf-16") || name.hasPrefix("utf-32"): nil
        default: IconvDecoder.knows(name) ? name.uppercased() : nil
        }
    }
}
