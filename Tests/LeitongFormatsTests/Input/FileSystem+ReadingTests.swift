import Foundation
import LeitongRun
import LeitongStorage
import TestSupport
import Testing

@testable import LeitongFormats
@testable import LeitongModel

@Suite struct FileSystemReadingTests {
    /// Lengths about the least that several threads share, and about where their pieces meet.
    @Test(arguments: [0, 1, (1 << 23) - 2, (1 << 23) - 1, 1 << 23, (1 << 23) + 1, 9_999_999])
    func threadsReadWhatOneReads(length: Int) throws {
        let folder = try TemporaryFolder()
        var random = SplitMix64(seed: UInt64(length))
        var bytes: [UInt8] = []
        bytes.reserveCapacity(length + 8)
        while bytes.count < length {
            let word = random.next()
            for shift in stride(from: 0, to: 64, by: 8) {
                bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(shift)))
            }
        }
        bytes.removeSubrange(length...)
        try folder.write("f", bytes)
        let file = InputFile(path: folder.path + "/f")
        for threads in [1, 2, 3, 7] {
            for limit in [ReadingLimits.longestDocument, 1 << 23] {
                let read = try FileSystem.contents(
                    of: file,
                    limit: limit,
                    context: RunContext(threads: threads)
                )
                // One more than the limit tells that there are more.
                #expect(read == Array(bytes.prefix(limit + 1)))
            }
        }
    }

    /// Files of the system say that they are empty, and are not.
    @Test func whatIsLongerThanItSaysIsReadWhole() throws {
        let file = InputFile(path: "/proc/self/maps")
        #expect(
            try FileSystem.contents(of: file, limit: 1 << 30, context: RunContext(threads: 2)).count
                > 100
        )
    }

    /// Only what is longer than its share leaves the heap, and it is the same there.
    @Test(arguments: [0, 1, 9, 10, 11, 3_000_000])
    func whatIsOverItsShareStandsInScratch(length: Int) throws {
        let folder = try TemporaryFolder()
        let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        try folder.write("f", bytes)
        let memory = MemoryBudget(limit: 1 << 20, directory: nil)
        let read = try FileSystem.bytes(
            of: InputFile(path: folder.path + "/f"),
            limit: 1 << 30,
            share: HeapShare(byteCount: 10, memory: memory),
            context: RunContext(threads: 2)
        )
        switch read {
        case .heap(let heap): #expect(length <= 10 && heap == bytes)
        case .scratch(let array): #expect(length > 10 && Array(array[...]) == bytes)
        }
    }

    @Test func whatIsNoFileIsToldApart() throws {
        let folder = try TemporaryFolder()
        folder.fifo("pipe")
        let paths = [
            (folder.path, EISDIR), (folder.path + "/pipe", ENXIO), (folder.path + "/0", ENOENT),
        ]
        for (path, number) in paths {
            let failure = #expect(throws: FileSystem.Failure.self) {
                try FileSystem.contents(of: InputFile(path: path), limit: 10)
            }
            #expect(failure?.number == number)
        }
    }
}
