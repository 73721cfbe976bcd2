import Foundation

/// Encodings that Foundation encodes on every platform, by their CFString numbers.
enum Legacy: UInt {
    case gb18030 = 0x8000_0632
    case big5 = 0x8000_0A03
    case eucKR = 0x8000_0940
    case shiftJIS = 8
    case windows1252 = 12
    case windows1250 = 15
    case windows1251 = 11
    case windows1253 = 13
    case windows1254 = 14
    case windows1255 = 0x8000_0505
    case windows1256 = 0x8000_0506
    case isoLatin2 = 9
    case big5HKSCS = 0x8000_0A06

    /// Bytes of a text, or `nil` where the encoding has no sign for a character.
    func bytes(_ text: String) -> [UInt8]? {
        text.data(using: String.Encoding(rawValue: rawValue)).map { Array($0) }
    }
}

/// UTF-16 and UTF-32 by their definition.
enum Wide {
    static func utf16(_ text: String, isBig: Bool) -> [UInt8] {
        text.utf16.flatMap { unit in
            let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
            return isBig ? bytes : bytes.reversed()
        }
    }

    static func utf32(_ text: String, isBig: Bool) -> [UInt8] {
        text.unicodeScalars.flatMap { scalar in
            let bytes = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: scalar.value >> $0) }
            return isBig ? bytes : bytes.reversed()
        }
    }
}
