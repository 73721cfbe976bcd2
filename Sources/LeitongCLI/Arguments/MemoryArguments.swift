import ArgumentParser
import LeitongStorage

/// How much memory a run may take, and where it goes on beyond.
struct MemoryArguments: ParsableArguments {
    @Option(
        name: .customLong("memory-limit"),
        help: ArgumentHelp(
            "Memory to stay under, such as 2G or 500M; otherwise three fifths of what there is. What "
                + "does not fit is kept in scratch files. The result does not depend on it.",
            valueName: "size"
        )
    )
    var memoryLimit: ByteSize?

    @Option(
        name: .customLong("temporary-directory"),
        help: ArgumentHelp(
            "Folder for scratch files; otherwise that of TMPDIR, or /tmp. They have no names: "
                + "whatever ends the program, nothing is left behind.",
            valueName: "folder"
        ),
        completion: .directory
    )
    var temporaryDirectory: String?

    mutating func validate() throws {
        let least = MemoryBudget.leastLimit
        guard (memoryLimit?.byteCount ?? least) >= least else {
            throw ValidationError(
                "--memory-limit must be at least \(ByteSize(byteCount: least).description)"
            )
        }
    }

    /// The budget these arguments mean.
    ///
    /// - Throws: `StorageError` for a folder that was named and cannot be used.
    func budget() throws -> MemoryBudget {
        let budget = MemoryBudget(limit: memoryLimit?.byteCount, directory: temporaryDirectory)
        if temporaryDirectory != nil { try budget.checkDirectory() }
        return budget
    }
}
