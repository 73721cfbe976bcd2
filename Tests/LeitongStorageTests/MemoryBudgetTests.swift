import Testing

@testable import LeitongStorage

struct MemoryBudgetTests {
    @Test func arraysMayTakeAQuarterOfWhatIsOverTheLeast() {
        let least = MemoryBudget.leastLimit
        #expect(MemoryBudget(limit: least).arrayLimit == 0)
        #expect(MemoryBudget(limit: least - 1).arrayLimit == 0)
        #expect(MemoryBudget(limit: least + 400).arrayLimit == 100)
        #expect(MemoryBudget().limit == MemoryBudget.standardLimit)
        #expect(MemoryBudget.standardLimit < MachineMemory.byteCount)
    }

    @Test func whatIsReservedIsCounted() {
        let budget = MemoryBudget(limit: 0, arrayLimit: 100, directory: nil)
        #expect(budget.reserve(60))
        #expect(!budget.reserve(41), "one more than fits")
        #expect(budget.reservedBytes == 60)
        #expect(budget.reserve(40))
        budget.release(100)
        #expect(budget.reservedBytes == 0)
    }

    /// What is given back is read again, as it was.
    @Test func reliefChangesNoByte() throws {
        // Every program is over this limit.
        let budget = MemoryBudget(limit: 1, arrayLimit: 0, directory: nil)
        var writer = FlatArrayWriter<UInt64>(budget: budget)
        let elements = (0..<8_000_000).map { UInt64($0) &* 0x9E37_79B9_7F4A_7C15 }
        try writer.append(elements.span)
        let array = try writer.finish()
        #expect(budget.spilledBytes == 64_000_000)
        for _ in 0..<3 {
            #expect(array.elementsEqual(elements))
            budget.relieve()
        }
    }

    @Test func aWrongFolderIsAnErrorBeforeTheWork() {
        #expect(throws: StorageError.self) {
            try MemoryBudget(directory: "/nowhere").checkDirectory()
        }
        #expect(throws: Never.self) { try MemoryBudget().checkDirectory() }
    }
}
