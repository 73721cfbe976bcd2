import Dispatch
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// How much memory a run may take, and where it goes on beyond.
///
/// ```swift
/// let memory = MemoryBudget(limit: 2 << 30)
/// let report = try await Finder().find(in: corpus, context: RunContext(memory: memory))
/// print(memory.spilledBytes, "bytes went to scratch files")
/// ```
///
/// Of what the program does not need anyway (``leastLimit``), a quarter is for flat arrays
/// (`FlatArray`), the rest for all else and for what is read of scratch files. A writer that would
/// pass that quarter goes on in a scratch file. What is mapped from there counts as resident memory
/// once it was read, until ``relieve()`` gives it back to the system's cache.
public final class MemoryBudget: Sendable {
    /// Bytes the program means to stay under.
    public let limit: Int
    /// Folder that scratch files are made in.
    public let directory: String
    /// Bytes that flat arrays may take on the heap.
    let arrayLimit: Int
    private let state = Mutex(State())

    private struct State {
        var reserved = 0
        var spilledBytes = 0
        var spilledArrays = 0
        /// Length of each mapping by its address.
        var mappings: [UInt: Int] = [:]
        /// Relieves while there are mappings.
        var timer: (any DispatchSourceTimer)?
    }

    /// Least limit: what the program takes with next to no documents.
    ///
    /// Then all arrays spill.
    public static let leastLimit = 64 << 20

    /// Creates a budget.
    ///
    /// - Parameters:
    ///   - limit: Bytes the program means to stay under; three fifths of the machine's memory, or of
    ///     what its container grants, if `nil`.
    ///   - directory: Folder for scratch files; that of `TMPDIR`, or `/tmp`, if `nil`.
    public convenience init(limit: Int? = nil, directory: String? = nil) {
        let limit = limit ?? Self.standardLimit
        self.init(
            limit: limit,
            arrayLimit: Swift.max(0, limit - Self.leastLimit) / 4,
            directory: directory
        )
    }

    init(limit: Int, arrayLimit: Int, directory: String?) {
        self.limit = limit
        self.arrayLimit = arrayLimit
        self.directory = directory ?? Self.standardDirectory
    }

    /// What may be read anew from mappings before the next look.
    private static let margin = 24 << 20
    /// Mapped memory, the program's own code included, that is not worth giving back.
    private static let leastRelief = 40 << 20

    /// Three fifths of the memory there is.
    public static var standardLimit: Int { MachineMemory.byteCount / 5 * 3 }

    /// Where programs put what they need for a while.
    public static var standardDirectory: String {
        // Safe: the string is copied at once.
        let value = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? ""
        return value.isEmpty ? "/tmp" : value
    }

    /// Bytes of flat arrays on the heap.
    public var reservedBytes: Int { state.withLock { $0.reserved } }
    /// Bytes written to scratch files so far.
    public var spilledBytes: Int { state.withLock { $0.spilledBytes } }
    /// Arrays that went to scratch files so far.
    public var spilledArrays: Int { state.withLock { $0.spilledArrays } }

    /// Checks that a scratch file can be made, so that a wrong folder is an error before the work.
    ///
    /// - Throws: ``StorageError`` if none can be made there.
    public func checkDirectory() throws(StorageError) {
        _ = try ScratchFile(in: directory)
    }

    /// Gives mapped pages back to the system's cache if the program is near its limit.
    ///
    /// They are read again when needed, from the cache or from the disk. Costs microseconds where
    /// there is nothing to do. While anything is mapped, it happens every two milliseconds by
    /// itself: two threads can make a hundred megabytes resident in that time. Before a stage that
    /// needs much memory it can be called too, from any thread.
    public func relieve() {
        guard spilledBytes > 0, let resident = ResidentMemory.current,
            resident.byteCount > limit - Swift.max(limit / 8, Self.margin),
            resident.sharedByteCount > Self.leastRelief
        else { return }
        state.withLock { state in
            for (address, length) in state.mappings {
                // Safe: registered mappings exist, and are removed under this lock before they go.
                // Their pages are those of a file that is only read: dropping them loses nothing.
                _ = unsafe madvise(
                    UnsafeMutableRawPointer(bitPattern: address),
                    length,
                    MADV_DONTNEED
                )
            }
        }
    }

    /// Counts bytes on the heap, if they fit.
    func reserve(_ byteCount: Int) -> Bool {
        state.withLock { state in
            guard state.reserved + byteCount <= arrayLimit else { return false }
            state.reserved += byteCount
            return true
        }
    }

    /// Counts bytes on the heap no longer.
    func release(_ byteCount: Int) {
        state.withLock { $0.reserved -= byteCount }
    }

    /// Notes that an array goes on in a file.
    func noteSpilled() {
        state.withLock { $0.spilledArrays += 1 }
    }

    /// Notes that bytes were written.
    func noteWritten(_ byteCount: Int) {
        state.withLock { $0.spilledBytes += byteCount }
    }

    func register(mapping address: UInt, byteCount: Int) {
        state.withLock { state in
            state.mappings[address] = byteCount
            if state.timer == nil { state.timer = makeTimer() }
        }
    }

    /// A thread of its own: those that work may be long in one piece of it.
    private func makeTimer() -> any DispatchSourceTimer {
        let timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "leitong.memory"))
        timer.setEventHandler { [weak self] in self?.relieve() }
        timer.schedule(deadline: .now(), repeating: .milliseconds(2))
        timer.activate()
        return timer
    }

    func unregister(mapping address: UInt) {
        state.withLock { state in
            _ = state.mappings.removeValue(forKey: address)
            guard state.mappings.isEmpty else { return }
            state.timer?.cancel()
            state.timer = nil
        }
    }
}
