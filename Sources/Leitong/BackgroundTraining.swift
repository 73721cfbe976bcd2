@_spi(Core) import LeitongCore
import LeitongModel

/// Makes a background model of corpora of ordinary prose.
///
/// ```swift
/// var training = BackgroundTraining()
/// training.add(corpus)
/// var options = ComparisonOptions()
/// options.background = try BackgroundModel(bytes: training.finish(maxBytes: 1 << 20))
/// options.backgroundName = "minutes of meetings"
/// ```
///
/// A paragraph counts where it stands first: what one document has from another, word for word, is
/// known no better for it.
public struct BackgroundTraining: Sendable {
    private let folder = Folder(level: .standard)
    private var builder = BackgroundModelBuilder()
    private var seen: Set<TextDigest> = []

    /// Documents added that held anything new.
    public private(set) var documentCount = 0
    /// Folded characters of them.
    public private(set) var characterCount = 0

    /// Creates a training without documents.
    public init() {}

    /// Adds the documents of a corpus.
    ///
    /// - Parameters:
    ///   - corpus: The documents.
    ///   - weight: How many documents each counts for.
    /// - Complexity: Linear in the text.
    public mutating func add(_ corpus: Corpus, weight: Int = 1) {
        let batch = corpus.batch
        var folded = FoldedText()
        var scalars: [UInt32] = []
        var document: [UInt32] = []
        var scratch: [UInt8] = []
        for index in batch.documents.indices {
            document.removeAll(keepingCapacity: true)
            var count = 0
            for paragraph in batch.documents[index].paragraphs {
                batch.withText(ofParagraph: paragraph, scratch: &scratch) { text in
                    folder.fold(text, into: &folded, keepingMap: false)
                }
                guard folded.scalarCount > 0 else { continue }
                guard seen.insert(folded.digest).inserted else {
                    // What stood around it did not stand together.
                    document.append(FoldedText.wildcard)
                    continue
                }
                folded.decodeScalars(into: &scalars)
                document.append(contentsOf: scalars)
                count += folded.characterCount
            }
            guard count > 0 else { continue }
            builder.add(document.span, weight: weight)
            documentCount += 1
            characterCount += count
        }
    }

    /// The model, as a file.
    ///
    /// - Parameter maxBytes: Its length at most.
    /// - Returns: Its bytes.
    /// - Complexity: That of sorting the text's n-grams.
    public func finish(maxBytes: Int) -> [UInt8] {
        builder.finish(maxBytes: maxBytes)
    }
}
