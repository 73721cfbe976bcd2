import LeitongCore
import LeitongReport
import LeitongStorage

/// Passages and their runs, in flat arrays that may lie in scratch files.
struct PassageList: Sendable {
    /// The passages.
    let passages: FlatArray<FoundPassage>
    fileprivate let runs: FlatArray<PassageRun>

    /// Some passages, found apart.
    struct Part: Sendable {
        fileprivate var passages: [FoundPassage] = []
        fileprivate var runs: [PassageRun] = []

        /// Adds a passage.
        mutating func append(_ passage: Passage, _ evidence: Evidence, _ matchClass: MatchClass) {
            let kept = KeptPassage(passage, firstRun: runs.count)
            passages.append(FoundPassage(kept, evidence, matchClass))
            runs.append(contentsOf: passage.runs)
        }
    }

    /// Joins parts, in order.
    struct Writer: ~Copyable {
        private var passages: FlatArrayWriter<FoundPassage>
        private var runs: FlatArrayWriter<PassageRun>

        init(budget: MemoryBudget) {
            passages = FlatArrayWriter(budget: budget)
            runs = FlatArrayWriter(budget: budget)
        }

        mutating func append(_ part: Part) throws {
            let base = UInt32(runs.count)
            let moved = part.passages.map { found in
                var found = found
                found.passage.firstRun += base
                return found
            }
            try passages.append(moved.span)
            try runs.append(part.runs.span)
        }

        consuming func finish() throws -> PassageList {
            PassageList(passages: try passages.finish(), runs: try runs.finish())
        }
    }

    /// The list without some passages; what they were made of stays.
    ///
    /// - Throws: `StorageError` where there is no room for what is left.
    func removing(
        budget: MemoryBudget,
        where isSuperfluous: (Int) -> Bool
    ) throws -> PassageList {
        var kept = FlatArrayWriter<FoundPassage>(budget: budget)
        for index in passages.indices where !isSuperfluous(index) {
            try kept.append(passages[index])
        }
        return PassageList(passages: try kept.finish(), runs: runs)
    }

    /// What agrees in a passage of the list and what does not, in order.
    func runs(of passage: KeptPassage) -> Slice<FlatArray<PassageRun>> {
        let first = Int(passage.firstRun)
        return runs[first..<first + passage.runCount]
    }
}

/// The passages of a list with their final class.
struct ClassifiedPassages: RandomAccessCollection, Sendable {
    let list: PassageList
    /// Whether each is a quotation, whatever else it was taken for.
    let isQuotation: [Bool]

    var startIndex: Int { 0 }
    var endIndex: Int { list.passages.count }

    subscript(position: Int) -> FoundPassage {
        var found = list.passages[position]
        if isQuotation[position] { found.matchClass = .quotation }
        return found
    }
}
