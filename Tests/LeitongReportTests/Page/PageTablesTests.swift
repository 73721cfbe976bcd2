import Foundation
import TestSupport
import Testing

@testable import LeitongReport

/// The tables say what the texts hold: a plain reader makes the texts of them again.
@Suite struct PageTablesTests {
    private struct Columns: Decodable {
        struct Text: Decodable {
            var text: String
            var start: Int
            var paragraphs: [Int]
            var date: String?
        }
        struct Stretches: Decodable {
            var document: [Int]
            var start: [Int]
            var length: [Int]
            var uncounted_before: [Int]
            var uncounted_within: [Int]
        }
        struct Edits: Decodable {
            var count: [Int]
            var kinds: String
            var a: [Int]
            var b_more: [Int]
        }
        struct Equal: Decodable {
            var count: [Int]
            var a_before: [Int]
            var a_length: [Int]
            var b_before: [Int]
            var b_length: [Int]
        }
        struct Links: Decodable {
            var a: Stretches
            var b: Stretches
            var `class`: [Int]
            var matched: [Int]
            var identity: [Double]
            var type: [Int]
            var edits: Edits
            var equal: Equal
        }
        struct Spread: Decodable {
            var `class`: [Int]
            var matched: [Int]
            var count: [Int]
            var places: Stretches
        }
        struct Wholes: Decodable {
            var `class`: [Int]
            var a: [Int]
            var b: [Int]
        }
        var classes: [String]
        var documents: [Text]
        var links: Links
        var widespread: Spread
        var wholes: Wholes
        var compared: [[Int]]?
    }

    private static let kinds: [Character: Edit.Kind] = [
        "=": .equal, "~": .replaced, "+": .inserted, "-": .deleted, "*": .redacted,
    ]

    private static func random(_ seed: UInt64) -> ReportTexts {
        var random = RandomReport(seed: seed)
        var texts = ReportTexts()
        texts.documents = (0..<3)
            .map { _ in
                let start = random.number() % 50
                let paragraphs = [start, start + 4]
                return DocumentText(
                    text: random.text(),
                    start: start,
                    paragraphs: paragraphs,
                    date: random.chance() ? "2024" : nil
                )
            }
        func stretch(_ random: inout RandomReport) -> TextStretch {
            let document = random.number() % 3
            let (counted, more) = (random.number() % 90, random.number() % 9)
            let start = texts.documents[document].start + counted + more
            let length = 20 + random.number() % 9
            return TextStretch(
                document: document,
                counted: counted..<counted + length - more,
                source: start..<start + length
            )
        }
        func equal(_ a: TextStretch, _ b: TextStretch) -> [EqualText] {
            let (a, b) = (a.counted.lowerBound, b.counted.lowerBound)
            return [
                EqualText(a: a..<a + 2, b: b + 1..<b + 3),
                EqualText(a: a + 5..<a + 6, b: b + 3..<b + 4),
            ]
        }
        texts.links = random.many { maker in
            let (a, b) = (stretch(&maker), stretch(&maker))
            return SharedLink(
                a: a,
                b: b,
                matchClass: maker.matchClass(),
                matched: maker.number(),
                identity: maker.share(),
                bits: 0,
                isParagraph: false,
                isShuffled: maker.chance(),
                edits: maker.many { $0.edit() },
                equal: maker.chance() ? equal(a, b) : []
            )
        }
        texts.widespread = random.many { maker in
            WidespreadText(
                matchClass: maker.matchClass(),
                matched: maker.number(),
                places: maker.many { stretch(&$0) }
            )
        }
        texts.wholes = random.many { WholePair(a: 0, b: 1, matchClass: $0.matchClass()) }
        texts.compared = random.chance() ? [[1], [0, 2], []] : nil
        return texts
    }

    private func columns(_ texts: ReportTexts) throws -> Columns {
        var out = OutputBuffer()
        PageTables(texts).append(to: &out)
        return try JSONDecoder().decode(Columns.self, from: Data(out.bytes))
    }

    private func stretches(_ table: Columns.Stretches, _ texts: ReportTexts) -> [TextStretch] {
        table.document.indices.map { at in
            let document = table.document[at]
            let counted = table.start[at] - table.uncounted_before[at]
            let start = table.start[at] + texts.documents[document].start
            return TextStretch(
                document: document,
                counted: counted..<counted + table.length[at] - table.uncounted_within[at],
                source: start..<start + table.length[at]
            )
        }
    }

    @Test(arguments: 0..<60 as Range<UInt64>)
    func linksAreWhatTheirColumnsSay(seed: UInt64) throws {
        let texts = Self.random(seed)
        let read = try columns(texts)
        let links = read.links
        #expect(stretches(links.a, texts) == texts.links.map(\.a))
        #expect(stretches(links.b, texts) == texts.links.map(\.b))
        #expect(links.class.map { read.classes[$0] } == texts.links.map(\.matchClass.rawValue))
        #expect(links.matched == texts.links.map(\.matched))
        #expect(links.identity == texts.links.map(\.identity))
        #expect(links.type == texts.links.map { $0.isShuffled ? 2 : 0 })
    }

    @Test(arguments: 0..<60 as Range<UInt64>)
    func editsAndEqualTextsAreTheirLinks(seed: UInt64) throws {
        let texts = Self.random(seed)
        let links = try columns(texts).links
        let edits = texts.links.flatMap(\.edits)
        #expect(links.edits.count == texts.links.map(\.edits.count))
        #expect(links.edits.kinds.map { Self.kinds[$0] } == edits.map(\.kind))
        #expect(links.edits.a == edits.map(\.a.count))
        #expect(zip(links.edits.a, links.edits.b_more).map(+) == edits.map(\.b.count))
        var equal: [EqualText] = []
        var at = 0
        for (link, count) in zip(texts.links, links.equal.count) {
            var (a, b) = (link.a.counted.lowerBound, link.b.counted.lowerBound)
            for _ in 0..<count {
                a += links.equal.a_before[at]
                b += links.equal.b_before[at]
                let (aEnd, bEnd) = (a + links.equal.a_length[at], b + links.equal.b_length[at])
                equal.append(EqualText(a: a..<aEnd, b: b..<bEnd))
                (a, b, at) = (aEnd, bEnd, at + 1)
            }
        }
        #expect(equal == texts.links.flatMap(\.equal) && at == links.equal.a_before.count)
    }

    @Test(arguments: 0..<60 as Range<UInt64>)
    func theOtherTablesSayTheSame(seed: UInt64) throws {
        let texts = Self.random(seed)
        let read = try columns(texts)
        #expect(read.classes == MatchClass.allCases.map(\.rawValue))
        #expect(read.documents.map(\.text) == texts.documents.map(\.text))
        #expect(read.documents.map(\.date) == texts.documents.map(\.date))
        for (document, own) in zip(read.documents, texts.documents) {
            #expect(document.paragraphs.map { $0 + document.start } == own.paragraphs)
        }
        #expect(stretches(read.widespread.places, texts) == texts.widespread.flatMap(\.places))
        #expect(read.widespread.count == texts.widespread.map(\.places.count))
        #expect(read.widespread.matched == texts.widespread.map(\.matched))
        #expect(
            read.wholes.class.map { read.classes[$0] } == texts.wholes.map(\.matchClass.rawValue)
        )
        #expect(read.wholes.a == texts.wholes.map(\.a) && read.wholes.b == texts.wholes.map(\.b))
        #expect(read.compared == texts.compared)
    }

    /// A name that is written stands in docs/page-data.md, and what stands there is written.
    @Test func everyNameIsDocumented() throws {
        let file = Project.root.appendingPathComponent("docs/page-data.md")
        let lines = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
        var documented: Set<String> = []
        for line in lines where line.hasPrefix("| `") {
            let cell = line.components(separatedBy: " | ")[0]
            for (index, part) in cell.components(separatedBy: "`").enumerated()
            where !index.isMultiple(of: 2) {
                documented.insert(part)
            }
        }
        #expect(documented == Set(PageKey.allCases.map(\.rawValue)))
        let version = "`version` is that of all this, \(PageData.version) today"
        #expect(lines.contains { $0.contains(version) })
    }
}
