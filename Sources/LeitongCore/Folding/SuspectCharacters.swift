/// Characters that hide a copy from who compares, and that nobody sees: counted, to warn of them.
///
/// What is counted here is what folding drops for meaning nothing where it stands, and words of
/// which letters come from two scripts (`раypal`), which ``FoldingLevel/confusables`` makes one. A text
/// without any is passed at a few instructions a character.
package struct SuspectCharacters: Sendable, Equatable {
    /// Combining marks of no script over Han.
    package private(set) var marksOverHan = 0
    /// Characters of private use between Han.
    package private(set) var privateUse = 0
    /// Words in which Latin letters and letters that look like some stand side by side.
    package private(set) var mixedWords = 0

    /// Creates counts of nothing.
    package init() {}

    /// Whether nothing was counted.
    package var isEmpty: Bool { self == Self() }

    /// Counts those of a text besides.
    ///
    /// - Parameter text: UTF-8; bytes that are none are passed over.
    /// - Complexity: Linear.
    package mutating func count(in text: Span<UInt8>) {
        var reader = SuspectReader()
        var position = 0
        while position < text.count {
            let lead = text[position]
            // Kana, ideographs and most punctuation between them.
            if lead &- 0xE3 < 7 || Self.isPunctuation(lead, at: position, in: text) {
                position += 3
            } else if lead < 0xCC {
                position += 1
            } else {
                let (scalar, length) = UTF8Decoding.scalar(at: position, in: text)
                note(scalar, at: position, in: text, &reader)
                position += length
            }
        }
    }

    /// Whether a byte begins a scalar from U+2000 to 203F, or a full-width form.
    @inline(__always)
    private static func isPunctuation(
        _ lead: UInt8,
        at position: Int,
        in text: Span<UInt8>
    ) -> Bool {
        guard lead == 0xEF || lead == 0xE2, position + 1 < text.count else { return false }
        let second = text[position + 1]
        return lead == 0xE2 ? second == 0x80 : second >= 0xBC && second < 0xBF
    }

    private mutating func note(
        _ scalar: UInt32,
        at position: Int,
        in text: Span<UInt8>,
        _ reader: inout SuspectReader
    ) {
        if CommonMark.contains(scalar) {
            if reader.isOverHan(at: position, in: text) { marksOverHan += 1 }
        } else if PrivateUse.contains(scalar) {
            if reader.isBetweenHan(at: position, in: text) { privateUse += 1 }
        } else if LookalikeScript(scalar) != nil, reader.beginsMixedWord(at: position, in: text) {
            mixedWords += 1
        }
    }
}

/// Judges what may be suspect in one text, in order.
private struct SuspectReader {
    private var privateUse = PrivateUseReader()
    /// Where the last character of private use begins that stays.
    private var keptPrivateUse = -1
    /// Where the mark judged last ends, and what was found.
    private var markEnd = 0
    private var lastIsOverHan = false
    /// Where the word judged last ends.
    private var wordEnd = 0

    /// Whether a mark joins a Chinese character when what leaves nothing is dropped.
    mutating func isOverHan(at position: Int, in text: Span<UInt8>) -> Bool {
        let surroundings = Surroundings(.standard)
        // Marks one after the other stand over the same.
        let between = text.extracting(0..<position)
        if markEnd == 0 || surroundings.scalar(from: markEnd, past: .dropped, in: between) != nil {
            let base = surroundings.scalar(before: position, past: .dropped, in: text)
            let isHan = base.flatMap { surroundings.lastFolded(of: $0.scalar) }.map(Han.contains)
            lastIsOverHan = isHan == true
            if let base, base.range.upperBound <= keptPrivateUse { lastIsOverHan = false }
        } else if keptPrivateUse >= markEnd {
            lastIsOverHan = false
        }
        markEnd = position + UTF8Decoding.length(at: position, in: text)
        return lastIsOverHan
    }

    /// Whether a character of private use is one that folding drops.
    mutating func isBetweenHan(at position: Int, in text: Span<UInt8>) -> Bool {
        let isBetween = privateUse.isBetweenHan(at: position, in: text, .standard)
        if !isBetween { keptPrivateUse = position }
        return isBetween
    }

    /// Whether the letter stands in a word, not judged before, that mixes scripts.
    mutating func beginsMixedWord(at position: Int, in text: Span<UInt8>) -> Bool {
        guard position >= wordEnd else { return false }
        let surroundings = Surroundings(.standard)
        var start = position
        while let place = surroundings.scalar(before: start, past: .marks, in: text),
            place.range.lowerBound >= wordEnd, isLetter(place.scalar, surroundings)
        {
            start = place.range.lowerBound
        }
        var letters: [LookalikeScript?] = []
        var end = start
        while let place = surroundings.scalar(from: end, past: .marks, in: text),
            isLetter(place.scalar, surroundings)
        {
            letters.append(LookalikeScript(place.scalar))
            end = place.range.upperBound
        }
        wordEnd = Swift.max(end, position + 1)
        return LookalikeScript.isMixed(letters)
    }

    private func isLetter(_ scalar: UInt32, _ surroundings: Surroundings) -> Bool {
        guard LookalikeScript(scalar) == nil else { return true }
        guard let folded = surroundings.firstFolded(of: scalar) else { return false }
        return Surroundings.isWord(folded) && !Surroundings.isDigit(folded)
    }
}

/// Scripts with letters that look like Latin ones.
private enum LookalikeScript {
    case greek, cyrillic, armenian

    init?(_ scalar: UInt32) {
        switch scalar {
        case 0x370...0x3FF, 0x1F00...0x1FFF: self = .greek
        case 0x400...0x52F, 0x1C80...0x1C8F, 0x2DE0...0x2DFF, 0xA640...0xA69F: self = .cyrillic
        case 0x531...0x587: self = .armenian
        default: return nil
        }
    }

    /// Whether the letters of a word, Latin ones as `nil`, are of two scripts.
    ///
    /// Greek letters stand beside Latin ones in formulas and units (ΔT, kΩ, μm), so that between Latin
    /// ones alone they are suspect.
    static func isMixed(_ letters: [Self?]) -> Bool {
        for index in letters.indices.dropFirst() where letters[index] != letters[index - 1] {
            let pair = [letters[index - 1], letters[index]]
            if !pair.contains(.greek) || !pair.contains(nil) { return true }
            if index >= 2, letters[index] == nil, letters[..<index].contains(nil) { return true }
        }
        return false
    }
}
