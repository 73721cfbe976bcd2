#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The memory there is.
enum MachineMemory {
    /// Bytes of the machine, or of what its container grants.
    static var byteCount: Int {
        let machine = Int(sysconf(Int32(_SC_PHYS_PAGES))) * Int(sysconf(Int32(_SC_PAGESIZE)))
        return Swift.min(machine, controlGroupLimit ?? machine)
    }

    /// The least limit of the control groups the program is in (Linux, cgroups 2 and 1).
    private static var controlGroupLimit: Int? {
        var limits = [SmallFile.text(of: "/sys/fs/cgroup/memory/memory.limit_in_bytes")].map(number)
        let groups = SmallFile.text(of: "/proc/self/cgroup") ?? ""
        for line in groups.split(separator: "\n") where line.hasPrefix("0::") {
            var path = line.dropFirst(3)
            while true {
                limits.append(number(SmallFile.text(of: "/sys/fs/cgroup\(path)/memory.max")))
                guard let slash = path.lastIndex(of: "/") else { break }
                path = path[..<slash]
            }
        }
        return limits.compactMap { $0 }.min()
    }

    /// A number of bytes; `nil` for `max`.
    private static func number(_ text: String?) -> Int? {
        text.flatMap { Int($0.split(separator: "\n").first ?? "") }.flatMap { $0 > 0 ? $0 : nil }
    }
}

/// Memory of this program that is in the machine's.
struct ResidentMemory {
    /// Bytes in all.
    var byteCount: Int
    /// Bytes of them that are pages of files.
    var sharedByteCount: Int

    /// What it is now; `nil` where the system does not tell.
    static var current: ResidentMemory? {
        let fields = SmallFile.text(of: "/proc/self/statm")?.split(separator: " ") ?? []
        guard fields.count > 2, let all = Int(fields[1]), let shared = Int(fields[2]) else {
            return nil
        }
        let pageSize = Int(sysconf(Int32(_SC_PAGESIZE)))
        return ResidentMemory(byteCount: all * pageSize, sharedByteCount: shared * pageSize)
    }
}

/// The system's files of a few words.
private enum SmallFile {
    static func text(of path: String) -> String? {
        // Safe: the string outlives the call.
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { _ = close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 4096)
        // Safe: reads no more than the array holds.
        let count = unsafe bytes.withUnsafeMutableBytes { buffer in
            unsafe read(descriptor, buffer.baseAddress, buffer.count)
        }
        return count < 0 ? nil : String(decoding: bytes.prefix(count), as: UTF8.self)
    }
}
