import LeitongModel

/// Tells UTF-16 without a byte order mark by what its upper bytes are.
///
/// In text of any script we expect, nearly all units of UTF-16 have an upper byte that is 00 to 04
/// (Latin, Greek, Cyrillic), 20 to 33 or FF (marks, kana, full-width forms), 4E to 9F (ideographs) or
/// AC to D7 (hangul). With a NUL among the bytes there is no rival but binary data, which holds other
/// control characters too. Without one, the rivals are Latin letters, which are 4E to 7A themselves:
/// then the text has to be Chinese prose.
struct UTF16Evidence {
    /// The text, if the bytes look like UTF-16 and are.
    let text: DecodedText?

    /// Looks for UTF-16 in bytes.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - holdsControls: Whether control characters say, as a NUL does, that it is not ASCII.
    init(_ bytes: [UInt8], holdsControls: Bool = false) {
        guard bytes.count >= 4, bytes.count % 2 == 0 else {
            text = nil
            return
        }
        let hasNul = ByteSearch.first(0, in: bytes.span, 0..<bytes.count) < bytes.count
        let candidates = Self.candidates(bytes.prefix(1 << 16))
        let readings = candidates.compactMap { Self.decoded(bytes, as: $0) }
        text = readings.first { reading in
            hasNul || holdsControls
                || ChineseReading.commonShare(of: reading.bytes.prefix(1 << 16)) >= 0.15
        }
    }

    /// Byte orders whose upper bytes are plausible, the better one first.
    private static func candidates(_ sample: ArraySlice<UInt8>) -> [String] {
        var plausible = [0, 0]
        var distinct: [Set<UInt8>] = [[], []]
        for (index, byte) in sample.enumerated() {
            distinct[index % 2].insert(byte)
            if isPlausibleUpper(byte) { plausible[index % 2] += 1 }
        }
        let needed = sample.count / 2 * 19
        // Where both orders pass, the upper bytes are the less varied ones.
        let isBigFirst = distinct[0].count < distinct[1].count
        let orders = [("UTF-16BE", plausible[0]), ("UTF-16LE", plausible[1])]
        return (isBigFirst ? orders : orders.reversed()).filter { $0.1 * 20 >= needed }.map(\.0)
    }

    /// The text, or `nil` where it is none or holds control characters that no text holds.
    private static func decoded(_ bytes: [UInt8], as encoding: String) -> DecodedText? {
        guard let text = try? IconvDecoder.decode(bytes, from: encoding) else { return nil }
        let isText = text.allSatisfy { byte in
            byte >= 0x20 || (0x09...0x0D).contains(byte) || byte == 0x1A || byte == 0x1B
        }
        guard isText else { return nil }
        return DecodedText(
            bytes: text,
            encoding: encoding,
            evidence: .detected(fit: 0.98, count: bytes.count / 2)
        )
    }

    private static func isPlausibleUpper(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...4, 0x20...0x33, 0x4E...0x9F, 0xAC...0xD7, 0xFE, 0xFF: true
        default: false
        }
    }
}
