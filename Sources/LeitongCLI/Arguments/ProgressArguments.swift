import ArgumentParser
import LeitongStorage

/// What standard error tells of a run.
struct ProgressArguments: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Progress on standard error: auto (on a terminal), always or never.",
            valueName: "when"
        )
    )
    var progress = When.auto

    @Flag(
        help: ArgumentHelp(
            "Print what each stage took, what was counted and the memory used, on standard error."
        )
    )
    var stats = false

    /// Listens to a run as asked for.
    func observer(_ budget: MemoryBudget) -> RunObserver {
        RunObserver(
            showsProgress: progress.isWanted(otherwise: Terminal.isTerminal(.standardError)),
            keepsStatistics: stats,
            budget: budget
        )
    }
}

/// `auto`, `always` or `never`.
enum When: String, ExpressibleByArgument, CaseIterable {
    case auto
    case always
    case never

    func isWanted(otherwise isUsual: Bool) -> Bool {
        switch self {
        case .auto: isUsual
        case .always: true
        case .never: false
        }
    }
}
