/// Makes a ``BackgroundModel`` of documents.
///
/// What counts is how many documents hold an n-gram, not how often they do: what one document says a
/// hundred times is its own. Counts are exact. An n-gram of three scalars or more has to stand in
/// three documents, so that a sentence that two share stays as surprising as it is; of the others
/// those are kept without which the texts would be most surprising (``NGramSelection``). Each
/// probability is interpolated with that of the shorter n-gram (``NGramSmoothing``).
///
/// Holds 8 bytes a scalar, and while it counts 12 more.
@_spi(Core) public struct BackgroundModelBuilder: Sendable {
    private let order: Int
    private var scalars: [UInt32] = []
    private var documents: [(end: Int, weight: UInt16)] = []

    /// Documents that an n-gram of three scalars or more has to stand in.
    private static let leastCount = 3

    /// Creates a builder.
    ///
    /// - Parameter order: Longest n-gram, 1 to 6.
    public init(order: Int = 6) {
        precondition((1...BackgroundModel.orderLimit).contains(order), "no such order")
        self.order = order
    }

    /// Adds a document.
    ///
    /// - Parameters:
    ///   - document: Its folded scalars; n-grams end at wildcards. Chinese characters count by their
    ///     Simplified forms.
    ///   - weight: How many documents it counts for, so that a small collection can be as heavy as a
    ///     large one. What has to stand in three documents has to whatever they weigh.
    public mutating func add(_ document: Span<UInt32>, weight: Int = 1) {
        precondition((1...Int(UInt16.max)).contains(weight), "no such weight")
        precondition(scalars.count + document.count < 1 << 27, "too much text")
        let forms = SimplifiedForms.standard
        for index in document.indices { scalars.append(forms[document[index]]) }
        documents.append((scalars.count, UInt16(weight)))
    }

    /// The model of all documents added.
    ///
    /// - Parameter maxBytes: Length of the file at most; less than the least are taken for it.
    /// - Returns: A file that ``BackgroundModel/init(bytes:)`` reads.
    /// - Complexity: Linear in the text, but for sorting; equal documents in equal order give equal
    ///   bytes.
    public func finish(maxBytes: Int) -> [UInt8] {
        let levels = countLevels()
        let limit = BackgroundModel.entryLimit(
            forBytes: Swift.max(BackgroundModel.leastSize, maxBytes)
        )
        let selection = NGramSelection.choosing(levels, limit: limit)
        var ngrams: [(hash: NGramHash, cost: UInt8, penalty: UInt8)] = []
        ngrams.reserveCapacity(Swift.min(limit, levels.reduce(0) { $0 + $1.count }))
        let smoothing = NGramSmoothing(levels: levels, selection: selection)
        smoothing.forEachLevel { depth, level in
            for ngram in 0..<levels[depth].count where selection.holds(ngram, depth: depth) {
                ngrams.append(
                    (
                        hash(of: ngram, depth: depth, levels: levels), level.costs[ngram],
                        level.penalties.isEmpty ? 0 : level.penalties[ngram]
                    )
                )
            }
        }
        return BackgroundModel.encode(order: order, ngrams: ngrams)
    }

    private func hash(of ngram: Int, depth: Int, levels: [NGramLevel]) -> NGramHash {
        var hash = NGramHash()
        var current = ngram
        for level in levels[...depth].reversed() {
            hash.prepend(level.scalar(of: current))
            current = level.prefix(of: current)
        }
        return hash
    }

    /// Counts the n-grams of each length, from the shortest on.
    func countLevels() -> [NGramLevel] {
        var levels: [NGramLevel] = []
        // The n-gram of the last level that ends before each scalar; at first the empty one.
        var prefixes = [UInt32](repeating: 0, count: scalars.count)
        for length in 1...order {
            let occurrences = occurrences(after: prefixes)
            var level = NGramLevel.counting(
                occurrences: occurrences,
                prefixCount: levels.last?.count ?? 1,
                least: length < 3 ? 1 : Self.leastCount
            )
            if let below = levels.last {
                level.linkSuffixes(to: below)
            } else {
                level.linkSuffixesToRoot()
            }
            if length < order { advance(&prefixes, to: level) }
            levels.append(level)
        }
        return levels
    }

    /// Each n-gram once a document, sorted.
    private func occurrences(after prefixes: [UInt32]) -> [UInt64] {
        var all: [UInt64] = []
        all.reserveCapacity(scalars.count)
        var own: [UInt64] = []
        var start = 0
        for document in documents {
            own.removeAll(keepingCapacity: true)
            for index in start..<document.end
            where prefixes[index] != NGramLevel.none && scalars[index] != FoldedText.wildcard {
                own.append(
                    NGramLevel.occurrence(
                        prefix: prefixes[index],
                        scalar: scalars[index],
                        weight: document.weight
                    )
                )
            }
            own.sort()
            for (index, occurrence) in own.enumerated()
            where index == 0 || own[index - 1] != occurrence {
                all.append(occurrence)
            }
            start = document.end
        }
        all.sort()
        return all
    }

    /// Replaces the n-gram before each scalar by that of a level more.
    private func advance(_ prefixes: inout [UInt32], to level: NGramLevel) {
        var start = 0
        for document in documents {
            // The n-gram that ends with a scalar is the prefix of the next scalar.
            var previous = NGramLevel.none
            for index in start..<document.end {
                let ending =
                    scalars[index] == FoldedText.wildcard
                    ? NGramLevel.none : level.child(of: prefixes[index], scalar: scalars[index])
                prefixes[index] = previous
                previous = ending
            }
            start = document.end
        }
    }
}
