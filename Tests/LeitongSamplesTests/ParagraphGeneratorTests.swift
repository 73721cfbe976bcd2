import Testing

@testable import LeitongSamples

@Suite struct ParagraphGeneratorTests {
    @Test func paragraphsDependOnSeedAndIndexAlone() throws {
        let generator = try CommittedCorpus.generator()
        let forward = (0..<300).map { generator.paragraph(at: $0) }
        let backward = (0..<300).reversed().map { generator.paragraph(at: $0) }
        #expect(forward == backward.reversed())
        let again = try CommittedCorpus.generator()
        #expect(again.paragraph(at: 9_999_999) == generator.paragraph(at: 9_999_999))
        let other = try CommittedCorpus.generator(seed: 2)
        #expect(other.paragraph(at: 0) != generator.paragraph(at: 0))
    }

    @Test func plantedSharesAreAsStated() throws {
        let generator = try CommittedCorpus.generator()
        var counts: [PlantedKind: Int] = [:]
        let total = 20_000
        for index in 0..<total {
            let paragraph = generator.paragraph(at: index)
            #expect((paragraph.origin == nil) == (paragraph.kind == nil))
            guard let kind = paragraph.kind, let origin = paragraph.origin else { continue }
            #expect(origin < index)
            counts[kind, default: 0] += 1
        }
        for (kind, share) in ParagraphGenerator.plantedShares {
            let expected = Double(total * share) / 10_000
            // Four standard errors of a binomial count.
            #expect(abs(Double(counts[kind, default: 0]) - expected) < 4 * expected.squareRoot())
        }
    }

    @Test func lengthsFollowOfficialProse() throws {
        let generator = try CommittedCorpus.generator()
        let base = (0..<5_000).map { generator.paragraph(at: $0) }.filter { $0.kind == nil }
        let lengths = base.map(\.text.unicodeScalars.count).sorted()
        let short = lengths.count { $0 < 12 }
        #expect(short > 0 && short < lengths.count / 30)
        #expect(lengths.allSatisfy { $0 < 12 || $0 >= 60 })
        #expect((165...195).contains(lengths[lengths.count / 2]))
        #expect(lengths.count { $0 <= 400 } * 100 >= lengths.count * 95)
        #expect(lengths.contains { $0 > 600 })
        #expect(lengths.allSatisfy { $0 <= 900 })
    }

    @Test func copiesAreWhatTheirKindSays() throws {
        let generator = try CommittedCorpus.generator()
        var seen = Set<PlantedKind>()
        for index in 0..<1_500 {
            let copy = generator.paragraph(at: index)
            guard let kind = copy.kind, let origin = copy.origin else { continue }
            let original = generator.paragraph(at: origin)
            #expect(original.kind == nil)
            Self.expect(copy.text, of: original.text, isOf: kind)
            seen.insert(kind)
        }
        #expect(seen.count == ParagraphGenerator.plantedShares.count)
    }

    @Test func unrelatedParagraphsAreUnlike() throws {
        let generator = try CommittedCorpus.generator()
        let sets = (0..<1_000).map { generator.paragraph(at: $0) }
            .filter { $0.kind == nil }.map { Self.shingles($0.text) }
        var greatest = 0.0
        for (order, first) in sets.enumerated() {
            for second in sets[(order + 1)...] {
                let shared = Self.sharedCount(first, second)
                let all = first.count + second.count - shared
                greatest = max(greatest, Double(shared) / Double(all))
            }
        }
        #expect(greatest < 0.3)
    }

    @Test func setPhrasesAreShared() throws {
        let generator = try CommittedCorpus.generator()
        let phrase = "坚持以人民为中心的发展思想"
        let holders = (0..<2_000).count { generator.paragraph(at: $0).text.contains(phrase) }
        #expect(holders > 20 && holders < 400)
    }

    @Test func rowsAreJSON() {
        let base = GeneratedParagraph(text: "甲\"乙\\丙\u{1}", origin: nil, kind: nil)
        #expect(base.jsonRow(id: 7) == #"{"id":7,"text":"甲\"乙\\丙\u0001"}"#)
        #expect(base.labelRow(id: 7) == nil)
        let copy = GeneratedParagraph(text: "甲", origin: 17, kind: .edited(percent: 5))
        #expect(
            copy.labelRow(id: 203) == #"{"type":"paragraph","a":"17","b":"203","kind":"edit-5"}"#
        )
    }

    @Test(arguments: ParagraphGenerator.plantedShares.map(\.kind) + [.traditional, .wrapped])
    func kindsAreReadBackFromTheirNames(kind: PlantedKind) {
        #expect(PlantedKind(rawValue: kind.rawValue) == kind)
    }

    private static func expect(_ copy: String, of original: String, isOf kind: PlantedKind) {
        let old = Array(original.unicodeScalars)
        let new = Array(copy.unicodeScalars)
        switch kind {
        case .exact:
            #expect(copy == original)
        case .edited(let percent):
            let asked = max(1, Int((Double(old.count * percent) / 100).rounded()))
            let distance = editDistance(old, new)
            #expect(distance <= asked && distance * 10 >= asked * 9)
        case .reordered:
            #expect(old.map(\.value).sorted() == new.map(\.value).sorted() && old != new)
        case .contained:
            let sets = (Set(shingles(original)), Set(shingles(copy)))
            let share = Double(sets.0.intersection(sets.1).count) / Double(sets.0.count)
            #expect(share > 0.4 && share < 0.95)
        default:
            Issue.record("\(kind) is not planted")
        }
    }

    /// Five-character shingles, each as one hash of its characters, sorted.
    private static func shingles(_ text: String) -> [UInt64] {
        let folded = PlainSimilarity.folded(text).map { UInt64($0.value) }
        guard folded.count >= 5 else { return [] }
        let packed = (0...folded.count - 5)
            .map { start in
                folded[start..<start + 5].reduce(0) { ($0 &* 0x9E37_79B9_7F4A_7C15) &+ $1 }
            }
        return Set(packed).sorted()
    }

    private static func sharedCount(_ first: [UInt64], _ second: [UInt64]) -> Int {
        var shared = 0
        var position = 0
        for shingle in first {
            while position < second.count, second[position] < shingle { position += 1 }
            if position < second.count, second[position] == shingle { shared += 1 }
        }
        return shared
    }
}
