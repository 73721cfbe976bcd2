import ArgumentParser
import LeitongFormats

/// What reading one file may cost.
struct LimitArguments: ParsableArguments {
    @Option(
        name: .customLong("archive-size"),
        help: ArgumentHelp("MiB that an archive may unpack to in all.", valueName: "MiB")
    )
    var archiveSize = ReadingLimits().unpackedBytes >> 20

    @Option(
        name: .customLong("archive-ratio"),
        help: ArgumentHelp(
            "How many times its size an archive may unpack to, beyond "
                + "\(ReadingLimits.freeUnpackedBytes >> 20) MiB.",
            valueName: "number"
        )
    )
    var archiveRatio = ReadingLimits().unpackedRatio

    @Option(
        name: .customLong("archive-depth"),
        help: ArgumentHelp("How deep archives may lie in archives.", valueName: "number")
    )
    var archiveDepth = ReadingLimits().archiveDepth

    @Option(
        name: .customLong("helper-time"),
        help: ArgumentHelp(
            "Seconds that pdftotext, LibreOffice or catdoc may take for a file.",
            valueName: "seconds"
        )
    )
    var helperTime = ReadingLimits().helperSeconds

    @Option(
        name: .customLong("helper-memory"),
        help: ArgumentHelp("MiB of memory that they may use.", valueName: "MiB")
    )
    var helperMemory = ReadingLimits().helperBytes >> 20

    func validate() throws {
        let values = [
            ("archive-size", archiveSize), ("archive-ratio", archiveRatio),
            ("archive-depth", archiveDepth), ("helper-time", helperTime),
            ("helper-memory", helperMemory),
        ]
        for (name, value) in values where !(1...1 << 30).contains(value) {
            throw ValidationError("--\(name) must be at least 1, and less than 2^30")
        }
    }

    /// The limits these arguments mean.
    var limits: ReadingLimits {
        ReadingLimits(
            unpackedBytes: archiveSize << 20,
            unpackedRatio: archiveRatio,
            archiveDepth: archiveDepth,
            helperSeconds: helperTime,
            helperBytes: helperMemory << 20
        )
    }
}
