import Foundation
import Leitong
import LeitongFiles
import LeitongReport
import TestSupport
import Testing

/// Passages of 100 characters planted in unrelated text, edited at random; floors that may only rise.
@Suite struct PlantedPassagesTests {
    /// One plant: a text of the corpus and another document that holds an edited stretch of it.
    private struct Plant {
        var source: String
        var host: String
        /// Where the edited copy stands in the host, in Unicode scalars.
        var place: Range<Int>
    }

    /// Where every plant begins in its source, and in its host.
    private static let start = 150
    private static let length = 100
    private static let sourceLength = 400

    /// Stretches of the corpus's Chinese characters that do not overlap.
    private static func sources() throws -> [[Character]] {
        let folder = Project.corpus.appendingPathComponent("speeches")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        return try names.flatMap { name in
            let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
            let characters = Array(text.filter { ("\u{4E00}"..."\u{9FFF}").contains($0) })
            return stride(from: 0, through: characters.count - sourceLength, by: sourceLength)
                .map { Array(characters[$0..<$0 + sourceLength]) }
        }
    }

    /// Replaces, inserts and deletes characters, each third of the edits.
    private static func edit(
        _ text: some Sequence<Character>,
        rate: Double,
        from alphabet: [Character],
        using generator: inout SplitMix64
    ) -> [Character] {
        text.flatMap { character -> [Character] in
            guard Double.random(in: 0..<1, using: &generator) < rate else { return [character] }
            let other = alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
            return [[other], [character, other], []][Int.random(in: 0..<3, using: &generator)]
        }
    }

    private static func plants(rate: Double) throws -> [Plant] {
        var generator = SplitMix64(seed: 2023)
        let sources = try sources()
        let alphabet = Array(Set(sources.joined())).sorted()
        return sources.map { source in
            let copied = source[start..<start + length]
            let planted = edit(copied, rate: rate, from: alphabet, using: &generator)
            // The same characters in no order: as common, but nobody's text.
            let host = source.shuffled(using: &generator)
            return Plant(
                source: String(source),
                host: String(host[..<start] + planted + host[start...]),
                place: start..<start + planted.count
            )
        }
    }

    /// Share of plants of which more than half is told on both sides, and of reported characters
    /// between a plant's two documents that lie in the plant.
    private static func quality(rate: Double) async throws -> (recall: Double, precision: Double) {
        let plants = try plants(rate: rate)
        let folder = try TemporaryFolder()
        for (index, plant) in plants.enumerated() {
            try folder.write(plant.source, to: String(format: "%03d-a", index))
            try folder.write(plant.host, to: String(format: "%03d-b", index))
        }
        let corpus = try await Loader().load(paths: [folder.path])
        var options = ComparisonOptions()
        options.scope = .passages
        options.listsAllPairs = true
        let report = try await Finder(options: options)
            .find(in: corpus, context: RunContext(threads: 2))
        var (found, told, right) = (Set<Int>(), 0, 0)
        for (a, b) in joined(report.passages.filter { $0.matchClass == .copy }) {
            let names = [a, b].map { $0.document.suffix(5) }
            guard names[0].prefix(3) == names[1].prefix(3), let plant = Int(names[0].prefix(3))
            else { continue }
            let source = start..<start + length
            let inA = source.clamped(to: a.range).count
            let inB = plants[plant].place.clamped(to: b.range).count
            told += a.range.count + b.range.count
            right += inA + inB
            if 2 * inA > length, 2 * inB > plants[plant].place.count { found.insert(plant) }
        }
        return (Double(found.count) / Double(plants.count), Double(right) / Double(max(1, told)))
    }

    /// The places of passages, those of one copy joined: between its parts stands what was edited most.
    private static func joined(_ passages: [PassageMatch]) -> [(Place, Place)] {
        var places: [(Place, Place)] = []
        var positionOfChain: [Int: Int] = [:]
        for match in passages {
            guard let position = positionOfChain[match.chain] else {
                positionOfChain[match.chain] = places.count
                places.append((match.a, match.b))
                continue
            }
            places[position].0.range = hull(places[position].0.range, match.a.range)
            places[position].1.range = hull(places[position].1.range, match.b.range)
        }
        return places
    }

    @Test(arguments: [(0.0, 0.99), (0.1, 0.99), (0.2, 0.9), (0.3, 0.6)])
    func editedCopiesAreFound(rate: Double, floor: Double) async throws {
        let quality = try await Self.quality(rate: rate)
        #expect(quality.recall >= floor)
        #expect(quality.precision >= 0.97)
    }
}

/// The shortest range that holds two.
private func hull(_ first: Range<Int>, _ second: Range<Int>) -> Range<Int> {
    min(first.lowerBound, second.lowerBound)..<max(first.upperBound, second.upperBound)
}
