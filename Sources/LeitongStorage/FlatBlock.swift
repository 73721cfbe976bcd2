#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Memory that the elements of a flat array lie in.
@safe
@usableFromInline
class FlatBlock {
    /// First byte.
    fileprivate(set) var address: UnsafeMutableRawPointer

    fileprivate init(_ address: UnsafeMutableRawPointer) {
        unsafe self.address = unsafe address
    }
}

/// A block on the heap that can grow, counted in a budget.
final class HeapBlock: FlatBlock {
    /// Bytes.
    private(set) var byteCount = 1
    private let budget: MemoryBudget?

    init(budget: MemoryBudget?) {
        self.budget = budget
        unsafe super.init(Self.allocate(nil, 1))
    }

    deinit {
        unsafe free(address)
        budget?.release(byteCount - 1)
    }

    /// Makes the block longer, if the budget allows.
    func grow(to newCount: Int) -> Bool {
        guard let budget, budget.reserve(newCount - byteCount) else { return false }
        unsafe address = unsafe Self.allocate(address, newCount)
        byteCount = newCount
        return true
    }

    /// Makes the block as long as said, whatever the budget says.
    func resize(to newCount: Int) {
        let newCount = Swift.max(1, newCount)
        budget?.release(byteCount - newCount)
        // Large blocks are moved by the system in its page tables: nothing is there twice.
        unsafe address = unsafe Self.allocate(address, newCount)
        byteCount = newCount
    }

    private static func allocate(
        _ old: UnsafeMutableRawPointer?,
        _ byteCount: Int
    ) -> UnsafeMutableRawPointer {
        // Safe: `old` came from here, or is none.
        guard let address = unsafe realloc(old, byteCount) else {
            // As Swift's own arrays end: the budget was kept, and the system has nothing left.
            fatalError("no memory for \(byteCount) bytes")
        }
        return unsafe address
    }
}

/// A block that is mapped from a scratch file.
final class MappedBlock: FlatBlock {
    private let byteCount: Int
    private let file: ScratchFile
    private let budget: MemoryBudget

    init(_ file: ScratchFile, budget: MemoryBudget) throws(StorageError) {
        self.budget = budget
        self.file = file
        byteCount = file.byteCount
        unsafe super.init(try file.map())
        unsafe budget.register(mapping: UInt(bitPattern: address), byteCount: byteCount)
    }

    deinit {
        unsafe budget.unregister(mapping: UInt(bitPattern: address))
        _ = unsafe munmap(address, byteCount)
    }

    /// Copies bytes without touching the mapping, so that no page of it becomes resident.
    ///
    /// - Returns: Whether all could be read.
    func copy(from byteOffset: Int, to target: UnsafeMutableRawBufferPointer) -> Bool {
        unsafe file.read(from: byteOffset, to: target)
    }
}
