import TestSupport
import Testing

@testable import Leitong

/// Flat requests, held to a list of what was asked for.
@Suite struct PlaceRequestsTests {
    private struct Asked: Equatable {
        var range: Range<Int>
        var document: Int
        var runs: [Int]
        var wantsText: Bool
        var asksForMarks: Bool
    }

    private func asked(_ random: inout SplitMix64) -> Asked {
        let start = Int.random(in: 0..<4_000_000_000, using: &random)
        return Asked(
            range: start..<start + Int.random(in: 1...99, using: &random),
            document: Int.random(in: 0..<5, using: &random),
            runs: (0..<Int.random(in: 0...3, using: &random))
                .map { _ in Int.random(in: 0...40, using: &random) },
            wantsText: Bool.random(using: &random),
            asksForMarks: Bool.random(using: &random)
        )
    }

    @Test(arguments: 0..<50) func requestsComeBackInOrder(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var all: [Asked] = []
        var parts: [PlaceRequests] = []
        for _ in 0..<4 {
            var part = PlaceRequests()
            for _ in 0..<Int.random(in: 0...4, using: &random) {
                var asked = asked(&random)
                if asked.runs.isEmpty { asked.wantsText = false }
                all.append(asked)
                part.append(
                    asked.range,
                    of: asked.document,
                    asksForMarks: asked.asksForMarks,
                    runs: asked.runs.map { .init($0, wantsText: asked.wantsText) }
                )
            }
            parts.append(part)
        }
        var requests = PlaceRequests()
        requests.append(Array(parts.prefix(1)))
        requests.append(Array(parts.dropFirst()))
        let found = requests.requests.map { request in
            Asked(
                range: request.range,
                document: request.document,
                runs: requests.runs[request.runs].map(\.length),
                wantsText: request.wantsText,
                asksForMarks: request.asksForMarks
            )
        }
        #expect(found == all)
        let (numbers, starts) = requests.byDocument(count: 5)
        for document in 0..<5 {
            let own = all.indices.filter { all[$0].document == document }
            #expect(numbers[starts[document]..<starts[document + 1]].map { Int($0) } == own)
        }
    }
}
