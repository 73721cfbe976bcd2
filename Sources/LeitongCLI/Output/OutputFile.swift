import Foundation

/// Why a report could not be written.
struct OutputError: Error, CustomStringConvertible {
    var description: String
}

/// Writes a report whole or not at all.
enum OutputFile {
    typealias Sink = ([UInt8]) throws -> Void

    /// Writes to a file beside the target and renames it when it is whole, so that neither a full
    /// disk nor a kill leaves half a report under the name asked for.
    ///
    /// Of links the file they lead to is the target. What replaces a file has its owner, as far as
    /// the system allows, and its permissions.
    static func write(to path: String, _ body: (Sink) throws -> Void) throws {
        do {
            switch try OutputTarget(path) {
            case .special:
                let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
                try body { bytes in try handle.write(contentsOf: Data(bytes)) }
            case .new(let target):
                try replace(target, like: nil, body)
            case .existing(let target, let status):
                try replace(target, like: status, body)
            }
        } catch let error as OutputError {
            throw error
        } catch {
            throw OutputError(description: "\(path): cannot be written: \(reason(of: error))")
        }
    }

    /// A name beside the target that nobody has: another container may have the same process number,
    /// and a killed run may have left its file.
    static func temporary(beside target: URL) -> URL {
        let folder = target.deletingLastPathComponent()
        let name = ".\(target.lastPathComponent).\(ProcessInfo.processInfo.processIdentifier)"
        let names = [name + ".tmp"] + (2...99).map { "\(name)-\($0).tmp" }
        let free = names.first { name in
            var status = stat()
            return unsafe lstat(folder.appendingPathComponent(name).path, &status) != 0
        }
        return folder.appendingPathComponent(free ?? names[0])
    }

    private static func replace(
        _ path: String,
        like old: stat?,
        _ body: (Sink) throws -> Void
    ) throws {
        let target = URL(fileURLWithPath: path)
        let temporary = temporary(beside: target)
        do {
            try UnfinishedOutput.guarding(temporary.path) {
                try write(to: temporary.path, like: old, body)
                try UnfinishedOutput.step {
                    guard unsafe rename(temporary.path, target.path) == 0 else {
                        throw SystemError(code: errno)
                    }
                }
            }
        } catch {
            if !((error as? SystemError)?.isTaken ?? false) {
                try? FileManager.default.removeItem(at: temporary)
            }
            throw error
        }
    }

    private static func write(
        to path: String,
        like old: stat?,
        _ body: (Sink) throws -> Void
    ) throws {
        // A new file of its own, never one that is there.
        let mode = old.map { $0.st_mode & 0o600 } ?? 0o666
        let descriptor = try UnfinishedOutput.step {
            let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL, mode)
            guard descriptor >= 0 else { throw SystemError(code: errno) }
            return descriptor
        }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        try body { bytes in
            try UnfinishedOutput.step { try handle.write(contentsOf: Data(bytes)) }
        }
        if let old {
            // Only root may give files away; who may not still gets the report. The owner
            // comes first, as a change of it takes permissions away.
            _ = fchown(descriptor, old.st_uid, old.st_gid)
            guard fchmod(descriptor, old.st_mode & 0o7777) == 0 else {
                throw SystemError(code: errno)
            }
        }
        try handle.close()
    }

    /// Writes to standard output, where a reader that has seen enough is success.
    static func writeToStandardOutput(_ body: (Sink) throws -> Void) throws {
        do {
            try body { bytes in
                try writeAll(bytes, to: STDOUT_FILENO)
            }
        } catch let error as SystemError where error.code == EPIPE {
            return
        } catch {
            throw OutputError(description: "standard output: \(reason(of: error))")
        }
    }

    private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) throws {
        var written = 0
        while written < bytes.count {
            // Safe: writes from `written` to the end of the array, which the closure keeps alive.
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe Foundation.write(
                    descriptor,
                    buffer.baseAddress?.advanced(by: written),
                    buffer.count - written
                )
            }
            if count > 0 {
                written += count
            } else if errno != EINTR {
                throw SystemError(code: errno)
            }
        }
    }

    private static func reason(of error: any Error) -> String {
        (error as? OutputError)?.description ?? (error as? SystemError)?.description
            ?? systemReason(of: error as NSError)
    }
}

/// What the system says, where Foundation says that something could not be done.
func systemReason(of error: NSError) -> String {
    let underlying = error.userInfo[NSUnderlyingErrorKey] as? NSError
    guard let underlying, underlying.domain == NSPOSIXErrorDomain else {
        return error.localizedDescription
    }
    return SystemError(code: Int32(truncatingIfNeeded: underlying.code)).description
}

/// An error the system named by number.
private struct SystemError: Error, CustomStringConvertible {
    var code: Int32
    var description: String { unsafe String(cString: strerror(code)) }
    /// Whether the name belongs to somebody else's file.
    var isTaken: Bool { code == EEXIST }
}
