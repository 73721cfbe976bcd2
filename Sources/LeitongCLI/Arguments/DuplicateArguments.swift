public import ArgumentParser
public import Leitong

/// What is removed, and what stays.
struct DuplicateArguments: ParsableArguments {
    @Option(help: ArgumentHelp("What is compared and removed.", valueName: "level"))
    var level = DeduplicationLevel.document

    @Option(
        help: ArgumentHelp(
            "Which of several duplicates stays: the first, the one with most characters, or the one "
                + "with the earliest date (those without one last); of equals the first.",
            valueName: "rule"
        )
    )
    var keep = KeepRule.first
}

extension DeduplicationLevel: ExpressibleByArgument {}

extension KeepRule: ExpressibleByArgument {}
