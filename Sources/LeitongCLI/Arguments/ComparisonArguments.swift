public import ArgumentParser
import Foundation
import Leitong
@_spi(Core) public import LeitongCore

/// What counts as a copy.
struct ComparisonArguments: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Lowest Jaccard similarity of two texts that are taken for copies, over 0 up to 1.",
            valueName: "similarity"
        )
    )
    var threshold = ComparisonOptions.Standard.threshold

    @Option(
        name: .customLong("min-paragraph"),
        help: ArgumentHelp(
            "Compare no paragraphs of fewer characters (letters and digits); they are counted.",
            valueName: "characters"
        )
    )
    var minParagraph = ComparisonOptions.Standard.minParagraph

    @Option(
        help: ArgumentHelp(
            "standard: case, width, punctuation and white space do not matter; variants: nor do "
                + "Traditional and Simplified characters; confusables: nor does whether a letter is "
                + "Latin or looks so; none: everything does.",
            valueName: "level"
        )
    )
    var fold = FoldingLevel.standard

    @Option(
        name: .customLong("shingle-characters"),
        help: ArgumentHelp(
            "Length of a shingle in characters. Otherwise its width is 10: five Chinese characters or "
                + "ten letters.",
            valueName: "count"
        )
    )
    var shingleCharacters: Int?

    @Flag(help: "Find every pair over the threshold for certain (slower; no MinHash).")
    var exact = false

    @Option(help: ArgumentHelp("Seed of the MinHash functions.", valueName: "number"))
    var seed = MinHasher.standardSeed

    @Option(
        help: ArgumentHelp(
            "Threads at work, otherwise one a processor. The result does not depend on it.",
            valueName: "count"
        )
    )
    var threads: Int?

    @Flag(help: "Say on standard error what is guaranteed to be found and how each file was read.")
    var explain = false

    mutating func validate() throws {
        try RangedSetting.threshold.check(threshold, "--threshold")
        try RangedSetting.minParagraph.check(minParagraph, "--min-paragraph")
        try RangedSetting.shingleCharacters.check(shingleCharacters, "--shingle-characters")
        try RangedSetting.threads.check(threads, "--threads")
    }

    /// Tasks that work side by side.
    var threadCount: Int { threads ?? ProcessInfo.processInfo.activeProcessorCount }

    /// The options these arguments mean.
    var options: ComparisonOptions {
        var options = ComparisonOptions()
        options.threshold = threshold
        options.minParagraph = minParagraph
        options.folding = fold
        if let shingleCharacters { options.shingleRule = .characters(shingleCharacters) }
        options.isExact = exact
        options.seed = seed
        return options
    }
}

extension FoldingLevel: ExpressibleByArgument {}
