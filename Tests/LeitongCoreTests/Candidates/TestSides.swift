@_spi(Core) import LeitongCore
import TestSupport

/// Sides of a join drawn at random, and what they mean by the plain definition.
struct TestSides {
    var isAsked: [Bool]
    var isKnown: [Bool]

    var sides: JoinSides { JoinSides(of: TextSet(isAsked), against: TextSet(isKnown)) }

    /// Texts on one side, on the other, on both, and sometimes on neither.
    init(count: Int, using generator: inout SplitMix64) {
        let share = [0.05, 0.3, 0.5].randomElement(using: &generator) ?? 0.5
        isAsked = (0..<count).map { _ in Double.random(in: 0..<1, using: &generator) < share }
        isKnown = isAsked.map { isAsked in
            Double.random(in: 0..<1, using: &generator) < (isAsked ? 0.2 : 0.95)
        }
    }

    /// Whether one text is on one side and the other on the other.
    func joins(_ a: Int, _ b: Int) -> Bool {
        (isAsked[a] && isKnown[b]) || (isAsked[b] && isKnown[a])
    }

    /// Whether a pair is one across.
    func joins(_ pair: TextPair) -> Bool {
        joins(Int(pair.first), Int(pair.second))
    }
}
