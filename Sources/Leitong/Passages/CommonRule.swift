@_spi(Core) import LeitongCore

/// When a text is common: when more than a share of the units hold it, where there are enough.
///
/// Where documents are compared with others, those on either side are counted by themselves: what
/// most of either hold is common.
struct CommonRule: Sendable {
    /// Units from which on a side has common text: of fewer, those that copied one source would be
    /// most.
    static let leastUnits = 5
    /// More units than there are.
    private static let unlimited = Int(UInt32.max)

    /// Side of each unit; `nil` for what stands before the first speech of a compiled document.
    private let sides: [Int?]
    /// Units of a side that may hold a text that is not common.
    private let limits: [Int]

    /// Creates a rule.
    ///
    /// - Parameters:
    ///   - sides: Side of each unit, 0 or 1; `nil` for one that is not counted.
    ///   - share: Share of the units of a side that a text must exceed.
    init(sides: [Int?], share: Double) {
        self.sides = sides
        limits = [0, 1]
            .map { side in
                let count = sides.count { $0 == side }
                return count < Self.leastUnits ? Self.unlimited : Int(share * Double(count))
            }
    }

    /// Whether no text can be common.
    var isIdle: Bool { limits.allSatisfy { $0 == Self.unlimited } }

    /// Fewest units that may hold a common text.
    var leastHolders: Int { (limits.min() ?? Self.unlimited) + 1 }

    /// Whether a text is common.
    ///
    /// - Parameter units: The units that hold it, each once.
    /// - Returns: Whether more units of one side hold it than may hold text of their own.
    func isCommon(heldBy units: some Sequence<Int>) -> Bool {
        var counts = [0, 0]
        for unit in units {
            if let side = sides[unit] { counts[side] += 1 }
        }
        return counts[0] > limits[0] || counts[1] > limits[1]
    }
}

extension CommonRule {
    /// The rule for the units of a corpus.
    init(_ corpus: Corpus, pairRule: PairRule, share: Double) {
        let sides = corpus.units.indices.map { unit -> Int? in
            if corpus.units.isPreamble(unit) { return nil }
            guard case .against(let isReference) = pairRule else { return 0 }
            return isReference[corpus.units.document(ofUnit: unit)] ? 1 : 0
        }
        self.init(sides: sides, share: share)
    }
}
