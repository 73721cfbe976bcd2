import ArgumentParser
import Leitong
@_spi(Core) import LeitongCore
import LeitongFiles
import LeitongModel
import LeitongReport
import LeitongStorage

/// What `find` and `score` have in common: reading, explaining, and the exit status.
struct CommandRun {
    let input: InputArguments
    let comparison: ComparisonArguments
    let output: OutputArguments
    let context: RunContext
    private let observer: RunObserver
    private let references: [SectionReference]
    /// What `--against` names, to be compared with.
    private let known: [SectionReference]
    private let pairing: Pairing

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
        self.pairing = pairing
        observer = output.observer(budget)
        context = RunContext(
            threads: comparison.threadCount,
            memory: budget,
            progress: observer.progress
        )
        let others = pairing.paths(alone: input.paths.isEmpty).map { SectionReference($0) }
        let given = input.paths.map { SectionReference($0) }
        references = given + others
        if case .against = pairing { known = others } else { known = [] }
    }

    /// The same for what is read beside the documents: nobody waits for that.
    private var quietContext: RunContext {
        RunContext(threads: context.threads, memory: context.memory)
    }

    /// Refuses to write over what is read.
    ///
    /// - Parameters:
    ///   - others: Files that are read besides the documents.
    ///   - templates: Files and folders that are read as templates.
    /// - Throws: What ``InputProtection/check(_:)`` throws.
    func protectInput(and others: [String?], templates: [String]) throws {
        try InputProtection(
            paths: references.map(\.path) + templates,
            include: input.include,
            exclude: input.exclude,
            others: others.compactMap(\.self)
        )
        .check(.init("--output", output.output))
    }

    /// Reads the templates; `nil` if none were given.
    ///
    /// - Throws: ``LeitongError`` for one that cannot be read.
    func templates(_ paths: [String]) async throws -> Templates? {
        guard !paths.isEmpty else { return nil }
        return try await Loader(
            reading: input.readingOptions,
            include: input.include,
            exclude: input.exclude
        )
        .templates(paths: paths, context: quietContext)
    }

    /// Reads the documents, and names on standard error what is skipped.
    func load(options: ComparisonOptions) async throws -> Corpus {
        let corpus = try await DocumentLoading(
            input: input,
            explains: comparison.explain,
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
    func explainPlan(_ options: ComparisonOptions) throws {
        guard comparison.explain else {
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

    /// Ends with the status that tells how the run went.
    ///
    /// - Parameters:
    ///   - report: The report, which is written.
    ///   - shares: What was copied, each with the words for it.
    /// - Throws: The status, if it is not 0.
    func leave(_ report: ReportSource, shares: [CopiedShare]) throws {
        observer.finish()
        warn(of: report.warnings)
        if let limit = output.failAbove, let highest = shares.max(by: { $0.share < $1.share }),
            highest.share * 100 > limit
        {
            StandardError.say(highest.words(limit: limit))
            throw ExitStatus.limitPassed
        }
        if !report.skipped.isEmpty { throw ExitStatus.someSkipped }
    }
}

/// A share that `--fail-above` is held against.
struct CopiedShare {
    let name: String
    let share: Double
    /// Where it stands too; `nil` is anywhere.
    var other: String?

    /// Says that the share is over the limit.
    func words(limit: Double) -> String {
        // Rounded up, so that it does not read as if it were the limit.
        let percent = (share * 1_000).rounded(.up) / 10
        let place = other.map { "stands in \($0)" } ?? "stands in other documents"
        return "\(name): \(Self.number(percent)) % \(place), over the \(Self.number(limit)) % "
            + "of --fail-above"
    }

    private static func number(_ value: Double) -> String {
        value == value.rounded() ? String(Int(value)) : String(value)
    }
}
