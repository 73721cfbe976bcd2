import LeitongStorage
import TestSupport
import Testing

@_spi(Core) @testable import LeitongCore

/// How much of two texts is the same in whatever order, held to a dictionary of strings.
@Suite struct ShuffleMeasureTests {
    /// Two documents of a stream; a word begins where white space stood.
    private func stream(_ first: String, _ second: String) -> FoldedStream {
        var scalars: [UInt32] = []
        var starts = [0]
        var words: [UInt64] = [0]
        for text in [first, second] {
            var isFirst = true
            for scalar in text.unicodeScalars {
                guard scalar != " " else {
                    isFirst = true
                    continue
                }
                if scalars.count % 64 == 0 { words.append(0) }
                if isFirst { words[scalars.count / 64] |= 1 << UInt64(scalars.count % 64) }
                scalars.append(scalar.value)
                isFirst = false
            }
            starts.append(scalars.count)
        }
        return FoldedStream(
            scalars: FlatArray(scalars),
            documentStarts: starts,
            wordStarts: words
        )
    }

    private func share(_ first: String, _ second: String) -> Double {
        let stream = stream(first, second)
        var measure = ShuffleMeasure()
        let (a, b) = (stream.range(ofDocument: 0), stream.range(ofDocument: 1))
        let share = measure.share(a, b, of: stream)
        #expect(share == measure.share(b, a, of: stream))
        return share
    }

    /// Pairs of Chinese characters, and whole words, with their places.
    private func tokens(_ text: String) -> [(text: String, places: Range<Int>)] {
        var tokens: [(text: String, places: Range<Int>)] = []
        var place = 0
        for word in text.split(separator: " ") {
            let characters = Array(word)
            if characters.first?.isASCII == true {
                tokens.append((String(word), place..<place + characters.count))
            } else {
                for start in 0..<Swift.max(0, characters.count - 1) {
                    let pair = String(characters[start...start + 1])
                    tokens.append((pair, place + start..<place + start + 2))
                }
            }
            place += characters.count
        }
        return tokens
    }

    private func plainShare(of shorter: String, in longer: String) -> Double {
        var left: [String: Int] = [:]
        for token in tokens(longer) { left[token.text, default: 0] += 1 }
        var covered: Set<Int> = []
        for token in tokens(shorter) {
            guard let count = left[token.text], count > 0 else { continue }
            left[token.text] = count - 1
            covered.formUnion(token.places)
        }
        return Double(covered.count) / Double(shorter.count { $0 != " " })
    }

    /// Texts of one word of Chinese, or of English words.
    @Test(arguments: 0..<120)
    func sharesAreThoseOfADictionary(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let pieces =
            seed % 2 == 0 ? ["甲", "乙", "丙", "丁", "戊"] : ["a ", "ab ", "abc ", "b ", "ca "]
        func text() -> String {
            (0..<Int.random(in: 1...30, using: &random))
                .map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
        }
        let (first, second) = (text(), text())
        let lengths = [first, second].map { $0.count { $0 != " " } }
        let sides = [
            lengths[0] <= lengths[1] ? plainShare(of: first, in: second) : nil,
            lengths[1] <= lengths[0] ? plainShare(of: second, in: first) : nil,
        ]
        #expect(share(first, second) == sides.compactMap(\.self).min())
    }

    @Test func sentencesInAnotherOrderAreTheSame() {
        let sentences = ["清河镇的旧水渠在雨季之前重新砌了石头", "供销社门前的磅秤换成了电子的", "渔业合作社把网箱移到了水库东头"]
        let shuffled = [2, 0, 1].map { sentences[$0] }.joined()
        #expect(share(sentences.joined(), shuffled) > 0.95)
        #expect(share(sentences[0], sentences[1]) < ShuffleMeasure.least)
        #expect(share("", sentences[0]) == 0)
    }

    /// Pairs of letters would be in common; words are not.
    @Test func unlikeEnglishTextsAreUnlike() {
        let first = "the miller kept a ledger of every sack that crossed the bridge that winter"
        let second = "nobody in our valley remembers who planted this orchard beside his stream"
        #expect(share(first, second) < 0.2)
        let words = first.split(separator: " ")
        #expect(share(first, words.reversed().joined(separator: " ")) == 1)
    }
}
