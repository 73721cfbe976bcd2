import Foundation
@_spi(Core) import LeitongCore
import LeitongReport
import TestSupport
import Testing

@testable import Leitong
@testable import LeitongFiles

/// Every run that is promised to be found lies in something that is told, on both sides.
@Suite struct GuaranteeTests {
    /// A random corpus: letters of a small alphabet, so that repeats abound, with copies planted.
    private struct Sample {
        var texts: [String: String] = [:]
        var names: [String] = []

        init(_ random: inout SplitMix64, alphabet: Int, documents: Int, length: Int) {
            let letters = "全面推进乡村振兴加快农业".prefix(alphabet)
            self.init(&random, letters: String(letters), documents: documents, length: length)
        }

        init(_ random: inout SplitMix64, letters: String, documents: Int, length: Int) {
            let letters = Array(letters)
            var pool: [[Character]] = []
            for number in 0..<documents {
                var text: [Character] = []
                while text.count < length {
                    if let source = pool.randomElement(using: &random), Bool.random(using: &random)
                    {
                        let start = Int.random(in: 0..<source.count, using: &random)
                        let end = Swift.min(
                            source.count,
                            start + Int.random(in: 5...60, using: &random)
                        )
                        text += source[start..<end]
                    } else {
                        let count = Int.random(in: 1...15, using: &random)
                        text += (0..<count)
                            .map { _ in letters.randomElement(using: &random) ?? "全" }
                    }
                    if Int.random(in: 0..<6, using: &random) == 0 { text.append("\n") }
                }
                pool.append(text)
                let name = String(format: "%02d.txt", number)
                names.append(name)
                texts[name] = String(text)
            }
        }
    }

    private func report(_ sample: Sample, _ options: ComparisonOptions) async throws -> Report {
        let folder = try TemporaryFolder()
        for (name, text) in sample.texts { try folder.write(text, to: name) }
        let corpus = try await Loader().load(paths: [folder.path])
        return try await Finder(options: options).find(in: corpus)
    }

    /// Two places that something told says are alike.
    private struct Told {
        var spans: [(document: String, range: Range<Int>)]

        func holds(_ document: String, _ range: Range<Int>) -> Bool {
            spans.contains {
                $0.document == document && $0.range.lowerBound <= range.lowerBound
                    && range.upperBound <= $0.range.upperBound
            }
        }
    }

    private func told(_ report: Report) -> [Told] {
        func span(_ place: Place) -> (String, Range<Int>) {
            (String(place.document.suffix(6)), place.range)
        }
        return report.passages.map { Told(spans: [span($0.a), span($0.b)]) }
            + report.paragraphs.map { Told(spans: [span($0.a), span($0.b)]) }
            + report.phrases.map { Told(spans: $0.places.map(span)) }
            + (report.clusters + report.passageClusters).map { Told(spans: $0.members.map(span)) }
    }

    /// Folded text of a document, and where each character stands.
    private func folded(_ text: String) -> (text: [Character], places: [Int]) {
        let kept = text.unicodeScalars.enumerated().filter { $0.element != "\n" }
        return (kept.map { Character($0.element) }, kept.map(\.offset))
    }

    private func isWide(_ letter: Character) -> Bool { !letter.isASCII }

    /// Runs that nothing told holds on both sides.
    private func lost(
        _ sample: Sample,
        _ report: Report,
        run: Int,
        ofWide: Bool = false
    ) -> [String] {
        let told = told(report)
        let texts = sample.names.map { folded(sample.texts[$0] ?? "") }
        var lost: [String] = []
        for (first, a) in texts.enumerated() {
            var grams: [ArraySlice<Character>: [Int]] = [:]
            for start in 0..<Swift.max(0, a.text.count - run + 1)
            where !ofWide || a.text[start..<start + run].allSatisfy(isWide) {
                grams[a.text[start..<start + run], default: []].append(start)
            }
            for (second, b) in texts.enumerated() where second >= first {
                for start in 0..<Swift.max(0, b.text.count - run + 1) {
                    for other in grams[b.text[start..<start + run]] ?? [] {
                        // Within one document, two places that do not overlap.
                        if first == second, start < other + run { continue }
                        let aRange = a.places[other]..<a.places[other + run - 1] + 1
                        let bRange = b.places[start]..<b.places[start + run - 1] + 1
                        let isTold = told.contains {
                            $0.holds(sample.names[first], aRange)
                                && $0.holds(sample.names[second], bRange)
                        }
                        if !isTold {
                            lost.append(
                                "\(first):\(other) \(second):\(start) \(String(b.text[start..<start + run]))"
                            )
                        }
                    }
                }
            }
        }
        return lost
    }

    /// Random corpora; debug code takes half a second for each.
    #if DEBUG
    private static let seeds = 0..<40
    #else
    private static let seeds = 0..<120
    #endif

    @Test(arguments: seeds)
    func noRunIsLost(seed: Int) async throws {
        var random = SplitMix64(seed: UInt64(seed) &+ 1)
        let sample = Sample(
            &random,
            alphabet: [2, 3, 4, 8, 12][seed % 5],
            documents: Int.random(in: 1...12, using: &random),
            length: Int.random(in: 5...220, using: &random)
        )
        var options = ComparisonOptions()
        options.placeLimit = Int.random(in: 1...12, using: &random)
        options.minRun = [13, 13, 8, 6, 20][seed % 5]
        options.scope = seed % 2 == 0 ? .all : .passages
        let report = try await report(sample, options)
        let lost = lost(sample, report, run: options.minRun)
        #expect(lost.isEmpty, "\(lost.count) lost: \(lost.prefix(3))")
    }

    /// Letters, digits and Chinese characters together: runs of twice the length and one, whatever
    /// they hold, and of wide characters runs of the length.
    @Test(arguments: seeds)
    func noRunOfMixedTextIsLost(seed: Int) async throws {
        let alphabets = ["ab", "abc", "ab1", "a全", "ab12全面", "abcdefgh全", "全面1", "全面推进"]
        var random = SplitMix64(seed: UInt64(seed) &+ 5_000)
        let sample = Sample(
            &random,
            letters: alphabets[seed % alphabets.count],
            documents: Int.random(in: 2...12, using: &random),
            length: Int.random(in: 30...200, using: &random)
        )
        var options = ComparisonOptions()
        options.placeLimit = Int.random(in: 1...12, using: &random)
        options.minRun = [13, 7, 13, 8, 6, 10, 20][seed % 7]
        let report = try await report(sample, options)
        let wide = lost(sample, report, run: options.minRun, ofWide: true)
        #expect(wide.isEmpty, "\(wide.count) lost: \(wide.prefix(3))")
        let any = lost(sample, report, run: 2 * options.minRun + 1)
        #expect(any.isEmpty, "\(any.count) lost: \(any.prefix(3))")
    }

    /// Where the report says that texts are equal, they are; the edits cover both places.
    @Test(arguments: 0..<20)
    func editsSayWhatTheTextsSay(seed: Int) async throws {
        var random = SplitMix64(seed: UInt64(seed) &+ 900)
        let sample = Sample(&random, alphabet: 6, documents: 6, length: 150)
        let report = try await report(sample, ComparisonOptions())
        for passage in report.passages {
            let a = Array((sample.texts[String(passage.a.document.suffix(6))] ?? "").unicodeScalars)
            let b = Array((sample.texts[String(passage.b.document.suffix(6))] ?? "").unicodeScalars)
            #expect(passage.edits.first?.a.lowerBound == passage.a.range.lowerBound)
            #expect(passage.edits.last?.b.upperBound == passage.b.range.upperBound)
            for (edit, next) in zip(passage.edits, passage.edits.dropFirst()) {
                #expect(edit.a.upperBound == next.a.lowerBound)
                #expect(edit.b.upperBound == next.b.lowerBound)
            }
            for edit in passage.edits {
                #expect(String(String.UnicodeScalarView(a[edit.a])) == edit.aText)
                #expect(String(String.UnicodeScalarView(b[edit.b])) == edit.bText)
                if edit.kind == .equal {
                    #expect(edit.aText?.filter { $0 != "\n" } == edit.bText?.filter { $0 != "\n" })
                }
            }
        }
    }

    @Test func threadsAndOrderChangeNothing() async throws {
        var random = SplitMix64(seed: 77)
        let sample = Sample(&random, alphabet: 8, documents: 20, length: 300)
        let folder = try TemporaryFolder()
        for (name, text) in sample.texts { try folder.write(text, to: name) }
        let paths = sample.names.map { folder.path + "/" + $0 }
        let first = try await Finder().find(in: try await Loader().load(paths: paths))
        let context = RunContext(threads: 4)
        let turned = try await Loader().load(paths: paths.reversed(), context: context)
        let second = try await Finder().find(in: turned, context: context)
        #expect(first == second)
        #expect(!first.passages.isEmpty)
    }
}
