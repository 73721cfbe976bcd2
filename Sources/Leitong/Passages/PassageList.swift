@_spi(Core) import LeitongCore
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
        fileprivate var chainCount = 0

        /// Adds the passages that one copy explains.
        mutating func append(_ rows: [PassageRow]) {
            guard !rows.isEmpty else { return }
            for row in rows {
                let kept = KeptPassage(row.passage, firstRun: runs.count)
                passages.append(FoundPassage(row, kept, chain: chainCount))
                runs.append(contentsOf: row.passage.runs)
            }
            chainCount += 1
        }
    }

    /// Joins parts, in order.
    struct Writer: ~Copyable {
        private var passages: FlatArrayWriter<FoundPassage>
        private var runs: FlatArrayWriter<PassageRun>
        private var chainCount = 0

        init(budget: MemoryBudget) {
            passages = FlatArrayWriter(budget: budget)
            runs = FlatArrayWriter(budget: budget)
        }

        mutating func append(_ part: Part) throws {
            let base = UInt32(runs.count)
            let moved = part.passages.map { found in
                var found = found
                found.passage.firstRun += base
                found.chain += UInt32(chainCount)
                return found
            }
            chainCount += part.chainCount
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
