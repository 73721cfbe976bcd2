import TestSupport

@testable import Leitong

/// What must be removed, by the definition: over all units, best first, each against all that stay.
struct PlainDeduplication {
    /// One document or paragraph.
    struct Unit {
        var text: String
        /// Larger is later; `nil` is unknown.
        var date: Int?
    }

    private let units: [Unit]
    private let sets: [Set<[Character]>]
    private let threshold: Double

    init(_ units: [Unit], threshold: Double) {
        self.units = units
        self.threshold = threshold
        sets = units.map { SampleTexts.shingles($0.text) }
    }

    /// Jaccard similarity; 1 for equal texts.
    func similarity(_ a: Int, _ b: Int) -> Double {
        if units[a].text == units[b].text { return 1 }
        let shared = sets[a].intersection(sets[b]).count
        let all = sets[a].count + sets[b].count - shared
        return all == 0 ? 0 : Double(shared) / Double(all)
    }

    /// Positions of the units that stay.
    func kept(by rule: KeepRule) -> Set<Int> {
        let order = units.indices.sorted { a, b in
            switch rule {
            case .first: return a < b
            case .longest: return (-units[a].text.count, a) < (-units[b].text.count, b)
            case .earliest:
                return (units[a].date ?? .max, a) < (units[b].date ?? .max, b)
            }
        }
        var kept: [Int] = []
        for unit in order where !kept.contains(where: { similarity($0, unit) >= threshold }) {
            kept.append(unit)
        }
        return Set(kept)
    }
}
