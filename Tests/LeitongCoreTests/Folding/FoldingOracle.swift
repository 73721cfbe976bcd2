import Foundation
import LeitongCore

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

    /// The folding of a text.
    static func folded(_ text: String) -> String {
        var kept = String.UnicodeScalarView()
        var isOnDropped = false
        for scalar in text.decomposedStringWithCompatibilityMapping.unicodeScalars {
            if !isMark(scalar) { isOnDropped = !isKept(scalar) }
            if isKept(scalar), !isOnDropped { kept.append(contentsOf: caseFolded(scalar)) }
        }
        return String(kept).precomposedStringWithCompatibilityMapping
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
