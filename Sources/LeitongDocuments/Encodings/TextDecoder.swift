/// Turns the bytes of a file into UTF-8: by byte order mark, by validity, by evidence.
///
/// Nothing is decoded loosely: bytes that are no text in the encoding make the input unusable, and
/// the first of them is named. A wrong guess that drops or replaces characters would hide copies.
struct TextDecoder {
    /// Encoding of all input; `nil` tells it from the text.
    let encoding: String?

    /// Decodes a file.
    func decode(_ bytes: [UInt8]) throws(DecodingFailure) -> DecodedText {
        if let encoding { return try decode(bytes, as: encoding) }
        if let mark = ByteOrderMark(bytes) {
            let text = Array(bytes[mark.length...])
            if mark.encoding == "UTF-8" { return try validated(text, offset: mark.length) }
            return try converted(text, from: mark.encoding, offset: mark.length)
        }
        if let nul = bytes.firstIndex(of: 0) {
            guard let guess = UTF16Evidence(bytes).encoding else {
                throw DecodingFailure(
                    reason: .binary,
                    message: "holds NUL bytes: no text file (--encoding forces one)",
                    byteOffset: nul
                )
            }
            return try converted(bytes, from: guess, offset: 0)
        }
        guard let invalid = UTF8Validation.firstInvalidOffset(in: bytes) else {
            return DecodedText(bytes: bytes, encoding: "UTF-8")
        }
        return try detected(bytes, invalidUTF8At: invalid)
    }

    /// Decodes as the user says.
    private func decode(
        _ bytes: [UInt8],
        as encoding: String
    ) throws(DecodingFailure) -> DecodedText {
        let name = encoding.uppercased()
        let mark = ByteOrderMark(bytes)
        let length = mark.map { name.hasPrefix($0.encoding.prefix(6)) ? $0.length : 0 } ?? 0
        let text = length == 0 ? bytes : Array(bytes[length...])
        if name == "UTF-8" || name == "UTF8" { return try validated(text, offset: length) }
        let plain = name == "UTF-16" ? (mark?.encoding ?? "UTF-16LE") : name
        return try converted(text, from: plain, offset: length)
    }

    private func validated(
        _ bytes: [UInt8],
        offset: Int
    ) throws(DecodingFailure) -> DecodedText {
        if let invalid = UTF8Validation.firstInvalidOffset(in: bytes) {
            throw DecodingFailure(
                reason: .undecodable,
                message: "no valid UTF-8",
                byteOffset: invalid + offset
            )
        }
        return DecodedText(bytes: bytes, encoding: "UTF-8")
    }

    private func converted(
        _ bytes: [UInt8],
        from encoding: String,
        offset: Int
    ) throws(DecodingFailure) -> DecodedText {
        do throws(IconvDecoder.Failure) {
            let text = try IconvDecoder.decode(bytes, from: encoding)
            return DecodedText(bytes: text, encoding: encoding)
        } catch {
            throw DecodingFailure(
                reason: .undecodable,
                message: error.isUnknownEncoding
                    ? "unknown encoding \(encoding)" : "no valid \(encoding)",
                byteOffset: error.isUnknownEncoding ? nil : error.byteOffset + offset
            )
        }
    }

    /// Text without a mark that is no UTF-8.
    private func detected(
        _ bytes: [UInt8],
        invalidUTF8At offset: Int
    ) throws(DecodingFailure) -> DecodedText {
        if let guess = UTF16Evidence(bytes).encoding,
            let text = try? IconvDecoder.decode(bytes, from: guess)
        {
            return DecodedText(bytes: text, encoding: guess)
        }
        if let text = EncodingDetector.decode(bytes) { return text }
        throw DecodingFailure(
            reason: .undecodable,
            message: "no valid UTF-8, and no other encoding fits (--encoding names one)",
            byteOffset: offset
        )
    }
}

/// A mark at the start of a file that names its encoding.
private struct ByteOrderMark {
    let encoding: String
    let length: Int

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
