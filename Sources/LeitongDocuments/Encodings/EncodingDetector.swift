import CUchardet

/// Tells the encoding of legacy text: uchardet's answer, weighed against the evidence for Chinese.
///
/// uchardet takes short Chinese text for Korean, Cyrillic or Western as soon as statistics are thin.
/// The bytes themselves say more: GB2312 puts frequent characters in rows B0 to D7 with trail bytes
/// from A1, Big5 in A4 to C6 with trail bytes on both sides. So the Chinese readings are tried first
/// and kept if the bytes fit them; other answers count where they do not, or where a long text
/// reads as Chinese without the characters that every Chinese text is made of.
enum EncodingDetector {
    /// Decodes bytes that are no UTF-8, or returns `nil` where nothing fits.
    static func decode(_ bytes: [UInt8]) -> DecodedText? {
        let simplified = ChineseReading(bytes, encoding: "GB18030")
        let traditional = ChineseReading(bytes, encoding: "BIG5-HKSCS")
        let chinese = [simplified, traditional].compactMap(\.self).max { $0.score < $1.score }
        let guess = guess(bytes)
        if let chinese, chinese.isPlausible, !isOtherScript(guess, than: chinese) {
            return DecodedText(bytes: chinese.text, encoding: chinese.name)
        }
        if let guess, let text = try? IconvDecoder.decode(bytes, from: guess) {
            return DecodedText(bytes: text, encoding: guess)
        }
        guard let chinese, chinese.pairCount > 0, chinese.score > 0.5 else { return nil }
        return DecodedText(bytes: chinese.text, encoding: chinese.name)
    }

    /// Whether uchardet names another East Asian script and the text is no Chinese prose.
    private static func isOtherScript(_ guess: String?, than chinese: ChineseReading) -> Bool {
        guard let guess, chinese.pairCount >= 20, chinese.commonShare < 0.15 else { return false }
        return ["EUC-KR", "UHC", "EUC-JP", "SHIFT_JIS", "CP949", "JOHAB"].contains(guess.uppercased())
    }

    /// What uchardet says of the first megabyte.
    private static func guess(_ bytes: [UInt8]) -> String? {
        guard let detector = unsafe uchardet_new() else { return nil }
        defer { unsafe uchardet_delete(detector) }
        // Safe: uchardet reads exactly the given number of bytes during the call.
        let status = unsafe bytes.prefix(1 << 20).withUnsafeBytes { buffer in
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
