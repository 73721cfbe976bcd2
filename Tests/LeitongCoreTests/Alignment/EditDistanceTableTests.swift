import TestSupport
import Testing

@_spi(Core) @testable import LeitongCore

@Suite struct EditDistanceTableTests {
    /// The steps by the table of all distances, of equally cheap ones the first.
    private func plainSteps(_ a: [UInt32], _ b: [UInt32]) -> [EditDistanceTable.Step] {
        var costs = [[Int]](
            repeating: [Int](repeating: 0, count: b.count + 1),
            count: a.count + 1
        )
        func steps(_ row: Int, _ column: Int) -> [(cost: Int, step: EditDistanceTable.Step)] {
            var steps: [(cost: Int, step: EditDistanceTable.Step)] = []
            if row > 0, column > 0 {
                let isEqual = a[row - 1] == b[column - 1]
                let cost = costs[row - 1][column - 1] + (isEqual ? 0 : 1)
                steps.append((cost, isEqual ? .equal : .replace))
            }
            if row > 0 { steps.append((costs[row - 1][column] + 1, .delete)) }
            if column > 0 { steps.append((costs[row][column - 1] + 1, .insert)) }
            return steps
        }
        for row in 0...a.count {
            for column in 0...b.count {
                costs[row][column] = steps(row, column).map(\.cost).min() ?? 0
            }
        }
        var (row, column) = (a.count, b.count)
        var result: [EditDistanceTable.Step] = []
        while let best = steps(row, column).first(where: { $0.cost == costs[row][column] }) {
            result.append(best.step)
            if best.step != .insert { row -= 1 }
            if best.step != .delete { column -= 1 }
        }
        return result
    }

    @Test(arguments: 0..<300) func takesTheStepsOfTheTable(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let letters = UInt32.random(in: 1...9, using: &generator)
        let limits = seed % 3 == 0 ? [64, 150] : [12, 12]
        let texts = limits.map { limit in
            (0..<Int.random(in: 0...limit, using: &generator))
                .map { _ in UInt32.random(in: 0..<letters, using: &generator) }
        }
        let (a, b) = (texts[0], texts[1])
        var table = EditDistanceTable()
        // Buffers that held other texts before.
        let other = a.prefix(5).map { $0 + 1 }
        table.fill(other.span, b.span)
        table.fill(a.span, b.span)
        var steps: [EditDistanceTable.Step] = []
        table.trace(a.span, b.span) { steps.append($0) }
        #expect(steps == plainSteps(a, b), "\(texts)")
    }

    @Test func aTextOfSixtyFourScalarsHasRoom() {
        let text = (0..<64).map { UInt32($0) }
        var table = EditDistanceTable()
        table.fill(text.span, text.span)
        var steps: [EditDistanceTable.Step] = []
        table.trace(text.span, text.span) { steps.append($0) }
        #expect(steps == [EditDistanceTable.Step](repeating: .equal, count: 64))
    }
}
