import LeitongReport
import LeitongStorage
import TestSupport
import Testing

@testable import Leitong
@_spi(Core) @testable import LeitongCore

/// Texts that are no copies in three places or more, held to a dictionary of them.
@Suite struct RepeatedTextGroupsTests {
    /// What is told once.
    private struct Phrase: Hashable {
        var matchClass: MatchClass
        var text: [UInt32]
    }

    private struct Sample {
        var stream = FoldedStream()
        var found: [PassageRow] = []

        /// Documents made of a few phrases, and passages between places of one phrase.
        init(_ random: inout SplitMix64) {
            var texts: [[UInt32]] = []
            let phrases: [[UInt32]] = [[1, 2, 3], [1, 2, 3, 4], [5, 6, 7], [8, 9, 8, 9, 8]]
            var places: [[Int]] = Array(repeating: [], count: phrases.count)
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                var text: [UInt32] = []
                for _ in 0..<Int.random(in: 0...4, using: &random) {
                    let number = Int.random(in: 0..<phrases.count, using: &random)
                    places[number].append(texts.joined().count + text.count)
                    text += phrases[number] + [100]
                }
                texts.append(text)
            }
            stream = FoldedStream(texts)
            for (number, starts) in places.enumerated() {
                for (index, a) in starts.enumerated() {
                    for b in starts[(index + 1)...] where Int.random(in: 0..<3, using: &random) > 0
                    {
                        let isExact = Int.random(in: 0..<4, using: &random) > 0
                        let kinds: [PieceClass] = [.setPhrase, .setPhrase, .quotation, .copy]
                        found.append(
                            row(
                                a,
                                b,
                                phrases[number].count,
                                isExact,
                                kinds.randomElement(using: &random) ?? .copy
                            )
                        )
                    }
                }
            }
            found.shuffle(using: &random)
        }

        private func row(
            _ a: Int,
            _ b: Int,
            _ length: Int,
            _ isExact: Bool,
            _ pieceClass: PieceClass
        ) -> PassageRow {
            let equal = PassageRun(kind: .equal, aLength: 1, bLength: 1)
            let rest = PassageRun(kind: .changed, aLength: length - 1, bLength: length - 1)
            return PassageRow(
                passage: Passage(
                    aDocument: stream.document(at: a),
                    bDocument: stream.document(at: b),
                    a: a..<a + length,
                    b: b..<b + length,
                    runs: isExact
                        ? [PassageRun(kind: .equal, aLength: length, bLength: length)]
                        : [equal, rest]
                ),
                pieceClass: pieceClass,
                evidence: Evidence(rawBits: Float(length), bits: 1, documents: 2)
            )
        }

        /// The passages as a list.
        func list() throws -> PassageList {
            try PassageList(found)
        }

        /// What tells a phrase: an exact one that is no copy by its class and text.
        func phrase(_ entry: FoundPassage) -> Phrase? {
            guard entry.matchClass != .copy, entry.isExact else { return nil }
            let text = Array(stream.scalars[entry.passage.a])
            return Phrase(matchClass: entry.matchClass, text: text)
        }
    }

    @Test(arguments: 0..<120)
    func phrasesHoldAllPlacesOfOneText(seed: Int) async throws {
        var random = SplitMix64(seed: UInt64(seed))
        let sample = Sample(&random)
        var places: [Phrase: Set<Int>] = [:]
        let list = try sample.list()
        for entry in list.passages {
            guard let phrase = sample.phrase(entry) else { continue }
            places[phrase, default: []].insert(entry.passage.a.lowerBound)
            places[phrase, default: []].insert(entry.passage.b.lowerBound)
        }
        let told = places.filter { $0.value.count >= 3 }
        let groups = try await RepeatedTextGroups.groups(
            of: list,
            in: sample.stream,
            context: RunContext(
                threads: 1 + seed % 3,
                memory: MemoryBudget(limit: seed % 2 == 0 ? 0 : nil)
            )
        )
        #expect(groups.phrases.count == told.count)
        // In one order in every run: the page lists them as they come.
        for (phrase, next) in zip(groups.phrases, groups.phrases.dropFirst()) {
            #expect((phrase.starts[0], phrase.length) <= (next.starts[0], next.length))
        }
        for phrase in groups.phrases {
            let text = Array(sample.stream.scalars[phrase.starts[0]...].prefix(phrase.length))
            let key = Phrase(matchClass: phrase.matchClass, text: text)
            #expect(phrase.starts == told[key]?.sorted())
            let documents = Set(phrase.starts.map { sample.stream.document(at: $0) })
            #expect(phrase.documents == documents.count)
            #expect(phrase.rawBits == Float(text.count))
        }
        // What is not told so is left as it was, in its order.
        let left = list.passages.filter { entry in
            sample.phrase(entry).map { told[$0] == nil } ?? true
        }
        #expect(groups.list.passages.map(\.passage.a) == left.map(\.passage.a))
        #expect(groups.list.passages.map(\.passage.b) == left.map(\.passage.b))
        for (entry, same) in zip(groups.list.passages, left) {
            #expect(groups.list.runs(of: entry.passage).elementsEqual(list.runs(of: same.passage)))
        }
    }

    @Test func documentsAreCountedOnce() {
        let stream = FoldedStream(
            [4, 0, 3, 0, 0, 2].map { [UInt32](repeating: 1, count: $0) }
        )
        #expect(stream.documentCount(of: []) == 0)
        #expect(stream.documentCount(of: [0, 1, 3]) == 1)
        #expect(stream.documentCount(of: [3, 4, 6, 7]) == 3)
    }
}
