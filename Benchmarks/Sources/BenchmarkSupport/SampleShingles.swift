@_spi(Core) package import LeitongCore

/// The sample folded and shingled: what the later stages start from.
package struct SampleShingles: Sendable {
    /// Every scalar as it stands.
    package let folded: [FoldedText]
    /// Shingles of five characters.
    package let hashes: [ShingleHashes]

    /// Folds and shingles a sample without folding anything away.
    package init(_ sample: SampleParagraphs) {
        let folder = Folder(level: .none)
        let shingler = Shingler(rule: .characters(5))
        var folded: [FoldedText] = []
        var hashes: [ShingleHashes] = []
        for text in sample.texts {
            var paragraph = FoldedText()
            var shingles = ShingleHashes()
            folder.fold(text.span, into: &paragraph, keepingMap: false)
            shingler.hash(paragraph, into: &shingles)
            folded.append(paragraph)
            hashes.append(shingles)
        }
        self.folded = folded
        self.hashes = hashes
    }
}

extension ShingleHashes {
    /// The hashes as an array.
    package var array: [UInt64] {
        withHashes { hashes in hashes.indices.map { hashes[$0] } }
    }
}

/// The band plan of standard options: threshold 0.7, recall 0.999 at the threshold.
///
/// - Returns: The plan that `ComparisonOptions` chooses.
package func standardBandPlan() -> BandPlan {
    guard let plan = BandPlan(threshold: 0.7, recallTarget: 0.999) else {
        fatalError("no band plan for threshold 0.7")
    }
    return plan
}
