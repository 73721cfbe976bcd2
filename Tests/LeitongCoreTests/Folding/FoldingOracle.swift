import Foundation

@_spi(Core) @testable import LeitongCore

/// What standard folding should give, from Foundation's normalization and Swift's properties.
///
/// NFKD; then lower, upper and lower case again, which is full case folding but for the exceptions
/// below; then letters, marks and numbers only; then NFKC again.
enum FoldingOracle {
    /// Scalars of which folding and the folding of their NFKC or NFD differ on purpose.
    ///
    /// A symbol that decomposes to a space or symbol and a mark: whole it is dropped with its mark; in parts
    /// the mark stays, since noise between a letter and its mark must change nothing.
    static func losesItsMark(_ scalar: Unicode.Scalar) -> Bool {
        let parts = String(scalar).decomposedStringWithCompatibilityMapping.unicodeScalars
        guard let first = parts.first, parts.count > 1 else { return false }
        return !isKept(first) && parts.dropFirst().contains { isMark($0) }
    }

    /// The folding of a text without signs that are kept, redaction marks and radicals.
    static func folded(_ text: String) -> String {
        var kept = String.UnicodeScalarView()
        var isOnDropped = false
        for scalar in text.decomposedStringWithCompatibilityMapping.unicodeScalars {
            if !isMark(scalar) { isOnDropped = !isKept(scalar) }
            guard isKept(scalar), !isOnDropped, !isPoint(scalar) else { continue }
            if isCommonMark(scalar), let base = kept.last(where: { !isMark($0) }), isHan(base) {
                continue
            }
            kept.append(contentsOf: caseFolded(forms[scalar] ?? scalar))
        }
        return String(withoutPrivateUse(kept)).precomposedStringWithCompatibilityMapping
    }

    /// Whether a scalar is, or is mapped to, a sign that is kept beside some characters.
    static func holdsSign(_ scalar: Unicode.Scalar) -> Bool {
        String(scalar).decomposedStringWithCompatibilityMapping.unicodeScalars
            .contains { KeptSign.sign($0.value) != nil }
    }

    /// Whether a scalar is a radical, of which Foundation does not tell the ideograph.
    static func isRadical(_ scalar: Unicode.Scalar) -> Bool {
        (0x2E80...0x2FDF).contains(scalar.value)
    }

    private static let forms: [Unicode.Scalar: Unicode.Scalar] = [
        "戶": "户", "戸": "户", "靑": "青", "黃": "黄", "ی": "ي", "ک": "ك", "ڪ": "ك",
    ]

    /// The tatweel, and marks of Arabic and Hebrew but for those that make other letters.
    private static func isPoint(_ scalar: Unicode.Scalar) -> Bool {
        if scalar == "\u{640}" { return true }
        guard scalar.properties.generalCategory == .nonspacingMark else { return false }
        return switch scalar.value {
        case 0x653...0x655: false
        case 0x591...0x5C7, 0x610...0x6ED, 0x8CA...0x8FF: true
        default: false
        }
    }

    private static func isCommonMark(_ scalar: Unicode.Scalar) -> Bool {
        let blocks: [ClosedRange<UInt32>] = [
            0x300...0x36F, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE20...0xFE2F,
        ]
        return blocks.contains { $0.contains(scalar.value) }
    }

    private static func isHan(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isUnifiedIdeograph || scalar.properties.isIdeographic && scalar == "〇"
            || scalar == "々" || (0xF900...0xFAFF).contains(scalar.value)
            || (0x2_0000...0x3_FFFF).contains(scalar.value)
    }

    /// Characters of private use go between Han, and between Han and an end.
    private static func withoutPrivateUse(
        _ scalars: String.UnicodeScalarView
    ) -> String.UnicodeScalarView {
        let all = Array(scalars)
        func isPrivate(_ scalar: Unicode.Scalar) -> Bool {
            scalar.properties.generalCategory == .privateUse
        }
        func isLetter(_ scalar: Unicode.Scalar) -> Bool { !isPrivate(scalar) && !isMark(scalar) }
        var result = String.UnicodeScalarView()
        for (index, scalar) in all.enumerated() {
            let sides = [all[..<index].last(where: isLetter), all[index...].first(where: isLetter)]
            let neighbours = sides.compactMap(\.self)
            if isPrivate(scalar), !neighbours.isEmpty, neighbours.allSatisfy(isHan) { continue }
            result.append(scalar)
        }
        return result
    }

    /// Letters, marks, numbers and what is not assigned, but nothing that is invisible by default
    /// (zero-width characters, variation selectors, Hangul fillers), nor what stands for redaction
    /// marks.
    static func isKept(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.value != 0xFDD0, !scalar.properties.isDefaultIgnorableCodePoint else {
            return false
        }
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate: return false
        case .spaceSeparator, .lineSeparator, .paragraphSeparator: return false
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation:
            return false
        case .initialPunctuation, .finalPunctuation, .otherPunctuation: return false
        case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol: return false
        default: return true
        }
    }

    /// The iota below is none: it folds to a letter.
    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        if scalar == "\u{345}" { return false }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: return true
        default: return false
        }
    }

    private static func caseFolded(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
        switch scalar.value {
        // The dotless i has an upper case, I, which is not its own: case folding leaves it.
        case 0x131: String(scalar).unicodeScalars
        // Cherokee folds to its upper case, which is the older.
        case 0x13A0...0x13F5, 0x13F8...0x13FD, 0xAB70...0xABBF:
            scalar.properties.uppercaseMapping.unicodeScalars
        default: mapped(mapped(mapped(String(scalar).unicodeScalars, lower), upper), lower)
        }
    }

    private static func mapped(
        _ scalars: String.UnicodeScalarView,
        _ mapping: (Unicode.Scalar) -> String
    ) -> String.UnicodeScalarView {
        var result = String.UnicodeScalarView()
        for scalar in scalars { result.append(contentsOf: mapping(scalar).unicodeScalars) }
        return result
    }

    private static func lower(_ scalar: Unicode.Scalar) -> String {
        scalar.properties.lowercaseMapping
    }

    private static func upper(_ scalar: Unicode.Scalar) -> String {
        scalar.properties.uppercaseMapping
    }
}

/// Shorthand for folding in tests.
enum Folding {
    /// The folded text as a string.
    static func string(_ text: String, keepingMap: Bool = false) -> String {
        String(decoding: bytes(Array(text.utf8), keepingMap: keepingMap), as: UTF8.self)
    }

    /// The folded bytes of a source, which need not be UTF-8.
    static func bytes(
        _ source: [UInt8],
        level: FoldingLevel = .standard,
        keepingMap: Bool = false
    ) -> [UInt8] {
        var folded = FoldedText()
        Folder(level: level).fold(source.span, into: &folded, keepingMap: keepingMap)
        return folded.bytes
    }

    /// The scalars of a string in hexadecimal, for messages.
    static func hexadecimal(_ text: String) -> String {
        text.unicodeScalars.map { String($0.value, radix: 16, uppercase: true) }
            .joined(separator: " ")
    }
}
