/// Scalars beyond ASCII that stand side by side in short text of UTF-8, and whether anybody writes them so.
///
/// Each is two bytes long, and the two bytes are a character of GB2312. What one script or none writes
/// is told by the blocks of Unicode: 一些 is һЩ, letters of Bashkir and Russian without a vowel; 目前 is Ŀǰ,
/// 同台 two accents without a letter; 谢谢 is лл.
struct TwoByteRun {
    /// The scalars, in order.
    var scalars: [UInt32] = []
    /// Whether a letter of ASCII stands before or behind.
    var touchesLetter = false

    /// Whether it is a word, a sign or an abbreviation of no language.
    var isUnlikely: Bool {
        guard scalars.count >= 2, !touchesLetter else { return false }
        let letters = scalars.filter { Self.block(of: $0) != .sign }
        let blocks = Set(letters.map(Self.block))
        guard let first = blocks.first else { return false }
        if blocks.contains(.strange) || Set(blocks.map(\.script)).count > 1 { return true }
        switch first.script {
        case .latin: return letters.count > 1 || first == .extendedLatin
        case .hebrew: return isUnlikelyHebrew
        default: return isUnlikely(letters, isExtended: blocks == [.extendedCyrillic])
        }
    }

    /// Two letters alone, or a letter of word ends before another.
    private var isUnlikelyHebrew: Bool {
        let finals: Set<UInt32> = [0x5DA, 0x5DD, 0x5DF, 0x5E3, 0x5E5]
        return scalars.count <= 2 || scalars.dropLast().contains { finals.contains($0) }
    }

    /// Whether letters of scripts with vowels and capitals are no word, and no abbreviation either.
    private func isUnlikely(_ letters: [UInt32], isExtended: Bool) -> Bool {
        // With a sign beside it: С° is written, һ· is not.
        if isExtended { return true }
        guard letters.count > 1 else { return false }
        let capitals = letters.map { Unicode.Scalar($0)?.properties.isUppercase == true }
        if zip(capitals, capitals.dropFirst()).contains(where: { !$0 && $1 }) { return true }
        if letters.contains(where: { Self.vowels.contains($0) }) { return false }
        let isAbbreviation = Set(capitals).count == 1 && Set(letters).count > 1
        return !isAbbreviation || letters.contains { Self.block(of: $0) == .extendedCyrillic }
    }

    /// Vowels of Cyrillic, Greek and Armenian, without rare ones of small languages.
    private static let vowels = Set(
        "АЕИОУЫЭЮЯаеиоуыэюяІЇЄЁіїєёҮүҰұӨөӘәαεηιουωάέήίόύώΑΕΗΙΟΥΩաեէըիոու".unicodeScalars
            .map(\.value)
    )

    /// Scripts of which a word has but one.
    private enum Script {
        case latin, greek, cyrillic, armenian, hebrew, none
    }

    /// Stretches of Unicode whose letters are written alike.
    private enum Block {
        case sign, western, extendedLatin, greek, cyrillic, extendedCyrillic, armenian, hebrew
        /// What stands in no word, or in none without other letters: phonetic signs, accents, points,
        /// letters no longer in use, right-to-left scripts beyond Hebrew.
        case strange

        var script: Script {
            switch self {
            case .western, .extendedLatin: .latin
            case .greek: .greek
            case .cyrillic, .extendedCyrillic: .cyrillic
            case .armenian: .armenian
            case .hebrew: .hebrew
            case .sign, .strange: .none
            }
        }
    }

    private static func block(of scalar: UInt32) -> Block {
        switch scalar {
        case 0x80..<0xC0, 0xD7, 0xF7: .sign
        case 0xC0..<0x100: .western
        case 0x100..<0x250: .extendedLatin
        case 0x386..<0x3CF: .greek
        case 0x400..<0x460: .cyrillic
        case 0x48A..<0x530: .extendedCyrillic
        case 0x530..<0x590: .armenian
        case 0x5D0..<0x600: .hebrew
        default: .strange
        }
    }
}
