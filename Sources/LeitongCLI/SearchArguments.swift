import ArgumentParser

/// What `find` looks for, and how many of the pairs it lists.
struct SearchArguments: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "What to look for: paragraphs; passages inside them come in a later version.",
            valueName: "what"
        )
    )
    var only = SearchScope.paragraphs

    @Flag(
        name: .customLong("all-pairs"),
        help: "List every pair over the threshold, not only each copy with its nearest."
    )
    var allPairs = false

    @Option(
        help: ArgumentHelp(
            "In a group of more than 64 candidates, compare the others with this many at most.",
            valueName: "count"
        )
    )
    var representatives = 16
}

/// What `find` looks for.
enum SearchScope: String, ExpressibleByArgument, CaseIterable {
    case paragraphs
}
