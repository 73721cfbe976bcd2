@_spi(Core) import LeitongCore
import TestSupport
import Testing

@testable import Leitong

/// Resemblance against the Jaccard similarity of sets of strings.
@Suite struct ResemblanceTests {
    private func resemblance(
        _ texts: [String],
        rule: ShingleRule = .characters(5),
        threads: Int = 1
    ) async throws -> Resemblance {
        let documents = texts.map { $0.unicodeScalars.map(\.value) }
        let stream = FoldedStream(documents)
        let units = documents.indices.map { stream.range(ofDocument: $0) }
        return try await Resemblance.resemblance(
            of: stream,
            units: units,
            rule: rule,
            context: RunContext(threads: threads)
        )
    }

    @Test(arguments: 0..<6 as Range<UInt64>)
    func isTheSimilarityOfTheSets(seed: UInt64) async throws {
        var texts = SampleTexts.paragraphs(count: 40, seed: seed)
        // Too short for a shingle, and empty.
        texts += ["甲乙丙", "甲乙丙", "甲乙", "", ""]
        let resemblance = try await resemblance(texts)
        let parallel = try await self.resemblance(texts, threads: 4)
        for a in texts.indices {
            for b in texts.indices {
                let (first, second) = (
                    SampleTexts.shingles(texts[a]), SampleTexts.shingles(texts[b])
                )
                let union = first.union(second).count
                let jaccard =
                    union == 0 ? 0 : Double(first.intersection(second).count) / Double(union)
                let value = resemblance(a, b)
                #expect((value == 1) == (texts[a] == texts[b]))
                if texts[a] != texts[b] { #expect(abs(value - jaccard) <= 0.0001) }
                #expect(value == resemblance(b, a))
                #expect(value == parallel(a, b))
            }
        }
    }

    /// Equal shingles of unlike texts, and one character of very many.
    @Test func whatIsNotEqualIsNotOne() async throws {
        let verse = "风吹草低见牛羊"
        let repeated = try await resemblance([verse + verse, verse + verse + verse])
        #expect(repeated(0, 1) == 0.9999)
        var generator = SplitMix64(seed: 8)
        let long = SampleTexts.paragraph(length: 120_000, using: &generator)
        let changed = try await resemblance([long, "甲" + long.dropFirst()])
        #expect(changed(0, 1) == 0.9999)
        #expect(changed(0, 0) == 1)
    }

    @Test func noShingleCrossesARedactionMark() async throws {
        let mark = String(decoding: [0xEF, 0xB7, 0x90] as [UInt8], as: UTF8.self)
        let texts = ["天地玄黄\(mark)宇宙洪荒", "天地玄黄宇宙洪荒", "天地玄黄\(mark)宇宙洪荒"]
        let resemblance = try await resemblance(texts)
        #expect(resemblance(0, 1) == 0)
        #expect(resemblance(0, 2) == 1)
    }

    /// Wide characters count twice, as the rule of the options says.
    @Test func widthDecides() async throws {
        let resemblance = try await resemblance(
            ["abcdefghij", "abcdefghik", "abcdefghi"],
            rule: .width(10)
        )
        #expect(resemblance(0, 1) == 0)
        #expect(resemblance(0, 2) == 0)
        #expect(resemblance(2, 2) == 1)
    }
}
