public import ArgumentParser
public import Leitong

/// What `find` looks for, and how many of the pairs it lists.
struct SearchArguments: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Look for paragraphs or passages only; otherwise for both.",
            valueName: "what"
        )
    )
    var only: SearchScope?

    @Option(
        name: .customLong("place-limit"),
        help: ArgumentHelp(
            "Compare text in more places than this with its first place only, and list all places.",
            valueName: "count"
        )
    )
    var placeLimit = ComparisonOptions.Standard.placeLimit

    @Flag(
        name: .customLong("all-pairs"),
        help: "List every pair over the threshold, not only those that join each cluster."
    )
    var allPairs = false

    @Option(
        help: ArgumentHelp(
            "In a group too large for comparing each two, compare all with this many central ones.",
            valueName: "count"
        )
    )
    var representatives = ComparisonOptions.Standard.representativeLimit

    mutating func validate() throws {
        try RangedSetting.placeLimit.check(placeLimit, "--place-limit")
        try RangedSetting.representatives.check(representatives, "--representatives")
    }

    /// Adds what these arguments mean to the options of a comparison.
    func apply(to options: inout ComparisonOptions) {
        options.listsAllPairs = allPairs
        options.representativeLimit = representatives
        options.placeLimit = placeLimit
        options.scope = only ?? .all
    }
}

extension SearchScope: ExpressibleByArgument {
    /// `all` is what `--only` is left out for.
    public static var allValueStrings: [String] { [paragraphs.rawValue, passages.rawValue] }

    /// Reads what `--only` may be.
    public init?(argument: String) {
        guard Self.allValueStrings.contains(argument) else { return nil }
        self.init(rawValue: argument)
    }
}
