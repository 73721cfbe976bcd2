/// Paragraphs of 200 characters, about 590 bytes each, of which every tenth is an edited copy.
///
/// A paragraph is made of clauses drawn from the speeches of the corpus, so that its characters are
/// distributed as in real prose while two paragraphs share few shingles. Paragraph 9, 19, 29, ... is
/// the one before it with one to four characters replaced: Jaccard similarity 0.8 or more in shingles
/// of five characters. The same count and seed give the same paragraphs everywhere.
package struct SampleParagraphs: Sendable {
    /// Characters of a paragraph.
    package static let characterCount = 200

    /// The paragraphs in UTF-8.
    package let texts: [[UInt8]]
    /// Numbers of the copies; each is a copy of the paragraph before it.
    package let copies: [Int]

    /// Makes paragraphs.
    ///
    /// - Parameters:
    ///   - count: How many.
    ///   - seed: Seed of all choices.
    package init(count: Int, seed: UInt64 = 1) {
        let sentences = SampleSentences()
        var generator = SplitMix64(seed: seed)
        var texts: [[UInt8]] = []
        var copies: [Int] = []
        texts.reserveCapacity(count)
        var paragraph: [Unicode.Scalar] = []
        for number in 0..<count {
            if number % 10 == 9 {
                Self.edit(&paragraph, sentences, &generator)
                copies.append(number)
            } else {
                paragraph = Self.compose(sentences, &generator)
            }
            texts.append(Self.utf8(paragraph))
        }
        self.texts = texts
        self.copies = copies
    }

    /// Bytes of all paragraphs.
    package var byteCount: Int { texts.reduce(0) { $0 + $1.count } }

    private static func compose(
        _ sentences: SampleSentences,
        _ generator: inout SplitMix64
    ) -> [Unicode.Scalar] {
        var paragraph: [Unicode.Scalar] = []
        while paragraph.count < characterCount {
            paragraph += sentences.clauses[generator.below(sentences.clauses.count)]
        }
        return Array(paragraph.prefix(characterCount))
    }

    private static func edit(
        _ paragraph: inout [Unicode.Scalar],
        _ sentences: SampleSentences,
        _ generator: inout SplitMix64
    ) {
        for _ in 0...generator.below(4) {
            let position = generator.below(paragraph.count)
            paragraph[position] = sentences.ideographs[generator.below(sentences.ideographs.count)]
        }
    }

    private static func utf8(_ scalars: [Unicode.Scalar]) -> [UInt8] {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return Array(String(text).utf8)
    }
}
