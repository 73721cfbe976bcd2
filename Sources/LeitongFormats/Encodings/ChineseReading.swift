import LeitongModel

/// Bytes read as one of the Chinese encodings, and how well they fit it.
struct ChineseReading {
    /// The text in UTF-8.
    let text: [UInt8]
    /// Name of the encoding for reports.
    let name: String
    /// Two-byte characters in the sample.
    let pairCount: Int
    /// Share of the two-byte characters that lie where the encoding has its frequent ones, plus twice
    /// the share of characters that every Chinese text is made of; a little more where all lie there.
    let score: Double
    /// Share of the ideographs that are among the most common ones.
    let commonShare: Double
    /// Where the bytes cease to be text of the encoding, if they do; then the rest is about what
    /// stands before.
    let failureOffset: Int?
    private let structuralShare: Double
    /// Share of the common characters, plus that of the marks of every Chinese text.
    private let evidence: Double

    /// Reads bytes as GB18030 or BIG5-HKSCS.
    init(_ file: [UInt8], encoding: String) {
        var bytes = file
        var failure: Int?
        do throws(IconvDecoder.Failure) {
            text = try IconvDecoder.decode(file, from: encoding)
        } catch {
            failure = error.byteOffset
            bytes = Array(file.prefix(error.byteOffset))
            text = (try? IconvDecoder.decode(bytes, from: encoding)) ?? []
        }
        failureOffset = failure
        let isSimplified = encoding == "GB18030"
        name = isSimplified ? "GB18030" : "Big5"
        let counts = Self.pairs(in: bytes.prefix(1 << 16), isSimplified: isSimplified)
        pairCount = counts.all
        structuralShare = counts.all == 0 ? 0 : counts.weight / Double(counts.all)
        commonShare = Self.commonShare(of: text.prefix(1 << 16))
        let markShare = Self.markShare(of: text.prefix(1 << 16))
        evidence = commonShare + markShare
        // A text too short for words tells most if it lies among the frequent characters whole.
        score = structuralShare + 2 * evidence + (structuralShare == 1 ? 0.2 : 0)
    }

    /// Whether so much was read before the failure that the text is of this encoding and damaged.
    func isDamaged(_ byteCount: Int) -> Bool {
        guard let failureOffset, isPlausible else { return false }
        return pairCount >= 20 && commonShare > 0.1
            || pairCount >= 3 && failureOffset * 2 >= byteCount
    }

    /// Whether the bytes are likely Chinese: most lie where they should, or the words are there.
    var isPlausible: Bool {
        pairCount > 0 && (structuralShare >= 0.8 || structuralShare >= 0.5 && evidence >= 0.2)
    }

    /// How sure the reading is.
    var confidence: EncodingEvidence {
        // Prose scores 1.5 and more: nearly all where it should lie, every fourth of the commonest.
        .detected(fit: score / 1.5, count: pairCount)
    }

    /// Counts the two-byte characters and weighs where they lie.
    private static func pairs(
        in bytes: ArraySlice<UInt8>,
        isSimplified: Bool
    ) -> (all: Int, weight: Double) {
        var all = 0
        var weight = 0.0
        var index = bytes.startIndex
        while index + 1 < bytes.endIndex {
            guard bytes[index] >= 0x81 else {
                index += 1
                continue
            }
            all += 1
            weight +=
                isSimplified
                ? simplifiedWeight(bytes[index], bytes[index + 1])
                : traditionalWeight(bytes[index])
            index += 2
        }
        return (all, weight)
    }

    /// GB2312: punctuation A1 to A3, frequent characters B0 to D7, others to F7; GBK adds the rest.
    private static func simplifiedWeight(_ lead: UInt8, _ trail: UInt8) -> Double {
        guard trail >= 0xA1 else { return 0.1 }
        switch lead {
        case 0xA1...0xA3, 0xB0...0xD7: return 1
        case 0xD8...0xF7: return 0.6
        default: return 0.1
        }
    }

    /// Big5: punctuation A1 to A3, frequent characters A4 to C6, others C9 to F9.
    private static func traditionalWeight(_ lead: UInt8) -> Double {
        switch lead {
        case 0xA1...0xC6: 1
        case 0xC9...0xF9: 0.4
        default: 0.1
        }
    }

    /// Share of the ideographs of a text that are among the most common ones of either script.
    static func commonShare(of text: ArraySlice<UInt8>) -> Double {
        var ideographs = 0
        var common = 0
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars
        where (0x4E00..<0xA000).contains(scalar.value) {
            ideographs += 1
            if commonCharacters.contains(scalar) { common += 1 }
        }
        return ideographs == 0 ? 0 : Double(common) / Double(ideographs)
    }

    /// Share of the characters beyond ASCII that are ，。、： and the like, which lie elsewhere in each
    /// encoding.
    private static func markShare(of text: ArraySlice<UInt8>) -> Double {
        var all = 0
        var marks = 0
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars where !scalar.isASCII {
            all += 1
            if "，。、：；“”（）《》".unicodeScalars.contains(scalar) { marks += 1 }
        }
        return all == 0 ? 0 : Double(marks) / Double(all)
    }

    /// Characters that make up about half of any Chinese prose, simplified and traditional, and the
    /// commonest surnames.
    private static let commonCharacters = Set(
        """
        的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种\
        面而方后多定行学法所民得经十三之进着等部度家力里如水化高自二理起小现实加量都两体制机当使点从业本去把\
        性好应开合还因由其些然前外天政四日那社义事平形相全表间样与关各重新内数正心明看原利比或但质气第向道此\
        变条只没结解问意建月公无系情者最立代想已通并提直题党展五果员位入常文总次设及管特长求基资级图统接知组\
        见计别手期根论运农指几区强放决必先回任取据处保治规领导世增济认共权改清更务具万每目至达议报完确科信节\
        話來時說這為國們會對發動過學實現體業開還關問無產當義與後應點從給長門電車東馬書見親頭題語請讀風飛難變\
        王李张刘陈杨赵黄周吴徐孙胡朱林何郭马張劉陳楊趙黃吳孫
        """
        .unicodeScalars
    )
}
