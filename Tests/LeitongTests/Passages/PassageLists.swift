import LeitongCore
import LeitongReport
import LeitongStorage

@testable import Leitong

extension PassageList {
    /// A list of parts, in memory or in scratch files.
    init(_ parts: [Part], memoryLimit: Int? = nil) throws {
        var writer = Writer(budget: MemoryBudget(limit: memoryLimit))
        for part in parts { try writer.append(part) }
        self = try writer.finish()
    }

    /// A list of passages that were found together.
    init(_ found: [(passage: Passage, evidence: Evidence, matchClass: MatchClass)]) throws {
        var part = Part()
        for entry in found { part.append(entry.passage, entry.evidence, entry.matchClass) }
        try self.init([part])
    }
}
