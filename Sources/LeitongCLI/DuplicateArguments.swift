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

    @Option(
        name: .customLong("date-field"),
        help: ArgumentHelp(
            "Field of a JSON Lines record that holds its date for --keep earliest: 2024, 2024-05-01, "
                + "2024-05-01T08:30:00+08:00. (default: date)",
            valueName: "field"
        )
    )
    var dateField: String?

    mutating func validate() throws {
        guard dateField == nil || keep == .earliest else {
            throw ValidationError("--date-field is for --keep earliest")
        }
    }
}

extension DeduplicationLevel: ExpressibleByArgument {}

extension KeepRule: ExpressibleByArgument {}
