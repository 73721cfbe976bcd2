import ArgumentParser
import Leitong
import LeitongDocuments
import LeitongReport

/// What `find` and `score` have in common: reading, explaining, and the exit status.
struct CommandRun {
    let input: InputArguments
    let comparison: ComparisonArguments
    let output: OutputArguments
    let progress: RunProgress
    private let references: [SectionReference]

    init(
        input: InputArguments,
        comparison: ComparisonArguments,
        output: OutputArguments,
        pairing: Pairing = .all
    ) throws {
        self.input = input
        self.comparison = comparison
        self.output = output
        progress = output.progressListener
        let paths = input.paths + pairing.paths(alone: input.paths.isEmpty)
        guard !paths.isEmpty, !input.paths.isEmpty || pairing.namesDocuments else {
            throw ValidationError("Missing expected argument '<path> ...'")
        }
        references = paths.map { SectionReference($0) }
    }

    /// Reads the documents, and names on standard error what is skipped.
    func load(options: ComparisonOptions) async throws -> Collection {
        let loader = try Loader(
            reading: ReadingOptions(
                encoding: input.encoding,
                inputFormat: input.inputFormat,
                idField: input.idField,
                textField: input.textField,
                titleField: input.titleField
            ),
            include: input.include,
            exclude: input.exclude,
            threads: options.threads,
            progress: progress
        )
        let collection = await loader.load(paths: references.map(\.path))
        for skipped in collection.batch.skipped {
            StandardError.write("leitong: \(skipped.line)\n")
        }
        if comparison.explain { explainDocuments(collection) }
        if collection.batch.documents.isEmpty {
            StandardError.write("leitong: no document could be read\n")
            throw ExitStatus.wrongUse
        }
        return collection
    }

    /// Says what the bands mean for the one who asked.
    func explainPlan(_ options: ComparisonOptions) throws {
        guard let plan = try options.bandPlan() else {
            if comparison.explain {
                StandardError.write("leitong: prefix-filter join, every pair is found\n")
            }
            return
        }
        guard comparison.explain else { return }
        StandardError.write(PlanExplanation.text(plan, threshold: options.threshold))
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
        if let limit = output.failAbove, highestShare * 100 > limit {
            throw ExitStatus.limitPassed
        }
        if !report.skipped.isEmpty { throw ExitStatus.someSkipped }
    }

    private func explainDocuments(_ collection: Collection) {
        var records: [(path: String, encoding: String, count: Int)] = []
        var text = ""
        for document in collection.batch.documents {
            if document.format == .jsonLines {
                if records.last?.path != document.path {
                    records.append((document.path, document.encoding, 0))
                }
                records[records.count - 1].count += 1
                continue
            }
            let paragraphs = Self.count(document.paragraphs.count, "paragraph")
            let sections = collection.batch.sections[document.sections].count { $0.ordinal > 0 }
            text += "leitong: \(document.path): \(document.format.rawValue), \(document.encoding), "
            text += paragraphs + (sections > 0 ? ", \(Self.count(sections, "section"))\n" : "\n")
        }
        for file in records {
            text += "leitong: \(file.path): jsonl, \(file.encoding), "
            text += "\(Self.count(file.count, "record"))\n"
        }
        StandardError.write(text)
    }

    private static func count(_ number: Int, _ word: String) -> String {
        "\(number) \(word)\(number == 1 ? "" : "s")"
    }
}

extension SkippedInput {
    /// One line for standard error.
    var line: String {
        let place = byteOffset.map { " (byte \($0))" } ?? ""
        return "\(path): \(message)\(place)"
    }
}
