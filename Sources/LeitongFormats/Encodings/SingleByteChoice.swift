/// Chooses between the encodings of one byte a character that one script is written in.
///
/// Windows' encodings and ISO's differ in a few places, and statistics seldom see them. A wrong one
/// puts control characters or signs into words.
enum SingleByteChoice {
    private static let siblings = [
        ["ISO-8859-1", "WINDOWS-1252"], ["ISO-8859-2", "WINDOWS-1250"],
        ["ISO-8859-7", "WINDOWS-1253"], ["ISO-8859-9", "WINDOWS-1254"],
        ["ISO-8859-8", "WINDOWS-1255"], ["ISO-8859-6", "WINDOWS-1256"],
        ["ISO-8859-13", "WINDOWS-1257"], ["ISO-8859-5", "WINDOWS-1251", "KOI8-R"],
    ]

    /// The name among a guess and its siblings whose reading has fewest signs of a mistake.
    ///
    /// - Parameters:
    ///   - guess: A name that iconv knows.
    ///   - bytes: The text.
    /// - Returns: The guess itself if none is better, or it has no siblings.
    static func best(_ guess: String, for bytes: [UInt8]) -> String {
        guard let group = siblings.first(where: { $0.contains(guess.uppercased()) }) else {
            return guess
        }
        let sample = Array(bytes.prefix(1 << 16))
        let others = group.filter { $0 != guess.uppercased() }
        var best = guess
        var fewest = Int.max
        for name in [guess] + others {
            guard let text = try? IconvDecoder.decode(sample, from: name) else { continue }
            let count = mistakes(in: String(decoding: text, as: UTF8.self))
            if count < fewest { (best, fewest) = (name, count) }
        }
        return best
    }

    /// Control characters, signs between or behind letters, and capitals behind small letters.
    private static func mistakes(in text: String) -> Int {
        var count = 0
        var before = Unicode.GeneralCategory.spaceSeparator
        for scalar in text.unicodeScalars {
            let category = scalar.properties.generalCategory
            switch category {
            case .control where scalar.value >= 0x80: count += 3
            case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol, .otherNumber, .format:
                if isLetter(before), !scalar.isASCII { count += 1 }
            case .uppercaseLetter:
                if before == .lowercaseLetter { count += 1 }
            case .lowercaseLetter, .otherLetter:
                if isSign(before) { count += 1 }
            default: break
            }
            before = category
        }
        return count
    }

    private static func isLetter(_ category: Unicode.GeneralCategory) -> Bool {
        [.uppercaseLetter, .lowercaseLetter, .otherLetter].contains(category)
    }

    private static func isSign(_ category: Unicode.GeneralCategory) -> Bool {
        [.mathSymbol, .modifierSymbol, .otherSymbol, .otherNumber].contains(category)
    }
}
