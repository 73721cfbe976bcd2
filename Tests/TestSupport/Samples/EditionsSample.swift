/// Two editions of one chronicle: the second has a commentary, other forms of characters, sentences
/// left out, and chapters in another order.
package struct EditionsSample: Sendable {
    /// What the second edition took over.
    package struct Truth: Codable, Sendable, Equatable {
        /// Characters that count, of either.
        package var firstCharacters: Int
        package var secondCharacters: Int
        /// Characters that stand in both, equal.
        package var equalCharacters: Int
        /// Characters that stand in both in different forms.
        package var variantCharacters: Int
        /// Characters of sentences that the second leaves out.
        package var omittedCharacters: Int
        /// Characters of the commentary.
        package var commentCharacters: Int
        /// Share of either that is equal in the other, 0 to 1.
        package var firstShare: Double
        package var secondShare: Double
        /// Chapters in the order of the second edition, by number in the first.
        package var chapterOrder: [Int]
    }

    /// The two editions.
    package let documents: [SampleDocument]
    /// What the second took over.
    package let truth: Truth

    private static let chapterCount = 12
    /// Two chapters stand elsewhere in the second edition: the third behind the fifth, the tenth before
    /// the eighth.
    private static let chapterOrder = [1, 2, 4, 5, 3, 6, 7, 10, 8, 9, 11, 12]
    /// Forms that the second edition has where the first has the other.
    private static let variants: [Character: Character] = [
        "為": "爲", "於": "于", "眾": "衆", "群": "羣", "峰": "峯", "既": "旣", "即": "卽", "清": "淸",
        "劍": "劒", "絕": "絶", "兩": "両", "並": "竝", "鄉": "鄕", "溉": "漑", "唇": "脣", "雞": "鷄",
    ]
    private static let numerals = Array("一二三四五六七八九十")

    /// Writes the editions.
    ///
    /// - Parameter seed: Decides the words.
    package init(seed: UInt64 = 1592) {
        var random = SplitMix64(seed: seed)
        var sentences = UniqueSentences(runLength: 10)
        var chapters: [Range<Int>] = []
        var first = SampleDocument(author: "初刻", path: "初刻本.txt", paragraphs: [], headLines: 0)
        for chapter in 1...Self.chapterCount {
            sentences.begin()
            let start = first.paragraphs.count
            first.paragraphs.append(SampleText("卷" + Self.numeral(chapter), .own))
            for year in 1...16 {
                first.paragraphs.append(Self.year(year, from: &sentences, using: &random))
            }
            chapters.append(start..<first.paragraphs.count)
        }
        var second = SampleDocument(author: "校注", path: "校注本.txt", paragraphs: [], headLines: 0)
        var omitted = 0
        for chapter in Self.chapterOrder {
            for paragraph in chapters[chapter - 1] {
                let copy = Self.edited(
                    first.copy(
                        of: first.paragraphs[paragraph].indices,
                        in: paragraph,
                        number: 0
                    ),
                    from: &sentences,
                    omitted: &omitted,
                    using: &random
                )
                if !copy.isEmpty { second.paragraphs.append(copy) }
            }
        }
        documents = [first, second]
        truth = Self.truth(first: first, second: second, omitted: omitted)
    }

    /// The files.
    package var files: [SampleFile] { documents.map(\.file) }

    private static func numeral(_ number: Int) -> String {
        let unit = number % 10 == 0 ? "" : String(numerals[number % 10 - 1])
        return number < 10 ? unit : "十" + unit
    }

    /// A year: a sentence or two a season.
    private static func year(
        _ number: Int,
        from sentences: inout UniqueSentences,
        using random: inout SplitMix64
    ) -> SampleText {
        var text = (number == 1 ? "元" : numeral(number)) + "年。"
        let seasons = [("春", "spring"), ("夏", "summer"), ("秋", "autumn"), ("冬", "winter")]
        for (index, season) in seasons.enumerated() {
            let month = index * 3 + Int.random(in: 1...3, using: &random)
            text += season.0 + (Bool.random(using: &random) ? numeral(month) + "月，" : "，")
            for _ in 0..<Int.random(in: 1...2, using: &random) {
                text += sentences.sentence(
                    of: season.1,
                    in: ChronicleGrammar.grammar,
                    using: &random
                )
            }
        }
        return SampleText(text, .own)
    }

    /// A paragraph as the second edition has it.
    private static func edited(
        _ text: SampleText,
        from sentences: inout UniqueSentences,
        omitted: inout Int,
        using random: inout SplitMix64
    ) -> SampleText {
        var output: SampleText = []
        for range in text.sentences {
            let sentence = Array(text[range])
            // Headings and numbers of years stay.
            if sentence.count > 6, Int.random(in: 0..<100, using: &random) < 8 {
                omitted += sentence.counted
                continue
            }
            output += sentence.map { character in
                guard let other = variants[character.character],
                    Int.random(in: 0..<10, using: &random) < 8
                else { return character }
                return SampleCharacter(character: other, origin: .own)
            }
            if sentence.count > 6, Int.random(in: 0..<100, using: &random) < 16 {
                let comment = sentences.sentence(
                    of: "comment",
                    in: ChronicleGrammar.grammar,
                    using: &random
                )
                output += SampleText("〔\(comment)〕", .own)
            }
        }
        return output
    }

    private static func truth(
        first: SampleDocument,
        second: SampleDocument,
        omitted: Int
    ) -> Truth {
        let characters = second.characters.filter(\.isCounted)
        let equal = characters.count { $0.origin != .own }
        let firstCount = first.characters.counted
        let variant = firstCount - equal - omitted
        return Truth(
            firstCharacters: firstCount,
            secondCharacters: characters.count,
            equalCharacters: equal,
            variantCharacters: variant,
            omittedCharacters: omitted,
            commentCharacters: characters.count - equal - variant,
            firstShare: Double(equal) / Double(firstCount),
            secondShare: Double(equal) / Double(characters.count),
            chapterOrder: chapterOrder
        )
    }
}
