import ArgumentParser
import Leitong
import LeitongDocuments
import LeitongReport
import LeitongStorage

/// What `find` and `score` have in common: reading, explaining, and the exit status.
struct CommandRun {
    let input: InputArguments
    let comparison: ComparisonArguments
    let output: OutputArguments
    let progress: RunProgress
    private let observer: RunObserver
    private let references: [SectionReference]

    init(
        input: InputArguments,
        comparison: ComparisonArguments,
        output: OutputArguments,
        budget: MemoryBudget,
        pairing: Pairing = .all
    ) throws {
        self.input = input
        self.comparison = comparison
        self.output = output
        observer = output.observer(budget)
        progress = observer.progress
        let paths = input.paths + pairing.paths(alone: input.paths.isEmpty)
        guard !paths.isEmpty, !input.paths.isEmpty || pairing.namesDocuments else {
            throw ValidationError("Missing expected argument '<path> ...'")
        }
        references = paths.map { SectionReference($0) }
    }

    /// Reads the documents, and names on standard error what is skipped.
    func load(options: ComparisonOptions) async throws -> Collection {
        try await DocumentLoading(
            input: input,
            threads: options.threads,
            memory: options.memory,
            explains: comparison.explain,
            progress: progress
        )
        .load(paths: references.map(\.path))
    }

    /// Says what the bands mean for the one who asked.
    func explainPlan(_ options: ComparisonOptions) throws {
        guard comparison.explain else {
            _ = try options.bandPlan()
            return
        }
        StandardError.write(try PlanExplanation.text(options))
    }

    /// Refuses `PATH#N` where whole files are compared.
    func refuseSections() throws {
        guard let reference = references.first(where: { $0.section != nil }) else { return }
        throw LeitongError(
            .invalidOption,
            "\(reference.name): find compares whole files; score compares sections"
        )
    }

    /// The units named as `PATH#N`, with all units of the other paths; `nil` if none was named so.
    func selectedUnits(of collection: Collection) -> [String]? {
        let sections = references.filter { $0.section != nil }
        guard !sections.isEmpty else { return nil }
        let wholePaths = references.filter { $0.section == nil }.map(\.path)
        let others = collection.units.filter { unit in
            let path = collection.batch.documents[unit.document].path
            return wholePaths.contains {
                path == $0 || path.hasPrefix($0 + "/") || $0.hasSuffix("/") && path.hasPrefix($0)
            }
        }
        return sections.map(\.name) + others.map(\.name)
    }

    /// Ends with the status that tells how the run went.
    func leave(_ report: Report, highestShare: Double) throws {
        observer.finish()
        if let limit = output.failAbove, highestShare * 100 > limit {
            throw ExitStatus.limitPassed
        }
        if !report.skipped.isEmpty { throw ExitStatus.someSkipped }
    }
}
