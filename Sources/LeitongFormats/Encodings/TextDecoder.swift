import LeitongModel
import LeitongRun
import LeitongStorage

/// Turns the bytes of a file into UTF-8: by byte order mark, by validity, by evidence.
///
/// Nothing is decoded loosely: bytes that are no text in the encoding make the input unusable; the
/// first of them are named, and all are counted. A wrong guess that drops or replaces characters would hide copies.
struct TextDecoder {
    /// Encoding of all input; `nil` tells it from the text.
    let encoding: String?
    /// Its threads look through a large text side by side.
    var context = RunContext.oneThread
    /// What messages say of how a trouble is settled.
    var hints = ReadingHints()

    /// Decodes a file.
    func decode(_ bytes: [UInt8]) throws(DecodingFailure) -> DecodedText {
        if let encoding { return try decode(bytes, as: encoding) }
        if let mark = ByteOrderMark(bytes) { return try marked(bytes, mark) }
        if UTF8Validation.isQuicklyPlain(bytes, context: context) { return Self.valid(bytes) }
        let nul = ByteSearch.first(0, in: bytes.span, 0..<bytes.count)
        if nul < bytes.count {
            if let text = UTF16Evidence(bytes).text { return text }
            throw binary(nul)
        }
        guard let invalid = UTF8Validation.firstInvalidOffset(in: bytes) else {
            return Self.valid(bytes)
        }
        if let text = UTF16Evidence(bytes).text { return text }
        if UTF8Ambiguity.isDamagedUTF8(bytes) {
            throw DecodingFailure(
                reason: .undecodable,
                message: "is UTF-8, but damaged or mixed with another encoding",
                byteOffset: invalid,
                encoding: "UTF-8"
            )
        }
        if let text = try LegacyEncodingChoice.decode(bytes) { return text }
        throw DecodingFailure(
            reason: .undecodable,
            message: "is not valid UTF-8, and no other encoding fits" + hints.behind(.noEncoding),
            byteOffset: invalid,
            encoding: "UTF-8"
        )
    }

    /// Text that is valid UTF-8, unless it is so by chance only.
    private static func valid(_ bytes: [UInt8]) -> DecodedText {
        // Short text of UTF-16 may consist of ASCII's letters and control characters alone.
        let controls = bytes.prefix(64).count { $0 < 0x09 }
        if controls >= 3, let text = UTF16Evidence(bytes, holdsControls: true).text { return text }
        // 世 is 16 4E: a control character that no text of ASCII holds.
        if bytes.prefix(64).contains(where: { (0x0E...0x19).contains($0) || $0 < 0x09 }),
            let text = UTF16Evidence(bytes).text
        {
            return text
        }
        return UTF8Ambiguity.chinese(bytes) ?? DecodedText(bytes: bytes, encoding: "UTF-8")
    }

    /// Decodes as the mark at the start says.
    private func marked(
        _ bytes: [UInt8],
        _ mark: ByteOrderMark
    ) throws(DecodingFailure) -> DecodedText {
        let text = Array(bytes[mark.length...])
        var decoded = try unmarked(text, mark)
        decoded.evidence = EncodingEvidence(.mark)
        if mark.encoding == "UTF-8" { decoded.startInFile = mark.length }
        return decoded
    }

    /// Decodes what stands behind a mark.
    private func unmarked(
        _ text: [UInt8],
        _ mark: ByteOrderMark
    ) throws(DecodingFailure) -> DecodedText {
        guard mark.isOfBytes else {
            return try converted(text, from: mark.encoding, offset: mark.length)
        }
        let nul = ByteSearch.first(0, in: text.span, 0..<text.count)
        guard nul == text.count else { throw binary(nul + mark.length) }
        guard mark.encoding == "UTF-8" else {
            return try converted(text, from: mark.encoding, offset: mark.length)
        }
        return try validated(text, offset: mark.length)
    }

    /// Decodes as the user says.
    ///
    /// A byte order mark becomes U+FEFF like any other text, and goes.
    private func decode(
        _ bytes: [UInt8],
        as encoding: String
    ) throws(DecodingFailure) -> DecodedText {
        let name = encoding.uppercased()
        let isUTF8 = name == "UTF-8" || name == "UTF8"
        var text = try isUTF8 ? validated(bytes) : converted(bytes, from: name)
        let mark = Array("\u{FEFF}".utf8)
        if text.bytes.starts(with: mark) {
            text.bytes.removeFirst(mark.count)
            if isUTF8 { text.startInFile = mark.count }
        }
        text.evidence = EncodingEvidence(.declared)
        return text
    }

    private func binary(_ offset: Int) -> DecodingFailure {
        DecodingFailure(
            reason: .binary,
            message: "contains NUL bytes, so it is not plain text" + hints.behind(.binary),
            byteOffset: offset
        )
    }

    private func validated(
        _ bytes: [UInt8],
        offset: Int = 0
    ) throws(DecodingFailure) -> DecodedText {
        if let invalid = UTF8Validation.firstInvalidOffset(in: bytes) {
            throw DecodingFailure(
                reason: .undecodable,
                message: "is not valid UTF-8",
                byteOffset: invalid + offset,
                encoding: "UTF-8",
                textOffset: offset
            )
        }
        return DecodedText(bytes: bytes, encoding: "UTF-8")
    }

    private func converted(
        _ bytes: [UInt8],
        from encoding: String,
        offset: Int = 0
    ) throws(DecodingFailure) -> DecodedText {
        do throws(IconvDecoder.Failure) {
            let text = try IconvDecoder.decode(bytes, from: encoding)
            return DecodedText(bytes: text, encoding: encoding)
        } catch {
            throw DecodingFailure(
                reason: .undecodable,
                message: error.isUnknownEncoding
                    ? "unknown encoding \(encoding)" : "is not valid \(encoding)",
                byteOffset: error.isUnknownEncoding ? nil : error.byteOffset + offset,
                encoding: error.isUnknownEncoding ? nil : encoding,
                textOffset: offset
            )
        }
    }
}

extension TextDecoder {
    /// Where the text begins of a file that is UTF-8 as it stands: behind a byte order mark.
    ///
    /// - Returns: `nil` for what is no UTF-8, or no text.
    /// - Complexity: Linear.
    static func startOfPlainUTF8(in array: FlatArray<UInt8>) -> Int? {
        guard !array.isEmpty, UTF8Validation.isValid(array),
            ByteSearch.first(0, in: array.span, 0..<array.count) == array.count
        else { return nil }
        guard let mark = ByteOrderMark(Array(array.prefix(4))) else { return 0 }
        return mark.encoding == "UTF-8" ? mark.length : nil
    }
}

/// A mark at the start of a file that names its encoding.
struct ByteOrderMark {
    let encoding: String
    let length: Int
    /// Whether the encoding writes ASCII as bytes, so that a NUL is no text.
    var isOfBytes: Bool { encoding == "UTF-8" || encoding == "GB18030" }

    init?(_ bytes: [UInt8]) {
        // The marks of UTF-32 begin like those of UTF-16: longest first.
        let marks: [([UInt8], String)] = [
            ([0xFF, 0xFE, 0, 0], "UTF-32LE"), ([0, 0, 0xFE, 0xFF], "UTF-32BE"),
            ([0xEF, 0xBB, 0xBF], "UTF-8"), ([0xFF, 0xFE], "UTF-16LE"), ([0xFE, 0xFF], "UTF-16BE"),
            ([0x84, 0x31, 0x95, 0x33], "GB18030"),
        ]
        guard let mark = marks.first(where: { bytes.starts(with: $0.0) }) else { return nil }
        encoding = mark.1
        length = mark.0.count
    }
}
