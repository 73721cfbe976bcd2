#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Asks the system for large pages under large blocks.
///
/// Text is read again and again in no order: with pages of 4 KB the processor spends more time on
/// finding where a page lies, and the system on handing out one after the other, than on the text.
public enum HugePages {
    /// Bytes of a large page.
    private static let pageSize = 1 << 21
    /// Blocks from this length on are worth it.
    private static let leastByteCount = 4 * pageSize

    /// Advises the system; a system that has no large pages, or will not, is as good as before.
    ///
    /// - Parameter block: Memory that is allocated and need not be written yet.
    public static func advise(_ block: UnsafeMutableRawBufferPointer) {
        #if os(Linux)
        guard block.count >= leastByteCount, let first = block.baseAddress else {
            return
        }
        // From the beginning of the page it lies in: a block of its own stays one piece for the
        // system, which can then move it without copying.
        let start = UInt(bitPattern: first) & ~UInt(sysconf(Int32(_SC_PAGESIZE)) - 1)
        let byteCount = UInt(bitPattern: first) + UInt(block.count) - start
        // Safe: advice changes no byte, neither of the block nor of what lies beside it.
        _ = unsafe madvise(
            UnsafeMutableRawPointer(bitPattern: start),
            Int(byteCount),
            MADV_HUGEPAGE
        )
        #endif
    }
}
