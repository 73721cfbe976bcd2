import LeitongReport
import TestSupport

/// Reports that nobody would think of: every member drawn, each optional one there or not.
struct RandomReport {
    private var random: SplitMix64
    private static let names = ["a.txt", "目录/乙.md", "c#2", "记录:7", "=1", "\"x\", y"]
    private static let texts =
        ["", "一段话", "two words", "e\u{301}👍🏽", "**", "line\nend", "\u{1B}[31m", "<b>&\u{2028}"]

    init(seed: UInt64) {
        random = SplitMix64(seed: seed)
    }

    mutating func report() -> Report {
        var report = Report.empty(chance() ? .find : .score)
        report.options.against = chance() ? names(2) : nil
        report.options.pairs = chance() ? number() : nil
        report.options.templates = chance() ? names(1) : nil
        report.options.passages = chance() ? passageOptions() : nil
        report.guarantee.minNarrowRun = chance() ? number() : nil
        report.guarantee.bands = chance() ? number() : nil
        report.summary = summary()
        report.documents = many { $0.document() }
        report.clusters = many { $0.cluster(.paragraph) }
        report.paragraphs = many { $0.paragraph() }
        report.passages = many { $0.passage() }
        report.phrases = many { $0.phrase() }
        report.passageClusters = many { $0.cluster(.passage) }
        report.pairs = many { $0.pair() }
        report.skipped = many { $0.skipped() }
        let warnings = many { $0.warning() }
        report.warnings = warnings.isEmpty ? nil : warnings
        return report
    }

    // MARK: - What rows are made of

    mutating func chance() -> Bool { Bool.random(using: &random) }
    mutating func number() -> Int { Int.random(in: 0..<1_000_000, using: &random) }
    mutating func name() -> String { Self.names.randomElement(using: &random) ?? "" }
    mutating func text() -> String { Self.texts.randomElement(using: &random) ?? "" }
    mutating func names(_ count: Int) -> [String] { (0..<count).map { _ in name() } }

    /// A share as reports give them.
    mutating func share() -> Double {
        Double(Int.random(in: 0...10_000, using: &random)) / 10_000
    }

    mutating func matchClass() -> MatchClass {
        MatchClass.allCases.randomElement(using: &random) ?? .copy
    }

    mutating func place() -> Place {
        let start = number()
        let length = Int.random(in: 0...50, using: &random)
        return Place(document: name(), range: start..<start + length, line: number())
    }

    mutating func many<Row>(_ row: (inout Self) -> Row) -> [Row] {
        (0..<Int.random(in: 0...4, using: &random)).map { _ in row(&self) }
    }

    // MARK: - Rows

    mutating func paragraph() -> ParagraphMatch {
        let (a, b) = (place(), place())
        let kinds: [Edit.Kind] = [.equal, .replaced, .inserted, .deleted]
        let texts: [Edit.Texts] = many {
            (kinds.randomElement(using: &$0.random) ?? .equal, $0.text(), $0.text())
        }
        return ParagraphMatch(
            a: a,
            b: b,
            form: chance() ? .exact : .near,
            jaccard: share(),
            basis: chance() ? .jaccard : .editDistance,
            matchClass: matchClass(),
            bits: Double(number()) / 10,
            cluster: chance() ? number() : nil,
            differences: chance() ? .placed(texts, at: a, and: b) : nil
        )
    }

    mutating func passage() -> PassageMatch {
        PassageMatch(
            a: place(),
            b: place(),
            matchClass: matchClass(),
            form: [.exact, .near, .rewritten, .shuffled].randomElement(using: &random) ?? .exact,
            identity: share(),
            matched: number(),
            chain: number(),
            bits: Double(number()) / 10,
            documents: number(),
            edits: many { $0.edit() }
        )
    }

    mutating func edit() -> Edit {
        let hasText = chance()
        return Edit(
            kind: Edit.Kind.allCases.randomElement(using: &random) ?? .equal,
            a: place().range,
            b: place().range,
            aText: hasText ? text() : nil,
            bText: hasText ? text() : nil
        )
    }

    mutating func phrase() -> Phrase {
        Phrase(
            text: text(),
            matchClass: matchClass(),
            documents: number(),
            bits: Double(number()) / 10,
            places: many { $0.place() }
        )
    }

    mutating func cluster(_ level: Cluster.Level) -> Cluster {
        let members = many { $0.place() }
        var cluster = Cluster(
            level: level,
            matchClass: matchClass(),
            members: members,
            similarities: members.map { _ in share() },
            cohesion: share(),
            meanSimilarity: share(),
            text: text(),
            variants: chance() ? variants() : nil,
            variantsOmitted: chance() ? .tooLarge : nil
        )
        if chance() {
            let unknown = chance() ? 0 : number()
            cluster.earliest = EarliestHolder(
                name: name(),
                date: "2024-05",
                ties: many { $0.name() },
                unknown: unknown
            )
        }
        return cluster
    }

    mutating func variants() -> ClusterVariants {
        ClusterVariants(
            pieces: many { $0.text() },
            slots: many { maker in
                .init(
                    values: maker.many { .init(text: $0.text(), members: [$0.number()]) }
                )
            }
        )
    }

    mutating func pair() -> PairScore {
        var pair = PairScore(
            a: name(),
            b: name(),
            aCovered: share(),
            bCovered: share(),
            aShared: share(),
            bShared: share(),
            resemblance: share(),
            longest: number(),
            aMatchedCharacters: number(),
            bMatchedCharacters: number(),
            aCharacters: number(),
            bCharacters: number(),
            aMatchedParagraphs: number(),
            bMatchedParagraphs: number()
        )
        if chance() { pair.earlier = chance() ? .a : .b }
        return pair
    }

    mutating func document() -> ComparedDocument {
        var document = ComparedDocument(
            name: name(),
            path: name(),
            section: chance() ? number() : nil,
            title: chance() ? text() : nil,
            format: "text",
            encoding: "UTF-8",
            paragraphs: number(),
            shortParagraphs: number(),
            characters: number(),
            copiedCharacters: number(),
            sharedCharacters: number(),
            sources: many {
                DocumentSource(
                    name: $0.name(),
                    characters: $0.number(),
                    exclusiveCharacters: $0.number(),
                    order: $0.chance() ? .earlier : nil
                )
            },
            sourceCount: number()
        )
        if chance() { document.date = "2023-03-05" }
        if chance() { document.dateSource = "name" }
        if chance() { document.fileDate = "2023" }
        if chance() { document.sourcesArePartial = true }
        document.commonCharacters = number()
        document.templateCharacters = number()
        return document
    }

    mutating func skipped() -> SkippedEntry {
        var entry = SkippedEntry(
            path: name(),
            reason: "undecodable",
            message: text(),
            byteOffset: chance() ? number() : nil
        )
        if chance() { entry.badBytes = number() }
        if chance() { entry.badByteOffsets = many { $0.number() } }
        return entry
    }

    mutating func warning() -> TextWarning {
        let code = TextWarning.Code.allCases.randomElement(using: &random) ?? .privateUse
        return TextWarning(document: name(), code: code, count: number())
    }

    // MARK: - What stands before the rows

    private mutating func passageOptions() -> PassageOptions {
        PassageOptions(
            minRun: number(),
            minPassage: number(),
            placeLimit: number(),
            setPhraseBits: Double(number()),
            richBits: Double(number()),
            knownDocuments: number(),
            quotedDocuments: number(),
            nearIdentity: share(),
            background: name(),
            commonShare: share(),
            countCommon: chance(),
            countBibliography: chance()
        )
    }

    /// Totals of which each is another number, so that none can be taken for another.
    private mutating func summary() -> Summary {
        var summary = Summary()
        let members: [WritableKeyPath<Summary, Int>] = [
            \.documents, \.sections, \.paragraphs, \.characters, \.comparedParagraphs,
            \.shortParagraphs, \.distinctParagraphs, \.partlyComparedParagraphs,
            \.copiedParagraphs, \.clusters, \.matches, \.copiedPassages, \.setPhrasePassages,
            \.quotations, \.commonPassages, \.templatePassages, \.phrases, \.countedCharacters,
            \.commonCharacters, \.templateCharacters, \.unlistedPairs, \.shortPassages, \.skipped,
            \.ignored, \.furtherNames,
        ]
        for member in members { summary[keyPath: member] = number() }
        return summary
    }
}
