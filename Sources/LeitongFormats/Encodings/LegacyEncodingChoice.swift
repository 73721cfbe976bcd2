import CUchardet
import LeitongModel

/// Tells the encoding of legacy text: uchardet's answer, weighed against the evidence for Chinese.
///
/// uchardet takes short Chinese text for Korean, Cyrillic or Western as soon as statistics are thin.
/// The bytes themselves say more: GB2312 puts frequent characters in rows B0 to D7 with trail bytes
/// from A1, Big5 in A4 to C6 with trail bytes on both sides. So the Chinese readings are tried first
/// and kept if the bytes fit them; other answers count where they do not, or where a long text
/// reads as Chinese without the characters that every Chinese text is made of.
enum LegacyEncodingChoice {
    /// Decodes bytes that are no UTF-8, or returns `nil` where nothing fits.
    ///
    /// - Throws: Where the text is of a Chinese encoding, but for damaged bytes.
    static func decode(_ bytes: [UInt8]) throws(DecodingFailure) -> DecodedText? {
        let readings = ["GB18030", "BIG5-HKSCS"].map { ChineseReading(bytes, encoding: $0) }
        let best =
            readings
            .filter { $0.failureOffset == nil || $0.isDamaged(bytes.count) }
            .max { $0.score < $1.score }
        let evidence = ScriptEvidence(bytes.prefix(1 << 16))
        let guess = guess(bytes)
        if let korean = evidence.shortKorean(bytes, chinese: best) { return korean }
        if let best, best.isPlausible {
            if best.commonShare < 0.25,
                let other = firstReading(bytes, evidence.otherEastAsian(guess: guess))
            {
                return other
            }
            return try text(of: best)
        }
        var names = evidence.otherEastAsian(guess: guess)
        if let text = firstReading(bytes, names) { return text }
        names = []
        if evidence.isWestern, evidence.isThin || guess == "ISO-8859-1" {
            names.append("WINDOWS-1252")
        }
        if let guess { names.append(SingleByteChoice.best(guess, for: bytes)) }
        // Nothing but uchardet's statistics, or that it is not much else, speaks for these.
        if let text = firstReading(bytes, names, fit: 0.7) { return text }
        guard let best, best.pairCount > 0, best.score > 0.5 else { return nil }
        return try text(of: best)
    }

    private static func text(of reading: ChineseReading) throws(DecodingFailure) -> DecodedText {
        guard let offset = reading.failureOffset else {
            return DecodedText(
                bytes: reading.text,
                encoding: reading.name,
                evidence: reading.confidence
            )
        }
        throw DecodingFailure(
            reason: .undecodable,
            message: "is not valid \(reading.name)",
            byteOffset: offset,
            encoding: reading.name == "Big5" ? "BIG5-HKSCS" : reading.name
        )
    }

    private static func firstReading(
        _ bytes: [UInt8],
        _ names: [String],
        fit: Double = 0.95
    ) -> DecodedText? {
        let highCount = bytes.prefix(1 << 16).count { $0 >= 0x80 }
        for name in names {
            guard let text = try? IconvDecoder.decode(bytes, from: name) else { continue }
            return DecodedText(
                bytes: text,
                encoding: name,
                evidence: .detected(fit: fit, count: highCount / 2)
            )
        }
        return nil
    }

    /// What uchardet says of the first megabyte.
    private static func guess(_ bytes: [UInt8]) -> String? {
        guard let detector = unsafe uchardet_new() else { return nil }
        defer { unsafe uchardet_delete(detector) }
        // Safe: uchardet reads exactly the given number of bytes during the call.
        let status = unsafe bytes.prefix(1 << 20)
            .withUnsafeBytes { buffer in
                unsafe uchardet_handle_data(
                    detector,
                    buffer.baseAddress?.assumingMemoryBound(to: CChar.self),
                    buffer.count
                )
            }
        guard status == 0 else { return nil }
        unsafe uchardet_data_end(detector)
        // Safe: the name belongs to the detector, which lives until the end; it is copied here.
        let name = unsafe String(cString: uchardet_get_charset(detector))
        return name.isEmpty ? nil : name
    }
}
