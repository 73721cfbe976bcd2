import ArgumentParser
import Foundation
import Leitong
@_spi(Core) import LeitongCore
import LeitongModel

/// Which passages are found, and what they are taken for.
struct PassageArguments: ParsableArguments {
    @Option(
        name: .customLong("min-run"),
        help: ArgumentHelp(
            "Every run of so many Chinese characters (twice as many letters and one) that stands in "
                + "two places is found; \(SeedRule.minRuns.lowerBound) to "
                + "\(SeedRule.minRuns.upperBound). The smaller, the more memory.",
            valueName: "characters"
        )
    )
    var minRun = ComparisonOptions.Standard.minRun

    @Option(
        name: .customLong("min-passage"),
        help: ArgumentHelp(
            "Report only passages with at least so many matched characters.",
            valueName: "characters"
        )
    )
    var minPassage = ComparisonOptions.Standard.minPassage

    @Option(
        name: .customLong("set-phrase-bits"),
        help: ArgumentHelp("Matches that tell less than this are set phrases.", valueName: "bits")
    )
    var setPhraseBits = SignificanceRules().setPhraseBits

    @Option(
        name: .customLong("rich-bits"),
        help: ArgumentHelp(
            "Text that tells this much is a copy, however many documents hold it.",
            valueName: "bits"
        )
    )
    var richBits = SignificanceRules().richBits

    @Option(
        name: .customLong("common-share"),
        help: ArgumentHelp(
            "Text that more than this share of the documents hold, where there are five or more, is "
                + "common to them and no copy; 0 to 1.",
            valueName: "fraction"
        )
    )
    var commonShare = ComparisonOptions.Standard.commonShare

    @Flag(name: .customLong("count-common"), help: "Count common text as copied all the same.")
    var countCommon = false

    @Flag(
        name: .customLong("count-bibliography"),
        help: "Count what stands under 参考文献, References or Bibliography as copied all the same."
    )
    var countBibliography = false

    @Option(
        name: .customLong("template"),
        help: ArgumentHelp(
            "Text that was given to all (a form, a hand-out): what a document has of it counts "
                + "nowhere, and it is no document itself. Repeatable.",
            valueName: "file"
        ),
        completion: .file()
    )
    var templates: [String] = []

    @OptionGroup
    var model: ModelArguments

    mutating func validate() throws {
        guard SeedRule.minRuns.contains(minRun) else {
            throw ValidationError(
                "--min-run must be between \(SeedRule.minRuns.lowerBound) and "
                    + "\(SeedRule.minRuns.upperBound): other runs cannot be guaranteed"
            )
        }
        guard minPassage >= 0 else { throw ValidationError("--min-passage must not be negative") }
        guard richBits.isFinite, richBits >= 0 else {
            throw ValidationError("--rich-bits must be a number, 0 or more")
        }
        guard setPhraseBits >= 0, setPhraseBits <= richBits else {
            let most = String(format: "%g", richBits)
            throw ValidationError(
                "--set-phrase-bits must be 0 or more, and at most --rich-bits (\(most))"
            )
        }
        try RangedSetting.commonShare.check(commonShare, "--common-share")
    }

    /// Adds what these arguments mean to the options of a comparison.
    ///
    /// - Throws: ``CommandError`` for a model that cannot be read.
    func apply(to options: inout ComparisonOptions) throws {
        options.minRun = minRun
        options.minPassage = minPassage
        options.significance.setPhraseBits = setPhraseBits
        options.significance.richBits = richBits
        options.commonShare = commonShare
        options.countsCommon = countCommon
        options.countsBibliography = countBibliography
        guard let name = model.background, let prose = try model.model() else { return }
        options.background = prose
        options.backgroundName = name
    }
}
