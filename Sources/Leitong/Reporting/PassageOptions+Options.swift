import LeitongCore
import LeitongReport

extension PassageOptions {
    /// The options of passages, as the report repeats them.
    init(_ options: ComparisonOptions) {
        self.init(
            minRun: options.minRun,
            minPassage: options.minPassage,
            placeLimit: options.placeLimit,
            setPhraseBits: options.significance.setPhraseBits,
            richBits: options.significance.richBits,
            knownDocuments: options.significance.knownDocuments,
            quotedDocuments: options.significance.quotedDocuments,
            nearIdentity: options.significance.nearIdentity,
            background: options.backgroundName,
            commonShare: options.commonShare,
            countCommon: options.countsCommon,
            countBibliography: options.countsBibliography
        )
    }
}
