import TestSupport
import Testing

@testable import LeitongFormats
@testable import LeitongModel

@Suite struct FileSystemTests {
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
                let read = try FileSystem.contents(of: file, limit: limit, threads: threads)
                // One more than the limit tells that there are more.
                #expect(read == Array(bytes.prefix(limit + 1)))
            }
        }
    }

    /// Files of the system say that they are empty, and are not.
    @Test func whatIsLongerThanItSaysIsReadWhole() throws {
        let file = InputFile(path: "/proc/self/maps")
        #expect(try FileSystem.contents(of: file, limit: 1 << 30, threads: 2).count > 100)
    }
}
