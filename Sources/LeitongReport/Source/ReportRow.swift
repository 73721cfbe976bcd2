/// A row of a report, of whatever kind.
///
/// ```swift
/// for row in try await Finder().source(in: corpus).rows {
///     switch row {
///     case .passage(let passage): print(passage.a.document, passage.b.document, passage.matched)
///     case .skipped(let input): print(input.path, input.message)
///     default: continue
///     }
/// }
/// ```
public enum ReportRow: Sendable, Equatable {
    /// Paragraphs that are copies of one another.
    case cluster(Cluster)
    /// Two of them.
    case paragraph(ParagraphMatch)
    /// Passages that are copies of one text in very many places.
    case passageCluster(Cluster)
    /// A passage that stands in two places.
    case passage(PassageMatch)
    /// A run of text told once with all its places.
    case phrase(Phrase)
    /// How much two documents share.
    case pair(PairScore)
    /// An input that could not be used.
    case skipped(SkippedEntry)
    /// What in a document may hide a copy.
    case warning(TextWarning)
}

extension ReportSource {
    /// All rows in the order of JSON Lines, each made when it is asked for.
    ///
    /// A source of `find` has no pairs, one of `score` only these, what was skipped and warnings.
    public var rows: some Sequence<ReportRow> & Sendable {
        ReportRowSequence(source: self)
    }
}

/// The rows of a source, kind by kind.
struct ReportRowSequence: Sequence, Sendable {
    let source: ReportSource

    func makeIterator() -> Iterator { Iterator(source: source) }

    struct Iterator: IteratorProtocol {
        let source: ReportSource
        /// Which kind is under way, and how many of its rows were made.
        private var kind = 0
        private var position = 0

        init(source: ReportSource) {
            self.source = source
        }

        mutating func next() -> ReportRow? {
            while let count = count(of: kind) {
                if position < count {
                    position += 1
                    return row(of: kind, at: position - 1)
                }
                (kind, position) = (kind + 1, 0)
            }
            return nil
        }

        /// Rows of a kind; `nil` beyond the last.
        private func count(of kind: Int) -> Int? {
            let finds = source.header.command == .find
            return switch kind {
            case 0: finds ? source.clusters.count : 0
            case 1: finds ? source.paragraphs.count : 0
            case 2: finds ? source.passageClusters.count : 0
            case 3: finds ? source.passages.count : 0
            case 4: finds ? source.phrases.count : 0
            case 5: finds ? 0 : source.pairs.count
            case 6: source.skipped.count
            case 7: source.warnings.count
            default: nil
            }
        }

        private func row(of kind: Int, at index: Int) -> ReportRow {
            switch kind {
            case 0: .cluster(source.clusters[index])
            case 1: .paragraph(source.paragraphs[index])
            case 2: .passageCluster(source.passageClusters[index])
            case 3: .passage(source.passages[index])
            case 4: .phrase(source.phrases[index])
            case 5: .pair(source.pairs[index])
            case 6: .skipped(source.skipped[index])
            default: .warning(source.warnings[index])
            }
        }
    }
}
