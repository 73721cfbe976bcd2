import TestSupport
import Testing

@_spi(Core) @testable import LeitongCore

/// Marked stretches, held to a list that says of each position which of them it lies in.
@Suite struct TextMaskTests {
    private static let length = 60

    /// Stretches that rise, some of which touch.
    private func ranges(_ random: inout SplitMix64) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var end = Int.random(in: 0...8, using: &random)
        while end < Self.length {
            let start = end
            end = Swift.min(Self.length, start + Int.random(in: 1...9, using: &random))
            ranges.append(start..<end)
            end += Int.random(in: 0..<4, using: &random) * Int.random(in: 0...4, using: &random)
        }
        return ranges
    }

    /// Number of the stretch that each position lies in.
    private func numbers(_ ranges: [Range<Int>]) -> [Int?] {
        (0..<Self.length + 5).map { position in ranges.firstIndex { $0.contains(position) } }
    }

    @Test(arguments: 0..<60)
    func answersAreThoseOfASetOfPositions(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let ranges = ranges(&random)
        let mask = TextMask(ranges)
        let numbers = numbers(ranges)
        #expect(mask.isEmpty == ranges.isEmpty && mask.ranges == ranges)
        for start in numbers.indices {
            #expect(mask.contains(start) == (numbers[start] != nil))
            for end in start + 1...numbers.count {
                let range = start..<end
                let own = numbers[range]
                #expect(mask.count(in: range) == own.count { $0 != nil })
                #expect(mask.rangeCount(in: range) == Set(own.compactMap(\.self)).count)
                #expect(
                    mask.hasRange(holding: range)
                        == (own.first.map { first in
                            first != nil && own.allSatisfy { $0 == first }
                        } ?? false)
                )
                var borders: [Int] = []
                mask.appendBorders(inside: range, to: &borders)
                let expected = range.dropFirst().filter { numbers[$0 - 1] != numbers[$0] }
                #expect(Set(borders) == Set(expected))
            }
        }
    }

    @Test func emptyStretchesMarkNothing() {
        var mask = TextMask([3..<3])
        #expect(mask.isEmpty)
        mask.append(4..<6)
        mask.append(6..<6)
        mask.append(6..<9)
        #expect(mask.ranges == [4..<6, 6..<9])
        // Two that touch are two.
        #expect(!mask.hasRange(holding: 5..<7))
        #expect(mask.rangeCount(in: 0..<20) == 2)
    }

    /// Of several marks the first of them counts: template, common, bibliography, quoted.
    @Test(arguments: 0..<30)
    func theFirstMarkCounts(seed: UInt64) {
        var random = SplitMix64(seed: seed &+ 200)
        let all = (0..<4).map { _ in ranges(&random) }
        var masks = TextMasks()
        #expect(masks.isEmpty && masks.mark(at: 3) == .none)
        masks.template = TextMask(all[0])
        masks.common = TextMask(all[1])
        masks.bibliography = TextMask(all[2])
        masks.quoted = TextMask(all[3])
        let order: [TextMark] = [.template, .common, .bibliography, .quoted, .none]
        let marks = (0..<Self.length + 5)
            .map { position in
                let first = all.firstIndex { $0.contains { $0.contains(position) } }
                return order[first ?? 4]
            }
        for position in marks.indices {
            #expect(masks.mark(at: position) == marks[position])
            let end = Swift.min(marks.count, position + Int.random(in: 1...20, using: &random))
            let range = position..<end
            #expect(masks.touch(range) == marks[range].contains { $0 != .none })
            // Wherever the mark changes there is a border.
            var borders: [Int] = []
            masks.appendBorders(inside: range, to: &borders)
            let changes = range.dropFirst().filter { marks[$0 - 1] != marks[$0] }
            #expect(Set(changes).isSubset(of: borders))
            #expect(borders.allSatisfy { range.lowerBound < $0 && $0 < range.upperBound })
        }
    }
}
