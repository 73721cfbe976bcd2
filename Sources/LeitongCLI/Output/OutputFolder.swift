import Foundation

/// Writes a folder whole or not at all.
///
/// Names are the system's own bytes, as those of the input need not be UTF-8.
struct OutputFolder {
    private let root: [UInt8]

    private static let slash = UInt8(ascii: "/")

    /// Writes into a folder beside the target and renames it when it is whole, so that neither a
    /// full disk nor a kill leaves part of the output under the name asked for.
    ///
    /// - Parameters:
    ///   - path: A folder that is empty or does not exist.
    ///   - body: Writes the files.
    /// - Throws: ``OutputError``; then nothing stands under the path.
    static func write(to path: String, _ body: (OutputFolder) throws -> Void) throws {
        let target = URL(fileURLWithPath: path, isDirectory: true)
        let temporary = OutputFile.temporary(beside: target)
        do {
            try UnfinishedOutput.guarding(temporary.path) {
                try UnfinishedOutput.step {
                    try FileManager.default.createDirectory(
                        at: temporary,
                        withIntermediateDirectories: false
                    )
                }
                try body(OutputFolder(root: Array(temporary.path.utf8)))
                // An empty folder that takes its name back is as open to others as it was.
                var old = stat()
                if unsafe stat(target.path, &old) == 0 {
                    _ = unsafe chmod(temporary.path, old.st_mode & 0o7777)
                }
                try UnfinishedOutput.step {
                    // Takes the place of an empty folder, and of no other.
                    guard unsafe rename(temporary.path, target.path) == 0 else {
                        throw OutputError(description: unsafe String(cString: strerror(errno)))
                    }
                }
            }
        } catch let error as OutputError {
            try? FileManager.default.removeItem(at: temporary)
            throw OutputError(description: "\(path): cannot be written: \(error.description)")
        } catch {
            try? FileManager.default.removeItem(at: temporary)
            let reason = systemReason(of: error as NSError)
            throw OutputError(description: "\(path): cannot be written: \(reason)")
        }
    }

    /// Writes a file below the folder, with the folders that lead to it.
    ///
    /// - Parameters:
    ///   - place: Path below the folder.
    ///   - body: Writes its bytes.
    /// - Throws: ``OutputError``, or what `body` throws.
    func write(to place: [UInt8], _ body: (OutputFile.Sink) throws -> Void) throws {
        let descriptor = try UnfinishedOutput.step { try open(place) }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        try body { bytes in
            try UnfinishedOutput.step { try handle.write(contentsOf: Data(bytes)) }
        }
        try handle.close()
    }

    /// Makes a file, with the folders that lead to it.
    private func open(_ place: [UInt8]) throws -> Int32 {
        for index in place.indices where place[index] == Self.slash {
            try make(folder: place[..<index])
        }
        // Safe: the path ends in NUL and outlives the call.
        let descriptor = unsafe cString(place[...])
            .withUnsafeBufferPointer { path in
                unsafe path.baseAddress.map {
                    unsafe Foundation.open($0, O_WRONLY | O_CREAT | O_EXCL, 0o666)
                } ?? -1
            }
        guard descriptor >= 0 else { throw failure(place) }
        return descriptor
    }

    private func make(folder place: ArraySlice<UInt8>) throws {
        // Safe: the path ends in NUL and outlives the call.
        let result = unsafe cString(place)
            .withUnsafeBufferPointer { path in
                unsafe path.baseAddress.map { unsafe mkdir($0, 0o777) } ?? -1
            }
        guard result == 0 || errno == EEXIST else { throw failure(Array(place)) }
    }

    private func cString(_ place: ArraySlice<UInt8>) -> [CChar] {
        (root + [Self.slash] + place + [0]).map { CChar(bitPattern: $0) }
    }

    private func failure(_ place: [UInt8]) -> OutputError {
        let reason = unsafe String(cString: strerror(errno))
        return OutputError(description: "\(String(decoding: place, as: UTF8.self)): \(reason)")
    }
}
