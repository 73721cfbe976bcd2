public import Foundation

/// One run of the built program.
public struct ProgramRun: Sendable {
    /// Exit status.
    public let status: Int32
    /// What it wrote to standard output.
    public let output: Data
    /// What it wrote to standard error.
    public let errors: String

    /// Standard output as text.
    public var text: String { String(decoding: output, as: UTF8.self) }

    /// Runs the program and waits for it.
    ///
    /// - Parameters:
    ///   - arguments: Arguments after the name of the program.
    ///   - program: The program, if it is another.
    ///   - input: What it reads on standard input.
    ///   - folder: Folder it runs in.
    ///   - environment: Variables added to the test's own.
    /// - Throws: What the system says if the program cannot be run.
    public init(
        _ arguments: [String],
        of program: URL? = nil,
        input: Data = Data(),
        in folder: URL? = nil,
        environment: [String: String] = [:]
    ) throws {
        let scratch = try TemporaryFolder()
        let outputFile = scratch.url.appendingPathComponent("output")
        let errorFile = scratch.url.appendingPathComponent("errors")
        let inputFile = scratch.url.appendingPathComponent("input")
        try input.write(to: inputFile)
        for file in [outputFile, errorFile] { try Data().write(to: file) }
        let process = Process()
        process.executableURL = program ?? Project.program
        process.arguments = arguments
        process.currentDirectoryURL = folder ?? scratch.url
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        // Files, not pipes: nobody has to read while the program writes.
        process.standardInput = try FileHandle(forReadingFrom: inputFile)
        process.standardOutput = try FileHandle(forWritingTo: outputFile)
        process.standardError = try FileHandle(forWritingTo: errorFile)
        try process.run()
        process.waitUntilExit()
        status = process.terminationReason == .exit ? process.terminationStatus : -1
        output = try Data(contentsOf: outputFile)
        errors = String(decoding: try Data(contentsOf: errorFile), as: UTF8.self)
    }
}
