import BenchmarkSupport
@_spi(Core) import LeitongCore

/// From documents to passages.
extension HotPath {
    /// The subjects, in the order of the search.
    static let passages = [seeds, groups, chains, gaps, script, surprisals]

    private static let sample = SampleStream(paragraphs: 400)

    private static let seeds = HotPath(name: "Seeds chosen") {
        { sample.seeds().seeds.count }
    }

    private static let groups = HotPath(name: "Seeds grouped") {
        let batch = sample.seeds()
        return { sample.index(of: batch).groupCount }
    }

    private static let chains = HotPath(name: "Passages of 400 documents") {
        let finder = makeFinder(of: sample)
        return { matched(finder, sample) }
    }

    /// Copies with something in two places of every forty changed: six characters replaced, which
    /// is a small gap, and by turns twelve slipped in.
    private static let gaps = HotPath(name: "Passages with gaps of 40 documents") {
        let text = Array(sample.stream.scalars.prefix(8000))
        var copies: [[UInt32]] = []
        for start in stride(from: 0, to: 8000, by: 400) {
            let original = Array(text[start..<start + 400])
            copies.append(original)
            copies.append(edited(original))
        }
        let documents = SampleStream(stream: FoldedStream(copies), copiedPairs: 20)
        let finder = makeFinder(of: documents)
        return { matched(finder, documents) }
    }

    private static let script = HotPath(name: "Edit script of 1,000 characters, a fifth replaced") {
        let text = Array(sample.stream.scalars.prefix(1000))
        var edited = text
        for position in stride(from: 4, to: 1000, by: 5) { edited[position] = 0x4E00 }
        let copy = edited
        return { EditScript(from: text.span, to: copy.span).runs.count }
    }

    private static let surprisals = HotPath(name: "Surprisal of 20,000 characters") {
        let text = Array(sample.stream.scalars.prefix(20_000))
        let model = BackgroundModel.standard
        var bits: [Float] = []
        return {
            model.surprisals(of: text.span, from: 0, into: &bits)
            return Int(bits.reduce(0, +))
        }
    }

    private static func makeFinder(of documents: SampleStream) -> PassageFinder {
        PassageFinder(
            stream: documents.stream,
            index: documents.index(of: documents.seeds()),
            rule: .standard,
            pairRule: .all,
            placeLimit: 12,
            extraPairs: []
        )
    }

    private static func matched(_ finder: PassageFinder, _ documents: SampleStream) -> Int {
        var matched = 0
        finder.forEachPair(of: 0..<documents.stream.documentCount) { chains in
            for chain in chains { matched += chain.passage.matched }
        }
        return matched
    }

    private static func edited(_ original: [UInt32]) -> [UInt32] {
        var copy: [UInt32] = []
        for (position, scalar) in original.enumerated() {
            copy.append(position % 40 < 6 ? 0x4E00 + UInt32(position) : scalar)
            if position % 80 == 30 {
                copy += (0..<12).map { 0x5000 + UInt32(position + $0) }
            }
        }
        return copy
    }
}
