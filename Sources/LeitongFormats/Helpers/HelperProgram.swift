import Foundation
import LeitongModel

/// A program that reads a format for us, in a process of its own with a limit on all it may use.
///
/// It works in a new folder that only the user may enter, and that goes away with it.
struct HelperProgram {
    private let program: String
    private let limits: ReadingLimits
    private let hints: ReadingHints

    /// Finds a program in the user's path.
    ///
    /// - Returns: `nil` if it is not installed.
    init?(_ name: String, limits: ReadingLimits, hints: ReadingHints = .init()) {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        let found = path.split(separator: ":").map { "\($0)/\(name)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
        guard let found else { return nil }
        program = found
        self.limits = limits
        self.hints = hints
    }

    /// Longest output that is read.
    private static let outputLimit = 1 << 30

    /// Stands in arguments for the folder the program works in.
    static let folderMark = "{folder}"

    /// What a run came to.
    struct Result {
        var status: Int32
        var output: [UInt8]
        var errors: String
    }

    /// Runs the program on a file.
    ///
    /// - Parameters:
    ///   - input: The file; the program finds it as `input` in its folder.
    ///   - arguments: Its arguments.
    ///   - output: The file it writes in its folder; `nil` for standard output.
    /// - Returns: What it wrote, and its status.
    /// - Throws: What kept it from ending by itself.
    func run(
        on input: [UInt8],
        _ arguments: [String],
        output: String? = nil
    ) throws(ExtractionFailure) -> Result {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("leitong-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        do {
            try FileManager.default.createDirectory(
                at: folder,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
            try Data(input).write(to: folder.appendingPathComponent("input"))
            let process = try start(arguments, in: folder)
            guard wait(for: process) else {
                throw ExtractionFailure(
                    .helperLimit,
                    "takes \(name) more than \(limits.helperSeconds) s"
                        + hints.behind(.helperSeconds)
                )
            }
            return try result(of: process, output ?? "output", in: folder)
        } catch let failure as ExtractionFailure {
            throw failure
        } catch {
            throw ExtractionFailure(.helperFailed, "\(name) cannot be run")
        }
    }

    private var name: String { program.split(separator: "/").last.map(String.init) ?? program }

    private func start(_ arguments: [String], in folder: URL) throws -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        // The shell sets the limits and becomes the program. Blocks have 512 bytes.
        let script = """
            ulimit -c 0; ulimit -t "$1"; ulimit -f "$2"; ulimit -v "$3" 2>/dev/null; shift 3; exec "$@"
            """
        let limits = [limits.helperSeconds, Self.outputLimit / 512, limits.helperBytes / 1024]
        process.arguments = ["-c", script, "sh"] + limits.map(String.init) + [program]
        process.arguments? += arguments.map {
            $0.replacingOccurrences(of: Self.folderMark, with: folder.path)
        }
        process.currentDirectoryURL = folder
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try Self.newFile("output", in: folder)
        process.standardError = try Self.newFile("errors", in: folder)
        try process.run()
        return process
    }

    /// Waits for the end.
    ///
    /// - Returns: Whether it came in time; if not, the program was killed.
    private func wait(for process: Process) -> Bool {
        let clock = ContinuousClock()
        let end = clock.now + .seconds(limits.helperSeconds)
        var pause = 0.001
        while process.isRunning {
            // Of a run that was cancelled nobody waits for the text.
            guard clock.now < end, !Task.isCancelled else {
                // Its own children go with it, if it leads a group of its own.
                let number = process.processIdentifier
                kill(getpgid(number) == number ? -number : number, SIGKILL)
                process.waitUntilExit()
                return false
            }
            Thread.sleep(forTimeInterval: pause)
            pause = min(pause * 1.5, 0.02)
        }
        return true
    }

    private func result(
        of process: Process,
        _ output: String,
        in folder: URL
    ) throws -> Result {
        let errors = (try? Data(contentsOf: folder.appendingPathComponent("errors"))) ?? Data()
        let words = String(decoding: errors.prefix(4096), as: UTF8.self)
        guard process.terminationReason == .exit else {
            let isLimit = [SIGXCPU, SIGXFSZ, SIGKILL].contains(process.terminationStatus)
            throw isLimit
                ? ExtractionFailure(.helperLimit, "makes \(name) use more than it may")
                : ExtractionFailure(.helperFailed, "makes \(name) fail")
        }
        if process.terminationStatus != 0, words.lowercased().contains("out of memory") {
            throw ExtractionFailure(
                .helperLimit,
                "takes \(name) more than \(limits.helperBytes >> 20) MiB"
                    + hints.behind(.helperBytes)
            )
        }
        let file = InputFile(systemPath: Array(folder.appendingPathComponent(output).path.utf8))
        let bytes = try? FileSystem.contents(of: file, limit: Self.outputLimit)
        return Result(status: process.terminationStatus, output: bytes ?? [], errors: words)
    }

    private static func newFile(_ name: String, in folder: URL) throws -> FileHandle {
        let url = folder.appendingPathComponent(name)
        try Data().write(to: url)
        return try FileHandle(forWritingTo: url)
    }
}
