import LeitongReport
import LeitongStorage

@testable import Leitong
@_spi(Core) @testable import LeitongCore

extension PassageList {
    /// A list of parts, in memory or in scratch files.
    init(_ parts: [Part], memoryLimit: Int? = nil) throws {
        var writer = Writer(budget: MemoryBudget(limit: memoryLimit))
        for part in parts { try writer.append(part) }
        self = try writer.finish()
    }

    /// A list of passages, each a copy of its own.
    init(_ rows: [PassageRow]) throws {
        var part = Part()
        for row in rows { part.append([row]) }
        try self.init([part])
    }
}
