import Foundation
import Leitong
import LeitongFiles
import LeitongReport
import TestSupport
import Testing

/// Passages on labelled sets that lie beside the project; floors that may only rise.
@Suite(.enabled(if: Project.shared != nil)) struct SharedPassagesTests {
    /// A labelled or reported pair of places.
    struct Case: Hashable {
        var a: Side
        var b: Side
        var kind = ""

        init?(_ row: [String: Any]) {
            guard let a = row["a"] as? String, let b = row["b"] as? String,
                let numbers = ["a_start", "a_end", "b_start", "b_end"].map({ row[$0] as? Int })
                    as? [Int]
            else { return nil }
            self.init(
                Side(document: a, range: numbers[0]..<numbers[1]),
                Side(document: b, range: numbers[2]..<numbers[3])
            )
            kind = row["kind"] as? String ?? ""
        }

        /// The order of the two sides does not matter.
        init(_ a: Side, _ b: Side) {
            let isOrdered = (a.document, a.range.lowerBound) <= (b.document, b.range.lowerBound)
            (self.a, self.b) = isOrdered ? (a, b) : (b, a)
        }

        func meets(_ other: Case) -> Bool {
            a.document == other.a.document && b.document == other.b.document
                && a.range.overlaps(other.a.range) && b.range.overlaps(other.b.range)
        }
    }

    struct Side: Hashable {
        var document: String
        var range: Range<Int>

        init(document: String, range: Range<Int>) {
            self.document = document
            self.range = range
        }

        /// The stretch of a document that spans some others.
        init(document: String, spanning ranges: [Range<Int>]) {
            let start = ranges.map(\.lowerBound).min() ?? 0
            self.init(document: document, range: start..<(ranges.map(\.upperBound).max() ?? start))
        }
    }

    /// A copy between two documents that several passages may tell.
    struct Chain: Hashable {
        var number: Int
        var a: String
        var b: String
    }

    private func set(_ name: String) throws -> URL {
        try #require(Project.shared).appending(path: "labelled/\(name)")
    }

    private func gold(_ name: String) throws -> [Case] {
        try String(contentsOf: set(name).appending(path: "gold.jsonl"), encoding: .utf8)
            .split(separator: "\n")
            .compactMap {
                try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
            }
            .compactMap(Case.init)
    }

    /// Reported copies between different files, each by itself or those that one copy explains as one
    /// detection, which spans them.
    private func found(
        _ name: String,
        scope: SearchScope,
        joinsChains: Bool = true
    ) async throws -> [Case] {
        let corpus = try await Loader()
            .load(paths: [try set(name).appending(path: "docs").path])
        var options = ComparisonOptions()
        options.scope = scope
        let report = try await Finder(options: options)
            .find(in: corpus, context: RunContext(threads: 2))
        func side(_ place: Place) -> Side {
            let file = place.document.split(separator: "/").last ?? ""
            let document = String(file.split(separator: "#").first ?? "")
            return Side(document: document, range: place.range)
        }
        let copies = report.passages.filter { $0.matchClass == .copy }
        let chains = Dictionary(grouping: copies.enumerated()) { index, match in
            Chain(
                number: joinsChains ? match.chain : index,
                a: side(match.a).document,
                b: side(match.b).document
            )
        }
        .mapValues { $0.map(\.element) }
        let passages = chains.map { chain, matches in
            Case(
                Side(document: chain.a, spanning: matches.map { side($0.a).range }),
                Side(document: chain.b, spanning: matches.map { side($0.b).range })
            )
        }
        let rows =
            passages
            + report.paragraphs.filter { $0.matchClass == .copy }
            .map { Case(side($0.a), side($0.b)) }
        return Array(Set(rows.filter { $0.a.document != $0.b.document }))
    }

    /// Share of the characters of cases, both sides, that others cover.
    private func share(of cases: [Case], by others: [Case]) -> Double {
        var covered = 0
        var length = 0
        for entry in cases {
            let hits = others.filter { entry.meets($0) }
            for side in [\Case.a, \Case.b] {
                let range = entry[keyPath: side].range
                var union = IndexSet()
                for hit in hits {
                    union.insert(integersIn: hit[keyPath: side].range.clamped(to: range))
                }
                covered += union.count
                length += range.count
            }
        }
        return Double(covered) / Double(Swift.max(1, length))
    }

    /// Mean number of detections of each detected case.
    private func granularity(_ gold: [Case], _ found: [Case]) -> Double {
        let counts = gold.map { entry in found.count { entry.meets($0) } }.filter { $0 > 0 }
        return Double(counts.reduce(0, +)) / Double(Swift.max(1, counts.count))
    }

    @Test func articlesOfLaws() async throws {
        let gold = try gold("zh_law_articles")
        let found = try await found("zh_law_articles", scope: .all, joinsChains: false)
        func recall(_ kind: String) -> Double {
            let cases = gold.filter { $0.kind == kind }
            return Double(cases.count { entry in found.contains { entry.meets($0) } })
                / Double(cases.count)
        }
        #expect(recall("identical") == 1)
        #expect(recall("modified") >= 0.97)
        #expect(recall("modified-manual") >= 0.95)
        let (precision, recall) = (share(of: found, by: gold), share(of: gold, by: found))
        let score = 2 * precision * recall / (precision + recall)
        #expect(score >= 0.92, "precision \(precision), recall \(recall)")
    }

    /// Articles without a counterpart: no reported copy is one of them as a whole.
    @Test func newArticlesArePairedWithNothing() async throws {
        let found = try await found("zh_law_articles", scope: .all)
        let url = try set("zh_law_articles").appending(path: "unmatched.jsonl")
        let rows = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
            .compactMap { try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] }
        #expect(rows.count == 44)
        for row in rows {
            let document = try #require(row["doc"] as? String)
            let other = try #require(row["other"] as? String)
            let start = try #require(row["start"] as? Int)
            let end = try #require(row["end"] as? Int)
            let article = start..<end
            let paired = found.filter { entry in
                guard Set([entry.a.document, entry.b.document]) == [document, other] else {
                    return false
                }
                let side = entry.a.document == document ? entry.a.range : entry.b.range
                let common = side.clamped(to: article).count
                return 5 * common > 4 * article.count && 2 * common > side.count
            }
            #expect(paired.isEmpty, "\(document) \(article)")
        }
    }

    @Test func plagiarismInIndonesian() async throws {
        let gold = try gold("id_plagiarism")
        let found = try await found("id_plagiarism", scope: .passages)
        let floors = [
            "artificial-none": 0.99, "artificial-random-shuffling": 0.95,
            "artificial-pos-preserving": 0.9, "artificial-semantic-variation": 0.33,
            "simulated": 0.46,
        ]
        for (kind, floor) in floors {
            let recall = share(of: gold.filter { $0.kind == kind }, by: found)
            #expect(recall >= floor, "\(kind): \(recall)")
        }
        let whole = gold.filter { $0.kind == "artificial-none" }
        #expect(whole.allSatisfy { entry in found.contains { entry.meets($0) } })
        #expect(granularity(gold, found) <= 1.05)
        #expect(share(of: found, by: gold) >= 0.72)
    }

    #if !DEBUG
    /// The same chapter in two editions is nearer than any other chapter is to either.
    @Test(arguments: ["docs", "docs_base"])
    func chaptersInTwoEditions(folder: String) async throws {
        let root = try set("zh_shiji_editions")
        let corpus = try await Loader().load(paths: [root.appending(path: folder).path])
        let pairs = try await Scorer().score(corpus, context: RunContext(threads: 2)).pairs
        var covered: [Set<String>: Double] = [:]
        for pair in pairs {
            let names = Set([pair.a, pair.b].map { String($0.split(separator: "/").last ?? "") })
            covered[names] = Swift.max(pair.aCovered, pair.bCovered)
        }
        let labels = try String(contentsOf: root.appending(path: "pairs.jsonl"), encoding: .utf8)
            .split(separator: "\n")
            .compactMap { try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] }
            .filter { $0["kind"] as? String == "same-chapter-two-editions" }
            .map { Set([$0["a"] as? String ?? "", $0["b"] as? String ?? ""]) }
        let same = Set(labels)
        let first = labels.filter { pair in
            let own = covered[pair] ?? 0
            return covered.allSatisfy { other, share in
                other.isDisjoint(with: pair) || same.contains(other) || share < own
                    || !other.allSatisfy { $0.hasPrefix("shiji") }
                    || Set(other.map { $0.prefix(9) }).count == 1
            }
        }
        #expect(Double(first.count) >= 0.97 * Double(labels.count))
    }
    #endif
}
