@_spi(Core) import LeitongCore
import LeitongReport
import TestSupport
import Testing

@testable import Leitong

/// Candidates of one side against the other, against brute force and against those of all with all.
@Suite struct CandidateStageTests {
    /// Paragraphs, each a document, and which of them are on the reference side.
    private struct Sample {
        var paragraphs: [String]
        var isReference: [Bool]

        /// Copies of all degrees, short texts that differ by one character, equal texts on both sides,
        /// and hubs: near-copies and forms, each far more than a bucket is expanded for.
        init(seed: UInt64, holdsHubs: Bool) {
            var random = SplitMix64(seed: seed)
            paragraphs = SampleTexts.paragraphs(count: 60, seed: seed)
            for _ in 0..<6 {
                let text = SampleTexts.paragraph(length: 14, using: &random)
                let edited = (0..<3)
                    .map { _ in
                        var other = Array(text)
                        other[Int.random(in: 0..<14, using: &random)] = "甲"
                        return String(other)
                    }
                paragraphs += [text, text] + edited
            }
            if holdsHubs {
                for rate in [0.01, 0.035] {
                    let base = SampleTexts.paragraph(length: 90, using: &random)
                    paragraphs += (0..<90)
                        .map { _ in SampleTexts.edited(base, rate: rate, using: &random) }
                }
            }
            paragraphs.shuffle(using: &random)
            let share = [0.03, 0.5, 0.97].randomElement(using: &random) ?? 0.5
            isReference = paragraphs.map { _ in Double.random(in: 0..<1, using: &random) < share }
        }

        func findings(
            _ rule: PairRule,
            isExact: Bool,
            threads: Int = 2
        ) async throws -> ParagraphFindings {
            var options = ComparisonOptions()
            options.isExact = isExact
            return try await ParagraphSearch(
                options: options,
                method: try options.candidateMethod(),
                expandsAll: true,
                pairRule: rule
            )
            .findings(
                in: try await SampleTexts.corpus(paragraphs).batch,
                context: RunContext(threads: threads)
            )
        }

        /// Which texts paragraphs of which sides hold, by their spelling.
        func joins(_ a: String, _ b: String) -> Bool {
            func sides(_ text: String) -> Set<Bool> {
                Set(paragraphs.indices.filter { paragraphs[$0] == text }.map { isReference[$0] })
            }
            let (ofA, ofB) = (sides(a), sides(b))
            return ofA.contains { ofB.contains(!$0) }
        }

        /// The pairs of texts across that are copies, by the definition.
        func truth(_ texts: [String]) -> [TextPair] {
            let sets = texts.map { SampleTexts.shingles($0) }
            return texts.indices.flatMap { a in
                texts.indices.dropFirst(a + 1)
                    .filter { b in
                        let common = sets[a].intersection(sets[b]).count
                        let union = sets[a].count + sets[b].count - common
                        return 10 * common >= 7 * union
                            || VerificationStageTests.isShortEdit(Array(texts[a]), Array(texts[b]))
                    }
                    .filter { joins(texts[a], texts[$0]) }
                    .map { TextPair(UInt32(a), UInt32($0)) }
            }
        }
    }

    @Test(arguments: 0..<4 as Range<UInt64>)
    func exactlyWhatBruteForceFindsAcross(seed: UInt64) async throws {
        let sample = Sample(seed: seed, holdsHubs: seed.isMultiple(of: 3))
        let found = try await sample.findings(.against(sample.isReference), isExact: true)
        let texts = found.texts.firstParagraphs.map { sample.paragraphs[Int($0)] }
        let truth = sample.truth(texts)
        #expect(found.edges.map(\.pair) == truth)
        #expect(!truth.isEmpty)
    }

    /// To the last pair, however they are nominated: by bands, too, nothing depends on whether the
    /// pairs of one side are looked for.
    @Test(arguments: 0..<4 as Range<UInt64>, [false, true])
    func whatASelfJoinFindsOfThePairsAcross(seed: UInt64, isExact: Bool) async throws {
        let sample = Sample(seed: seed &+ 20, holdsHubs: true)
        let all = try await sample.findings(.all, isExact: isExact)
        let texts = all.texts.firstParagraphs.map { sample.paragraphs[Int($0)] }
        let expected = all.edges.filter {
            sample.joins(texts[Int($0.pair.first)], texts[Int($0.pair.second)])
        }
        let rules = [sample.isReference, sample.isReference.map { !$0 }]
        for (threads, isReference) in zip([1, 3], rules) {
            let found = try await sample.findings(
                .against(isReference),
                isExact: isExact,
                threads: threads
            )
            #expect(found.edges == expected)
            #expect(found.partlyCompared.isEmpty)
        }
        #expect(expected.count < all.edges.count && !expected.isEmpty)
    }

    /// A list of pairs of documents has no sides, and is met by those of all with all.
    @Test func pairsThatAreListedAreThoseOfAllThatJoinThem() async throws {
        let sample = Sample(seed: 40, holdsHubs: false)
        let count = sample.paragraphs.count
        let partners = (0..<count).map { [count - 1 - $0] }
        let all = try await sample.findings(.all, isExact: true)
        let found = try await sample.findings(.listed(partners), isExact: true)
        let texts = found.texts
        let expected = all.edges.filter { edge in
            let others = Set(texts.occurrences(of: edge.pair.second))
            return texts.occurrences(of: edge.pair.first)
                .contains { others.contains(UInt32(count - 1) - $0) }
        }
        #expect(found.edges == expected)
    }

    @Test func aSideWithoutTextsHasNoCandidates() async throws {
        let sample = Sample(seed: 50, holdsHubs: true)
        for isExact in [false, true] {
            for side in [false, true] {
                let isReference = sample.paragraphs.map { _ in side }
                let found = try await sample.findings(.against(isReference), isExact: isExact)
                #expect(found.edges.isEmpty)
            }
        }
    }
}
