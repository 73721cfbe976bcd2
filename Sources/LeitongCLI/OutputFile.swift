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
    static func write(to path: String, _ body: (Sink) throws -> Void) throws {
        let target = URL(fileURLWithPath: path)
        if let special = try writeToSpecialFile(path, body) { return special }
        let temporary = target.deletingLastPathComponent()
            .appendingPathComponent(
                ".\(target.lastPathComponent).\(ProcessInfo.processInfo.processIdentifier).tmp"
            )
        do {
            try UnfinishedOutput.guarding(temporary.path) {
                try write(to: temporary, body)
                try UnfinishedOutput.step {
                    guard unsafe rename(temporary.path, target.path) == 0 else {
                        throw SystemError(code: errno)
                    }
                }
            }
        } catch {
            try? FileManager.default.removeItem(at: temporary)
            throw OutputError(description: "\(path): cannot be written: \(reason(of: error))")
        }
    }

    private static func write(to file: URL, _ body: (Sink) throws -> Void) throws {
        try UnfinishedOutput.step {
            guard FileManager.default.createFile(atPath: file.path, contents: nil) else {
                throw SystemError(code: errno)
            }
        }
        let handle = try FileHandle(forWritingTo: file)
        try body { bytes in
            try UnfinishedOutput.step { try handle.write(contentsOf: Data(bytes)) }
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

    /// Devices and pipes such as /dev/null cannot be replaced by renaming: they are written to.
    private static func writeToSpecialFile(
        _ path: String,
        _ body: (Sink) throws -> Void
    ) throws -> Void? {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        guard let type = attributes?[.type] as? FileAttributeType,
            type != .typeRegular, type != .typeSymbolicLink
        else { return nil }
        guard type != .typeDirectory else {
            throw OutputError(description: "\(path): cannot be written: it is a folder")
        }
        do {
            let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
            try body { bytes in try handle.write(contentsOf: Data(bytes)) }
        } catch {
            throw OutputError(description: "\(path): cannot be written: \(reason(of: error))")
        }
        return ()
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
}
