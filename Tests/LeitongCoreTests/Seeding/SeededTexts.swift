import LeitongStorage
import TestSupport

@_spi(Core) @testable import LeitongCore

/// Random documents with their seeds, and plain dictionaries of what stands where.
struct SeededTexts {
    let stream: FoldedStream
    let index: SeedIndex
    let rule: SeedRule

    /// Wide scalars or letters; in text of both, a window may hold less than decides on its seed.
    private static let alphabets = [
        "全面", "全面推", "ab", "abc", "全面1", "全面推*", "abcd*", "ab1", "abc全", "abcdefghijklmn全1",
    ]
    .map { $0.unicodeScalars.map { $0 == "*" ? FoldedText.wildcard : $0.value } }

    /// Random documents over a small alphabet, some of them empty, with copies among them.
    init(_ random: inout SplitMix64, rule: SeedRule = .standard, batchLength: Int = 3) {
        let letters = Self.alphabets.randomElement(using: &random) ?? []
        var texts: [[UInt32]] = []
        for _ in 0..<Int.random(in: 1...10, using: &random) {
            var text: [UInt32] = []
            let length = Int.random(in: 0...120, using: &random)
            while text.count < length {
                if let source = texts.randomElement(using: &random), !source.isEmpty,
                    Bool.random(using: &random)
                {
                    let start = Int.random(in: 0..<source.count, using: &random)
                    text += source[start...].prefix(Int.random(in: 5...60, using: &random))
                } else {
                    text += (0..<Int.random(in: 1...20, using: &random))
                        .map { _ in letters.randomElement(using: &random) ?? 0 }
                }
            }
            texts.append(text)
        }
        self.init(texts, rule: rule, batchLength: batchLength)
    }

    /// Given documents; so many make a batch.
    ///
    /// Half of them all have no memory to be indexed in.
    init(_ texts: [[UInt32]], rule: SeedRule = .standard, batchLength: Int = 3) {
        self.rule = rule
        var winnower = Winnower(rule: rule)
        stream = FoldedStream(texts)
        var batches = [SeedBatch()]
        for (document, text) in texts.enumerated() {
            let base = stream.documentStarts[document]
            winnower.winnow(
                text.span,
                base: base,
                document: UInt32(document),
                into: &batches[batches.count - 1]
            )
            if document % batchLength == batchLength - 1 { batches.append(SeedBatch()) }
        }
        let budget = MemoryBudget(limit: stream.scalars.count % 2 == 0 ? 1 << 30 : 0)
        do {
            index = try SeedIndex.indexing(batches, documentCount: texts.count, budget: budget)
        } catch {
            fatalError(error.description)
        }
    }

    func isWide(_ scalar: UInt32) -> Bool {
        scalar != FoldedText.wildcard && (scalar > 0x7F || (0x30...0x39).contains(scalar))
    }

    /// The document's text from a position on.
    private func rest(_ position: Int) -> Slice<FlatArray<UInt32>> {
        stream.scalars[position..<stream.documentStarts[stream.document(at: position) + 1]]
    }

    /// The text of the seed that begins at a position: six scalars if one of them is wide, else twelve.
    func seedText(_ position: Int) -> [UInt32]? {
        let rest = rest(position)
        let length = rest.prefix(6).contains(where: isWide) ? 6 : 12
        guard rest.count >= length, !rest.prefix(length).contains(FoldedText.wildcard) else {
            return nil
        }
        return Array(rest.prefix(length))
    }

    /// The text that decides which seed a window chooses: from its start to where its
    /// seeds end.
    func windowText(_ position: Int) -> [UInt32]? {
        let rest = rest(position)
        let starts =
            (rest.prefix(rule.windowLength).contains(where: isWide) ? 1 : 2) * rule.windowLength
        let length = (0..<starts)
            .reduce(0) { reach, seed in
                let isWide = rest.dropFirst(seed).prefix(6).contains(where: isWide)
                return Swift.max(reach, seed + (isWide ? 6 : 12))
            }
        guard rest.count >= length, !rest.prefix(length).contains(FoldedText.wildcard) else {
            return nil
        }
        return Array(rest.prefix(length))
    }

    /// Where each window text stands, rising.
    var windows: [[UInt32]: [Int]] {
        var windows: [[UInt32]: [Int]] = [:]
        for position in stream.scalars.indices {
            if let text = windowText(position) { windows[text, default: []].append(position) }
        }
        return windows
    }

    /// The seed that each window chose: of those between whose first and last window it stands, and
    /// which begin in it, the last one.
    var seedOfWindow: [Int: Int] {
        var seeds: [Int: Int] = [:]
        for (number, seed) in index.seeds.enumerated() {
            for start in seed.windowStarts {
                let isWide = rest(start).prefix(rule.windowLength).contains(where: isWide)
                let end = start + (isWide ? 1 : 2) * rule.windowLength
                if Int(seed.position) < end { seeds[start] = number }
            }
        }
        return seeds
    }

    /// Where the runs of so many scalars without a wildcard stand, rising.
    func runs(ofLength length: Int) -> [[UInt32]: [Int]] {
        var runs: [[UInt32]: [Int]] = [:]
        for position in stream.scalars.indices {
            let run = Array(rest(position).prefix(length))
            guard run.count == length, !run.contains(FoldedText.wildcard) else { continue }
            runs[run, default: []].append(position)
        }
        return runs
    }

    /// What the splitter makes of all groups in more places than the limit.
    func split(placeLimit: Int, pairRule: PairRule = .all) -> SeedLengthener.Result {
        var splitter = SeedLengthener(
            stream: stream,
            index: index,
            rule: rule,
            pairRule: pairRule,
            placeLimit: placeLimit
        )
        var result = SeedLengthener.Result()
        for group in 0..<index.groupCount where index.size(ofGroup: group) > placeLimit {
            splitter.split(group: group, into: &result)
        }
        return result
    }
}

extension SeedLengthener.Result {
    /// Starts of the windows of each run.
    var windowsOfRuns: [[Int]] {
        runStarts.indices.map { run in
            let end = run + 1 < runStarts.count ? runStarts[run + 1] : windowStarts.count
            return windowStarts[runStarts[run]..<end].map { Int($0) }
        }
    }
}
