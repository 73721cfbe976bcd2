/// Tells UTF-16 without a byte order mark by what its upper bytes are.
///
/// In text of any script we expect, nearly all units of UTF-16 have an upper byte that is 00 (Latin),
/// 30 or FF (punctuation, full-width forms), or 4E to 9F (ideographs). Bytes of GB18030 or Big5 are
/// never so at one parity only.
struct UTF16Evidence {
    /// The encoding the bytes look like, if any.
    let encoding: String?

    init(_ bytes: [UInt8]) {
        let sample = bytes.prefix(1 << 16)
        guard bytes.count >= 4, bytes.count % 2 == 0 else {
            encoding = nil
            return
        }
        var plausible = [0, 0]
        var distinct: [Set<UInt8>] = [[], []]
        for (index, byte) in sample.enumerated() {
            distinct[index % 2].insert(byte)
            if Self.isPlausibleUpper(byte) { plausible[index % 2] += 1 }
        }
        let units = sample.count / 2
        let isBig = plausible[0] * 20 >= units * 19
        let isLittle = plausible[1] * 20 >= units * 19
        switch (isBig, isLittle) {
        case (true, false): encoding = "UTF-16BE"
        case (false, true): encoding = "UTF-16LE"
        // Both can be where the text is short: the upper bytes are the less varied ones.
        case (true, true) where bytes.contains(0):
            encoding = distinct[0].count < distinct[1].count ? "UTF-16BE" : "UTF-16LE"
        default: encoding = nil
        }
    }

    private static func isPlausibleUpper(_ byte: UInt8) -> Bool {
        byte == 0 || byte == 0x20 || byte == 0x30 || byte == 0xFF || (byte >= 0x4E && byte <= 0x9F)
    }
}
