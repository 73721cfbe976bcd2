/// What is said of text that most documents hold where there is much of it.
struct CommonNotice {
    /// Share of the characters compared.
    let share: Double
    /// Documents that hold such text.
    let holders: Int
    /// All documents.
    let documents: Int

    /// Common text of a tenth of what was compared or less needs no word at the top: a reader finds it
    /// in the list of what does not count.
    private static let leastShare = 0.1

    /// Tells what is to be said of a report; `nil` where common text is little.
    init?(_ report: ReportSource) {
        let (common, all) = (report.summary.commonCharacters, report.summary.countedCharacters)
        guard all > 0, Double(common) > Self.leastShare * Double(all) else { return nil }
        share = Double(common) / Double(all)
        // Between documents that are copies of one another such text is copied, and common elsewhere.
        let holding = report.documents.count { $0.commonCharacters > 0 }
        let most = report.clusters.lazy.filter { $0.matchClass == .common }
            .map { Set($0.members.map(\.document)).count }.max()
        holders = max(holding, most ?? 0)
        documents = report.documents.count
    }
}

extension ComparedDocument {
    /// Share of the characters that were copied or stand in text that most documents hold, 0 to 1.
    var shareWithCommon: Double {
        characters == 0 ? 0 : Double(copiedCharacters + commonCharacters) / Double(characters)
    }
}

extension MatchClass {
    /// The class in words.
    var words: String {
        switch self {
        case .copy: "copy"
        case .setPhrase: "set phrase"
        case .quotation: "quotation"
        case .common: "common text"
        case .template: "template"
        }
    }
}
