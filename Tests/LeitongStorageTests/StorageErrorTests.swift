import Foundation
import TestSupport
import Testing

@testable import LeitongStorage

/// What goes wrong with scratch space is an error with its reason, and leaves nothing behind.
struct StorageErrorTests {
    @Test func sayWhereAndWhy() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("", to: "file")
        #expect(reason(in: file) == .noFolder)
        #expect(reason(in: folder.path + "/missing") == .noFolder)
        #expect(reason(in: folder.path) == nil)
        let error = StorageError(directory: "/x", systemNumber: ENOSPC)
        #expect(error.description == "scratch space in /x: there is no space left")
        #expect(StorageError(directory: "/x", systemNumber: EIO).description.hasSuffix("error)"))
        #expect(StorageError(directory: "/x", systemNumber: EACCES).reason == .noPermission)
    }

    #if os(Linux)
    /// Nobody may make files there, root neither.
    @Test func refusedFolder() {
        #expect(reason(in: "/proc") != nil)
    }
    #endif

    private func reason(in directory: String) -> StorageError.Reason? {
        do throws(StorageError) {
            try MemoryBudget(limit: 0, directory: directory).checkDirectory()
            return nil
        } catch {
            return error.reason
        }
    }

    @Test func scratchFilesHaveNoName() throws {
        let folder = try TemporaryFolder()
        let budget = MemoryBudget(limit: 0, arrayLimit: 0, directory: folder.path)
        var writer = FlatArrayWriter<UInt8>(budget: budget)
        try writer.append([UInt8](repeating: 7, count: 1 << 20).span)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
        let array = try writer.finish()
        #expect(array.isSpilled)
        #expect(array.count == 1 << 20)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }

    @Test func standardsAreSensible() {
        #expect(MemoryBudget.standardLimit >= MemoryBudget.leastLimit)
        #expect(MachineMemory.byteCount > MemoryBudget.standardLimit)
        #if os(Linux)
        #expect((ResidentMemory.current?.byteCount ?? 0) > 1 << 20)
        #endif
    }
}
