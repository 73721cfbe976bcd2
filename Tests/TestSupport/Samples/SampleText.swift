/// Where a character of a sample comes from.
package enum CharacterOrigin: Hashable, Sendable {
    /// Written for this document.
    case own
    /// Of a text that all documents have: a hand-out, a prompt.
    case common
    /// Of a sentence that several quote.
    case quotation
    /// Copied from a place of another document.
    case copied(CharacterPlace)
}

/// A place in the documents of a sample.
package struct CharacterPlace: Hashable, Sendable {
    package var document: Int
    package var paragraph: Int
    package var offset: Int
}

/// A character and where it comes from.
package struct SampleCharacter: Hashable, Sendable {
    package var character: Character
    package var origin: CharacterOrigin

    /// Whether it counts when shares are told: a letter, a Chinese character or a digit.
    package var isCounted: Bool { character.isLetter || character.isNumber }

    /// Whether a sentence ends with it.
    package var endsSentence: Bool { "。！？.!?".contains(character) }
}

/// A run of characters of known origin.
package typealias SampleText = [SampleCharacter]

extension SampleText {
    /// A text of one origin.
    package init(_ text: String, _ origin: CharacterOrigin) {
        self = text.map { SampleCharacter(character: $0, origin: origin) }
    }

    /// The text alone.
    package var plain: String { String(map(\.character)) }

    /// The characters that count.
    package var counted: Int { reduce(0) { $0 + ($1.isCounted ? 1 : 0) } }

    /// The sentences, as ranges; closing quotation marks belong to the sentence before them.
    package var sentences: [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start = 0
        for index in indices where self[index].endsSentence {
            var end = index + 1
            while end < count, "”\" ".contains(self[end].character) { end += 1 }
            ranges.append(start..<end)
            start = end
        }
        if start < count { ranges.append(start..<count) }
        return ranges
    }
}

/// A document of a sample.
package struct SampleDocument: Sendable {
    /// Who wrote it.
    package var author: String
    /// The file, below the folder of the sample.
    package var path: String
    /// Its paragraphs: first the lines above the text.
    package var paragraphs: [SampleText]
    /// How many of them stand above the text: title, author, date.
    package var headLines: Int
    /// The date that it states, in ISO 8601.
    package var date: String?

    /// All its characters.
    package var characters: SampleText { Array(paragraphs.joined()) }

    /// The text of its file.
    package var text: String { paragraphs.map(\.plain).joined(separator: "\n") + "\n" }

    /// A stretch of a paragraph as it stands in a copy of it.
    ///
    /// - Parameters:
    ///   - range: The stretch.
    ///   - paragraph: The paragraph.
    ///   - number: Number of this document in the sample.
    /// - Returns: The stretch; what is its own has this document as origin.
    package func copy(of range: Range<Int>, in paragraph: Int, number: Int) -> SampleText {
        range.map { offset in
            var copied = paragraphs[paragraph][offset]
            if copied.origin == .own {
                let place = CharacterPlace(document: number, paragraph: paragraph, offset: offset)
                copied.origin = .copied(place)
            }
            return copied
        }
    }
}
