public import ArgumentParser
import Leitong
import LeitongFiles
import LeitongFormats
public import LeitongModel

/// Which documents are read, and how.
struct InputArguments: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "Files, folders and patterns; folders are read with all that is below them. - is standard "
                + "input.",
            valueName: "path"
        ),
        completion: .file()
    )
    var paths: [String] = []

    @Option(
        help: ArgumentHelp(
            "Below folders, read only files that match this pattern (*, ?, [abc], **). Repeatable.",
            valueName: "glob"
        )
    )
    var include: [String] = []

    @Option(
        help: ArgumentHelp(
            "Below folders, leave out files and folders that match this pattern. Repeatable.",
            valueName: "glob"
        )
    )
    var exclude: [String] = []

    @Option(
        help: ArgumentHelp(
            "Encoding of all input, as iconv names it (GB18030, BIG5, UTF-16LE…). Otherwise it is told "
                + "from the text.",
            valueName: "name"
        )
    )
    var encoding: String?

    @Option(
        name: .customLong("input-format"),
        help: ArgumentHelp(
            "text, markdown, html, docx, odt, epub, rtf, pdf, doc, jsonl, csv, tsv or archive. Otherwise "
                + "it is told from the content, then the name.",
            valueName: "format"
        )
    )
    var inputFormat: DocumentFormat?

    @Option(
        name: .customLong("id-field"),
        help: ArgumentHelp(
            "Field of a record (JSON Lines, CSV, TSV) that names it.",
            valueName: "field"
        )
    )
    var idField = ReadingOptions().idField

    @Option(
        name: .customLong("text-field"),
        help: ArgumentHelp("Field of a record that holds its text.", valueName: "field")
    )
    var textField = ReadingOptions().textField

    @Option(
        name: .customLong("title-field"),
        help: ArgumentHelp("Field of a record that holds its title.", valueName: "field")
    )
    var titleField = ReadingOptions().titleField

    @Option(
        name: .customLong("date-field"),
        help: ArgumentHelp(
            "Field of a record that holds its date: 2024, 2024-05-01, 2024年5月1日, "
                + "2024-05-01T08:30:00+08:00.",
            valueName: "field"
        )
    )
    var dateField = ReadingOptions().dateField

    @OptionGroup
    var limits: LimitArguments

    /// The options these arguments mean.
    var readingOptions: ReadingOptions {
        ReadingOptions(
            encoding: encoding,
            inputFormat: inputFormat,
            idField: idField,
            textField: textField,
            titleField: titleField,
            dateField: dateField,
            limits: limits.limits,
            hints: Self.hints
        )
    }

    /// Reads as these arguments say.
    ///
    /// - Throws: ``LeitongError`` for an unknown encoding.
    func loader() throws -> Loader {
        try Loader(reading: readingOptions, include: include, exclude: exclude)
    }

    /// The arguments that settle a trouble with reading.
    private static let hints = ReadingHints([
        .noTextField: "--text-field names one",
        .noEncoding: "--encoding names one",
        .binary: "--encoding reads it anyway",
        .unpackedBytes: "--archive-size",
        .unpackedRatio: "--archive-ratio",
        .archiveDepth: "--archive-depth",
        .helperSeconds: "--helper-time",
        .helperBytes: "--helper-memory",
    ])

    /// Keeps these files from being written over.
    func protection() -> InputProtection {
        InputProtection(paths: paths, include: include, exclude: exclude)
    }
}

extension DocumentFormat: ExpressibleByArgument {}
