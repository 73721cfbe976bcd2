import LeitongReport
import TestSupport
import Testing

@testable import Leitong

/// What of a unit stands in others, held to sets of positions.
@Suite struct UnitCoverageTests {
    private static let classes: [MatchClass] = [
        .copy, .copy, .setPhrase, .quotation, .common, .template,
    ]

    /// Stretches of a unit in two others, some of which overlap or go on on one diagonal.
    private func stretches(_ random: inout SplitMix64) -> [SharedStretches.Stretch] {
        var stretches: [SharedStretches.Stretch] = []
        for _ in 0..<Int.random(in: 0...14, using: &random) {
            let start = Int.random(in: 0...90, using: &random)
            let diagonal = [100, 100, 130, 175].randomElement(using: &random) ?? 100
            stretches.append(
                .init(
                    unit: 0,
                    source: Int.random(in: 1...2, using: &random),
                    range: start..<start + Int.random(in: 1...25, using: &random),
                    otherStart: start + diagonal,
                    matchClass: Self.classes.randomElement(using: &random) ?? .copy
                )
            )
        }
        return stretches.sorted { $0.precedes($1) }
    }

    @Test(arguments: 0..<200)
    func figuresAreThoseOfSetsOfPositions(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let all = stretches(&random)
        let covered = UnitCoverage.measure(all, UnitRanges.none)
        #expect(Set(covered.keys) == Set(all.map(\.source)))
        for (source, coverage) in covered {
            let own = all.filter { $0.source == source && $0.matchClass != .template }
            let copies = own.filter(\.isCopy)
            #expect(coverage.shared == Set(own.flatMap(\.range)).count)
            #expect(coverage.copied == Set(copies.flatMap(\.range)).count)
            #expect(coverage.longest == longest(copies))
            #expect(!coverage.holdsWidespreadCopies)
        }
    }

    /// The longest run of characters that copies put side by side, one after the other.
    private func longest(_ copies: [SharedStretches.Stretch]) -> Int {
        var aligned: Set<[Int]> = []
        for copy in copies {
            for offset in 0..<copy.range.count {
                aligned.insert([copy.range.lowerBound + offset, copy.otherStart + offset])
            }
        }
        var longest = 0
        for pair in aligned where !aligned.contains([pair[0] - 1, pair[1] - 1]) {
            var length = 1
            while aligned.contains([pair[0] + length, pair[1] + length]) { length += 1 }
            longest = Swift.max(longest, length)
        }
        return longest
    }

    /// Of text in very many places the longest run is not known here.
    @Test func copiesInManyPlacesAreSaidToBeThere() {
        func measure(_ matchClass: MatchClass) -> UnitCoverage? {
            let stretch = SharedStretches.Stretch(
                unit: 0,
                source: 1,
                range: 3..<20,
                otherStart: SharedStretches.Stretch.manyPlaces,
                matchClass: matchClass
            )
            return UnitCoverage.measure([stretch], UnitRanges.none)[1]
        }
        #expect(measure(.copy)?.holdsWidespreadCopies == true)
        #expect(measure(.copy)?.copied == 17)
        #expect(measure(.common)?.holdsWidespreadCopies == false)
        #expect(measure(.common)?.shared == 17 && measure(.common)?.copied == 0)
        #expect(measure(.template)?.shared == 0)
    }
}
