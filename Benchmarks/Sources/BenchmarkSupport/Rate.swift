import Benchmark

/// What a benchmark's speed is told in: a row of the table in the words of the budgets.
///
/// The table holds integers only, so the time of a shingle or a character is told in picoseconds.
package enum Rate: String, Sendable {
    /// Paragraphs a second.
    case paragraphs = "Paragraphs"
    /// Time of a shingle.
    case shingles = "Time of a shingle"
    /// Time of a character.
    case characters = "Time of a character"
    /// Background models a second.
    case models = "Models"
    /// Updates of a signature value by a shingle, in millions a second.
    case updates = "Million updates"
    /// Entries of a band, in thousands a second.
    case entries = "Thousand entries"
    /// Pairs of texts a second.
    case pairs = "Pairs"
    /// Bytes of text, in millions a second.
    case bytes = "Megabytes"

    /// Row of the speed by the clock on the wall.
    var row: BenchmarkMetric { row(second: "s") }

    /// Row of the speed by the processor time of all threads: steadier on a busy machine.
    var processorRow: BenchmarkMetric { row(second: "CPU s") }

    private func row(second: String) -> BenchmarkMetric {
        let isTime = self == .shingles || self == .characters
        return .custom(
            isTime ? "\(rawValue) (ps of \(second))" : "\(rawValue) / \(second)",
            polarity: isTime ? .prefersSmaller : .prefersLarger,
            useScalingFactor: false
        )
    }

    /// The figure for a number of things done in a time.
    func figure(count: Int, seconds: Double) -> Int {
        let perSecond = Double(count) / seconds
        return switch self {
        case .paragraphs, .pairs, .models: Int(perSecond)
        case .entries: Int(perSecond / 1e3)
        case .updates, .bytes: Int(perSecond / 1e6)
        case .shingles, .characters: Int(1e12 / perSecond)
        }
    }
}
