import LeitongReport

extension ReportHints {
    /// The arguments that settle what a report tells of.
    static let arguments = ReportHints([
        .uncertainEncoding: "--encoding settles it",
        .mixedScripts: "--fold confusables compares letters by their looks",
        .leftOut: "--include or --exclude",
        .partlyCompared: "--all-pairs compares all",
        .notGuaranteed: "--all-pairs compares those too",
        .likeliestCandidates: "--exact compares all",
        .unlistedPairs: "--all-pairs lists all",
        .hiddenTexts: "all of them in --format json",
    ])
}
