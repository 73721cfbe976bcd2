import LeitongModel

/// Tells Korean, Japanese and Western text by the bytes that their scripts are made of.
struct ScriptEvidence {
    private var pairs = 0
    private var hangul = 0
    private var kanaOfEUC = 0
    private var shiftJISCharacters = 0
    private var kanaOfShiftJIS = 0
    private var letters = 0
    private var highBytes = 0
    private var longestHighRun = 0

    init(_ bytes: ArraySlice<UInt8>) {
        countPairs(bytes)
        countShiftJIS(bytes)
        countLetters(bytes)
    }

    /// Encodings of the script the text is in, if it is none of Chinese; the narrower first.
    ///
    /// - Parameter guess: What uchardet says, which lowers what the bytes have to show.
    /// - Returns: Names that iconv knows.
    func otherEastAsian(guess: String?) -> [String] {
        let guess = guess?.uppercased() ?? ""
        let isKorean = ["EUC-KR", "UHC", "CP949", "JOHAB"].contains(guess)
        // Hangul fill 25 of 94 rows; a Chinese text lies in them with a third of its characters.
        if pairs >= (isKorean ? 6 : 12), hangul * 20 >= pairs * 19 { return ["EUC-KR", "CP949"] }
        // No Chinese prose is a fifth kana.
        if pairs >= 5, kanaOfEUC * 5 >= pairs { return ["EUC-JP"] }
        if shiftJISCharacters >= 5, kanaOfShiftJIS * 5 >= shiftJISCharacters {
            return ["SHIFT_JIS", "CP932"]
        }
        return []
    }

    /// A text too short for statistics that is Korean: all pairs lie where hangul do, none is a common
    /// character of Chinese, and every third is one of the commonest syllables of Korean.
    func shortKorean(_ bytes: [UInt8], chinese: ChineseReading?) -> DecodedText? {
        guard (4..<12).contains(pairs), hangul == pairs, chinese?.commonShare ?? 0 == 0,
            let text = try? IconvDecoder.decode(bytes, from: "EUC-KR")
        else { return nil }
        let syllables = String(decoding: text, as: UTF8.self).unicodeScalars
        let common = syllables.count { Self.commonSyllables.contains($0) }
        guard common * 3 >= pairs else { return nil }
        return DecodedText(
            bytes: text,
            encoding: "EUC-KR",
            evidence: .detected(fit: 0.9, count: pairs)
        )
    }

    /// Particles and endings: a quarter of any Korean text.
    private static let commonSyllables = Set("이다는에가을의고하은지로도를니기사세요습한어서".unicodeScalars)

    /// Whether it is a text in Latin letters with an accent or a quote here and there.
    var isWestern: Bool {
        highBytes > 0 && letters >= 4 * highBytes && longestHighRun <= 2
    }

    /// Whether there is so little beyond ASCII that statistics say nothing.
    var isThin: Bool { highBytes < 12 }

    /// Pairs of EUC, without those of rows that hold punctuation.
    private mutating func countPairs(_ bytes: ArraySlice<UInt8>) {
        var index = bytes.startIndex
        while index + 1 < bytes.endIndex {
            guard bytes[index] >= 0x81 else {
                index += 1
                continue
            }
            let isOfEUC = bytes[index + 1] >= 0xA1
            switch bytes[index] {
            case 0xA1...0xA3: break
            case 0xA4, 0xA5:
                pairs += 1
                kanaOfEUC += isOfEUC ? 1 : 0
            case 0xB0...0xC8:
                pairs += 1
                hangul += isOfEUC ? 1 : 0
            default: pairs += 1
            }
            index += 2
        }
    }

    /// Characters of Shift_JIS: kana have the leads 82 and 83.
    private mutating func countShiftJIS(_ bytes: ArraySlice<UInt8>) {
        var index = bytes.startIndex
        while index + 1 < bytes.endIndex {
            switch (bytes[index], bytes[index + 1]) {
            case (0x82, 0x9F...0xF1), (0x83, 0x40...0x96):
                kanaOfShiftJIS += 1
                fallthrough
            case (0x82...0x9F, 0x40...), (0xE0...0xFC, 0x40...):
                shiftJISCharacters += 1
                index += 2
            case (0x81, 0x40...): index += 2
            case (0xA1...0xDF, _):
                shiftJISCharacters += 1
                index += 1
            default: index += 1
            }
        }
    }

    private mutating func countLetters(_ bytes: ArraySlice<UInt8>) {
        var run = 0
        for byte in bytes {
            run = byte >= 0x80 ? run + 1 : 0
            longestHighRun = Swift.max(longestHighRun, run)
            if byte >= 0x80 { highBytes += 1 }
            if (0x61...0x7A).contains(byte | 0x20), byte < 0x80 { letters += 1 }
        }
    }
}
