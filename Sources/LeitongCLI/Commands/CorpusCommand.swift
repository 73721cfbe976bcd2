import ArgumentParser
import Foundation
import LeitongReport
import LeitongSamples

/// `leitong corpus`: texts with known copies.
struct CorpusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "corpus",
        abstract: "Make texts whose copies are known, to measure what is found.",
        discussion: """
            To judge a search for copies one must know which copies there are. 'plant' makes the \
            speeches and labels of the small corpus from its recipes; 'generate' makes any number \
            of paragraphs with labels, for speed and scale. Equal seeds give equal texts.
            """,
        subcommands: [PlantCommand.self, GenerateCommand.self]
    )
}

/// `leitong corpus plant`.
struct PlantCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plant",
        abstract: "Make speeches with planted copies from recipes, and labels that say where.",
        discussion: """
            Each CORPUS/recipes/NAME.txt becomes CORPUS/speeches/NAME.txt; its copies are taken \
            from the other speeches there. CORPUS/labels.jsonl gets one row a planted pair. How a \
            recipe and a row are written is told in CORPUS/README.md.
            """
    )

    @Option(help: ArgumentHelp("The folder of speeches and recipes.", valueName: "folder"))
    var corpus = "corpus"

    @Option(help: "Decides which characters are edited and how sentences are reordered.")
    var seed = RecipeExpander.defaultSeed

    @Flag(help: "Write nothing; name the files that would change, and exit with 1 if any would.")
    var check = false

    func run() throws {
        let folder = CorpusFolder(path: corpus)
        let files = try folder.madeFiles(seed: seed)
        let changed = files.filter { !folder.holds($0) }
        for file in changed {
            if !check { try folder.write(file) }
            let name = PrintableText.line(file.name)
            print(check ? "differs: \(name)" : "written: \(name)")
        }
        if changed.isEmpty { print("all \(files.count) files are up to date") }
        try ExitStatus.end(skipped: 0, isLimitPassed: check && !changed.isEmpty)
    }
}

/// `leitong corpus generate`.
struct GenerateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract: "Make any number of paragraphs with known near-duplicates, as JSON Lines.",
        discussion: """
            Paragraphs recombine the clauses of the corpus's own speeches. 21 % of them are copies \
            of an earlier one: exact, with 1 to 30 % of the characters edited, with sentences \
            reordered, or partly contained. Ten million stream in constant memory.

            OUTPUT gets rows {"id":203,"text":"…"}, LABELS a row for each copy: \
            {"type":"paragraph","a":"17","b":"203","kind":"edit-5"}, where a is the original.
            """
    )

    @Argument(help: "How many paragraphs to make.")
    var count: Int

    @Option(
        help: ArgumentHelp("The folder whose speeches lend their clauses.", valueName: "folder")
    )
    var corpus = "corpus"

    @Option(help: "Decides everything that is drawn at random.")
    var seed: UInt64 = 1

    @Option(help: ArgumentHelp("Where paragraphs go; - is standard output.", valueName: "file"))
    var output: String

    @Option(help: ArgumentHelp("Where labels go; - is standard output.", valueName: "file"))
    var labels: String

    func validate() throws {
        guard count >= 1 else { throw ValidationError("<count> must be at least 1") }
        guard output != labels else {
            throw ValidationError("--output and --labels must name different files.")
        }
    }

    func run() throws {
        let speeches = try CorpusFolder(path: corpus).originals()
        try InputProtection(paths: [], others: speeches.map { "\(corpus)/speeches/\($0.name)" })
            .check(.init("--output", output), .init("--labels", labels))
        let clauses = ParagraphGenerator.clauses(in: speeches.map(\.text))
        let generator = ParagraphGenerator(seed: seed, clauses: clauses)
        var paragraphs = try RowFile(path: output)
        var pairs = try RowFile(path: labels)
        for index in 0..<count {
            let paragraph = generator.paragraph(at: index)
            try paragraphs.write(row: paragraph.jsonRow(id: index))
            if let label = paragraph.labelRow(id: index) { try pairs.write(row: label) }
        }
        try paragraphs.close()
        try pairs.close()
    }
}

/// A file that rows are appended to, a megabyte at a time.
private struct RowFile {
    private static let bufferSize = 1 << 20

    private let path: String
    private let handle: FileHandle
    private var buffer: [UInt8] = []

    /// Creates or empties a file; `-` is standard output.
    init(path: String) throws {
        self.path = path
        if path == "-" {
            handle = .standardOutput
            return
        }
        let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o666)
        guard descriptor >= 0 else {
            let reason = unsafe String(cString: strerror(errno))
            throw OutputError(description: "\(path): cannot be written: \(reason)")
        }
        handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    mutating func write(row: String) throws {
        buffer.append(contentsOf: row.utf8)
        buffer.append(UInt8(ascii: "\n"))
        if buffer.count >= Self.bufferSize { try flush() }
    }

    mutating func close() throws {
        try flush()
        if path != "-" { try handle.close() }
    }

    private mutating func flush() throws {
        do {
            try handle.write(contentsOf: Data(buffer))
        } catch {
            let reason = error.localizedDescription
            throw OutputError(description: "\(path): cannot be written: \(reason)")
        }
        buffer.removeAll(keepingCapacity: true)
    }
}
