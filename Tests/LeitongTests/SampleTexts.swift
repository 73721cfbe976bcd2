import Leitong
@_spi(Core) import LeitongCore
import LeitongFiles
import LeitongModel
import TestSupport

/// Corpora made of given paragraphs, and the plain definition of what must be found in them.
enum SampleTexts {
    /// A random paragraph.
    static func paragraph(length: Int, using generator: inout SplitMix64) -> String {
        RandomChinese.paragraph(length: length, using: &generator)
    }

    /// A paragraph with some characters replaced.
    static func edited(_ text: String, rate: Double, using generator: inout SplitMix64) -> String {
        String(
            text.map { character in
                Double.random(in: 0..<1, using: &generator) < rate
                    ? RandomChinese.character(using: &generator) : character
            }
        )
    }

    /// Random paragraphs with copies of all degrees among them, shuffled.
    static func paragraphs(count: Int, seed: UInt64) -> [String] {
        var generator = SplitMix64(seed: seed)
        var texts: [String] = []
        while texts.count < count {
            let length = Int.random(in: 12...120, using: &generator)
            let text = paragraph(length: length, using: &generator)
            texts.append(text)
            for rate in [0, 0.01, 0.03, 0.06, 0.1] where Bool.random(using: &generator) {
                texts.append(edited(text, rate: rate, using: &generator))
            }
        }
        return Array(texts.prefix(count).shuffled(using: &generator))
    }

    /// A corpus of one record a paragraph, named by its number.
    static func corpus(_ paragraphs: [String]) async throws -> Corpus {
        let folder = try TemporaryFolder()
        let lines = paragraphs.enumerated()
            .map { #"{"id": \#($0.offset), "text": "\#($0.element)"}"# }
        let path = try folder.write(lines.joined(separator: "\n"), to: "records.jsonl")
        return try await Loader().load(paths: [path])
    }

    /// The set of 5-character shingles of a text.
    static func shingles(_ text: String) -> Set<[Character]> {
        let characters = Array(text)
        guard characters.count >= 5 else { return [] }
        return Set((0...characters.count - 5).map { Array(characters[$0..<$0 + 5]) })
    }

    /// All pairs at or over a threshold, by the definition of Jaccard similarity.
    static func pairs(_ paragraphs: [String], threshold: Double) -> Set<[Int]> {
        let sets = paragraphs.map(shingles)
        var pairs: Set<[Int]> = []
        for a in sets.indices {
            for b in sets.indices where b > a {
                let shared = sets[a].intersection(sets[b]).count
                let all = sets[a].count + sets[b].count - shared
                let isCopy =
                    paragraphs[a] == paragraphs[b]
                    || (all > 0 && Double(shared) / Double(all) >= threshold)
                if isCopy { pairs.insert([a, b]) }
            }
        }
        return pairs
    }
}
