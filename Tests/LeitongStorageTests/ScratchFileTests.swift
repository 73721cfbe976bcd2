import Foundation
import TestSupport
import Testing

@testable import LeitongStorage

struct ScratchFileTests {
    @Test func isReadAsItWasWritten() throws {
        let folder = try TemporaryFolder()
        let file = try ScratchFile(in: folder.path)
        let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        for part in [bytes[..<1], bytes[1..<70_000], bytes[70_000...]] {
            try unsafe part.withUnsafeBytes { try unsafe file.append($0) }
        }
        #expect(file.byteCount == bytes.count)
        for range in [0..<0, 0..<1, 69_999..<70_001, 0..<100_000] {
            var copy = [UInt8](repeating: 0, count: range.count)
            let isRead = unsafe copy.withUnsafeMutableBytes {
                unsafe file.read(from: range.lowerBound, to: $0)
            }
            #expect(isRead && copy[...] == bytes[range])
        }
    }

    @Test func readingBeyondTheEndFails() throws {
        let file = try ScratchFile(in: MemoryBudget.standardDirectory)
        var copy: [UInt8] = [1]
        let isRead = unsafe copy.withUnsafeMutableBytes { unsafe file.read(from: 0, to: $0) }
        #expect(!isRead)
    }

    /// A file without a name: a program that is killed leaves nothing behind.
    @Test func hasNoName() throws {
        let folder = try TemporaryFolder()
        let file = try ScratchFile(in: folder.path)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
        #expect(file.byteCount == 0)
    }
}
