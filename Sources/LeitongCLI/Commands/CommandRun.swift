import ArgumentParser
import Leitong
@_spi(Core) import LeitongCore
import LeitongFiles
import LeitongModel
import LeitongReport
import LeitongStorage

/// What `find` and `score` are given alike.
struct RunArguments {
    let input: InputArguments
    let comparison: ComparisonArguments
    let passages: PassageArguments
    let pairs: PairingArguments
    let memory: MemoryArguments
    let output: OutputArguments

    /// The options of the comparison that these arguments mean.
    ///
    /// - Throws: ``CommandError`` for a file that cannot be read.
    func options() throws -> ComparisonOptions {
        var options = comparison.options
        options.pairing = try pairs.pairing()
        try passages.apply(to: &options)
        return options
    }
}

/// What `find` and `score` have in common: reading, explaining, writing, and the exit status.
struct CommandRun {
    let context: RunContext
    private let arguments: RunArguments
    private let observer: RunObserver
    private let references: [SectionReference]
    /// What `--against` names, to be compared with.
    private let known: [SectionReference]
    private let pairing: Pairing

    private var input: InputArguments { arguments.input }
    private var output: OutputArguments { arguments.output }

    /// Prepares a run.
    ///
    /// - Parameters:
    ///   - arguments: What it was given.
    ///   - budget: Memory of the run.
    ///   - pairing: Which documents are compared.
    init(_ arguments: RunArguments, budget: MemoryBudget, pairing: Pairing) {
        self.arguments = arguments
        self.pairing = pairing
        observer = arguments.output.progress.observer(budget)
        context = RunContext(
            threads: arguments.comparison.threadCount,
            memory: budget,
            progress: observer.progress
        )
        let paths = arguments.input.paths
        let others = pairing.paths(alone: paths.isEmpty).map { SectionReference($0) }
        references = paths.map { SectionReference($0) } + others
        if case .against = pairing { known = others } else { known = [] }
    }

    /// The same for what is read beside the documents: nobody waits for that.
    private var quietContext: RunContext {
        RunContext(threads: context.threads, memory: context.memory)
    }

    /// Reads what is compared, once what can be refused was refused.
    ///
    /// - Parameter options: What is asked; the templates are added.
    /// - Returns: The documents.
    /// - Throws: ``CommandError`` and ``LeitongError`` for what cannot be done, a status if nothing
    ///   could be read.
    func corpus(for options: inout ComparisonOptions) async throws -> Corpus {
        try protectInput()
        try explainPlan(options)
        options.templates = try await templates(arguments.passages.templates)
        return try await load(options: options)
    }

    /// Refuses to write over what is read.
    private func protectInput() throws {
        let others = [arguments.pairs.pairs, arguments.passages.model.background]
        try InputProtection(
            paths: references.map(\.path) + arguments.passages.templates,
            include: input.include,
            exclude: input.exclude,
            others: others.compactMap(\.self)
        )
        .check(.init("--output", output.output))
    }

    /// Reads the templates; `nil` if none were given.
    ///
    /// - Throws: ``LeitongError`` for one that cannot be read.
    private func templates(_ paths: [String]) async throws -> Templates? {
        guard !paths.isEmpty else { return nil }
        return try await input.loader().templates(paths: paths, context: quietContext)
    }

    /// Reads the documents, and names on standard error what is skipped.
    private func load(options: ComparisonOptions) async throws -> Corpus {
        let corpus = try await DocumentLoading(
            input: input,
            explains: arguments.comparison.explain,
            context: context
        )
        .load(
            paths: references.dropLast(known.count).map(\.path),
            against: known.map(\.path),
            besides: options.templates
        )
        try refuseEmptySides(of: corpus)
        return corpus
    }

    /// Refuses to say that nothing was found where `--against` left nothing to compare.
    private func refuseEmptySides(of corpus: Corpus) throws {
        guard case .against(let paths) = pairing,
            case .against(let isReference) = corpus.pairRule(for: pairing).rule
        else { return }
        let option = "--against " + paths.joined(separator: ", ")
        guard isReference.contains(true) else {
            throw CommandError("\(option): no document could be read")
        }
        guard isReference.contains(false) else {
            throw CommandError(
                "\(option): no other document could be read to compare with those"
            )
        }
    }

    /// Says what the bands mean for the one who asked.
    private func explainPlan(_ options: ComparisonOptions) throws {
        guard arguments.comparison.explain else {
            _ = try options.candidateMethod()
            return
        }
        StandardError.write(lines: try PlanExplanation.lines(options))
    }

    /// Refuses `PATH#N` where whole files are compared.
    func refuseSections() throws {
        guard let reference = references.first(where: { $0.section != nil }) else { return }
        throw CommandError(
            "\(reference.name): find compares whole files; score compares sections"
        )
    }

    /// The units named as `PATH#N`, with all units of the other paths; `nil` if none was named so.
    func selectedUnits(of corpus: Corpus) -> [String]? {
        let sections = references.filter { $0.section != nil }
        guard !sections.isEmpty else { return nil }
        let wholePaths = references.filter { $0.section == nil }.map(\.path)
        let further = Dictionary(grouping: corpus.furtherNames, by: \.file)
        let others = corpus.units.filter { unit in
            let path = corpus.batch.documents[unit.document].path
            let names = [path] + (further[path] ?? []).map(\.path)
            return names.contains { name in wholePaths.contains { Self.leads($0, to: name) } }
        }
        let told = sections.map { reference in
            let file = corpus.furtherNames.first { $0.path == reference.path }?.file
            return file.map { "\($0)#\(reference.section ?? 0)" } ?? reference.name
        }
        return told + others.map(\.name)
    }

    /// Whether a path is that of a file, or of a folder above it.
    private static func leads(_ path: String, to file: String) -> Bool {
        file == path || file.hasPrefix(path + "/") || path.hasSuffix("/") && file.hasPrefix(path)
    }

    /// Warnings that standard error tells; the report has all.
    private static let toldWarnings = 10

    /// Names what may hide a copy.
    private func warn(of warnings: [TextWarning]) {
        for warning in warnings.prefix(Self.toldWarnings) {
            StandardError.say("\(warning.document): \(warning.message)")
        }
        if warnings.count > Self.toldWarnings {
            let rest = Counted.text(warnings.count - Self.toldWarnings, "warning")
            StandardError.say("\(rest) more of this kind; the report has all")
        }
    }

    /// Writes the report, and ends with the status that tells how the run went.
    ///
    /// - Parameters:
    ///   - report: The report.
    ///   - shares: What was copied, each with the words for it.
    /// - Throws: ``OutputError`` if it cannot be written; the status, if it is not 0.
    func finish(_ report: ReportSource, shares: [CopiedShare]) throws {
        try output.write(report, context: context)
        observer.finish()
        warn(of: report.warnings)
        let isLimitPassed = sayLimit(passedBy: shares)
        try ExitStatus.end(skipped: report.skipped.count, isLimitPassed: isLimitPassed)
    }

    /// Says which share passed the limit of `--fail-above` the furthest, if any did.
    private func sayLimit(passedBy shares: [CopiedShare]) -> Bool {
        guard let limit = output.failAbove, let highest = shares.max(by: { $0.share < $1.share }),
            highest.share * 100 > limit
        else { return false }
        StandardError.say(highest.words(limit: limit))
        return true
    }
}
