import TestSupport
import Testing

@testable import LeitongFormats
@testable import LeitongModel

@Suite struct ArchiveBudgetTests {
    @Test func allThatIsUnpackedIsCounted() throws {
        var budget = ArchiveBudget(ReadingLimits(unpackedBytes: 2 << 20), size: 1 << 20)
        try budget.spend(1 << 20)
        try budget.spend(1 << 20)
        let failure = #expect(throws: ExtractionFailure.self) { try budget.spend(1) }
        #expect(failure == ExtractionFailure(.archiveLimit, "unpacks to more than 2 MiB"))
    }

    @Test func theRatioCountsBeyondWhatIsFree() throws {
        let hints = ReadingHints([.unpackedRatio: "-r"])
        var budget = ArchiveBudget(ReadingLimits(unpackedRatio: 2), hints: hints, size: 1 << 20)
        try budget.spend(ReadingLimits.freeUnpackedBytes)
        let failure = #expect(throws: ExtractionFailure.self) { try budget.spend(1) }
        #expect(failure?.message == "unpacks to more than 2 times its size (-r)")
        // What is no more than twice as long may be long.
        var large = ArchiveBudget(ReadingLimits(unpackedRatio: 2), size: 20 << 20)
        try large.spend(39 << 20)
    }

    @Test func archivesLieOnlySoDeep() throws {
        var budget = ArchiveBudget(ReadingLimits(archiveDepth: 2), size: 1)
        try budget.enter()
        try budget.enter()
        #expect(throws: ExtractionFailure.self) { try budget.enter() }
        budget.leave()
        try budget.enter()
        #expect(budget.depth == 2)
    }

    @Test func entriesOfNothingCount() throws {
        var budget = ArchiveBudget(.init(), size: 1)
        for _ in 0..<ArchiveBudget.entryLimit { try budget.countEntry() }
        #expect(throws: ExtractionFailure.self) { try budget.countEntry() }
    }
}
