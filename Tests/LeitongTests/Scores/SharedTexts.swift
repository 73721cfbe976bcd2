import Foundation
import Leitong
import LeitongFiles
import LeitongReport
import TestSupport

/// A small corpus whose texts are at hand, so that what a report counts can be counted again.
struct SharedTexts {
    /// Text of each document by its name; names are in document order.
    var texts: [String: String] = [:]

    var names: [String] { texts.keys.sorted() }

    /// Documents of known texts, named in order.
    init(_ texts: [String]) {
        for (number, text) in texts.enumerated() {
            self.texts[String(format: "%03d.txt", number)] = text
        }
    }

    /// Random documents with sentences in common.
    ///
    /// - Parameters:
    ///   - random: The generator.
    ///   - documents: Number of documents.
    ///   - isRich: Whether characters are drawn from thousands, so that nothing agrees by chance;
    ///     else from a few, so that repeats abound.
    ///   - repeats: Whether a document may hold a sentence twice.
    ///   - lengths: Characters of the sentences they have in common.
    ///   - edits: Share of the characters of these that are changed in each document.
    init(
        random: inout SplitMix64,
        documents: Int,
        isRich: Bool = true,
        repeats: Bool = true,
        lengths: ClosedRange<Int> = 8...60,
        edits: Double = 0
    ) {
        let pool = (0..<5)
            .map { _ in
                Self.sentence(Int.random(in: lengths, using: &random), isRich: isRich, &random)
            }
        self.init(
            (0..<documents)
                .map { _ in
                    var text = ""
                    var pool = pool
                    for _ in 0..<Int.random(in: 1...6, using: &random) {
                        let drawn = pool.indices.randomElement(using: &random)
                        if Bool.random(using: &random), let drawn {
                            text += SampleTexts.edited(pool[drawn], rate: edits, using: &random)
                            if !repeats { pool.remove(at: drawn) }
                        } else {
                            let length = Int.random(in: 1...50, using: &random)
                            text += Self.sentence(length, isRich: isRich, &random)
                        }
                        text += ["，", "。", "\n", "\n\n"].randomElement(using: &random) ?? ""
                    }
                    return text
                }
        )
    }

    /// A sentence of random characters.
    static func sentence(_ length: Int, isRich: Bool = true, _ random: inout SplitMix64) -> String {
        if !isRich {
            let letters = Array("全面推进乡村")
            return String((0..<length).map { _ in letters.randomElement(using: &random) ?? "全" })
        }
        var text = String.UnicodeScalarView()
        while text.count < length {
            // Of the basic block of ideographs, every one of which folds to itself.
            if let scalar = Unicode.Scalar(UInt32.random(in: 0x4E00..<0x9FA0, using: &random)) {
                text.append(scalar)
            }
        }
        return String(text)
    }

    /// Reads the documents from a folder that goes away.
    ///
    /// - Parameter rename: What a document is called in the folder.
    /// - Returns: The corpus.
    /// - Throws: What the system says if they cannot be written.
    func corpus(
        renaming rename: (String) -> String = { $0 }
    ) async throws -> Corpus {
        let folder = try TemporaryFolder()
        for (name, text) in texts { try folder.write(text, to: rename(name)) }
        let corpus = try await Loader().load(paths: [folder.path])
        return withExtendedLifetime(folder) { corpus }
    }

    /// Passages only, or paragraphs too, every pair of them; nothing is common, unless the change says
    /// so: see `CommonTextTests`.
    func find(
        _ scope: SearchScope = .passages,
        _ change: (inout ComparisonOptions) -> Void = { _ in }
    ) async throws -> Report {
        var options = ComparisonOptions()
        options.scope = scope
        options.listsAllPairs = true
        options.commonShare = 1
        change(&options)
        return try await Finder(options: options).find(in: try await corpus())
    }

    /// The scores of all pairs; nothing is common, unless the change says so.
    func score(_ change: (inout ComparisonOptions) -> Void = { _ in }) async throws -> Report {
        var options = ComparisonOptions()
        options.commonShare = 1
        change(&options)
        return try await Scorer(options: options).score(try await corpus())
    }

    /// Name of a document without its folder.
    static func short(_ name: String) -> String { String(name.suffix(7)) }

    /// Positions of the characters of a document that count.
    func counted(_ name: String) -> Set<Int> {
        let scalars = (texts[name] ?? "").unicodeScalars
        return Set(scalars.enumerated().filter { $0.element.properties.isAlphabetic }.map(\.offset))
    }

    /// Counted characters of a document that stand in one of some places.
    func characters(_ name: String, in places: [Range<Int>]) -> Set<Int> {
        counted(name).filter { position in places.contains { $0.contains(position) } }
    }

    /// The longest run of counted characters that two documents have in common.
    func longestCommonRun(_ a: String, _ b: String) -> Int {
        let (first, second) = (letters(a), letters(b))
        var longest = 0
        var row = [Int](repeating: 0, count: second.count + 1)
        for letter in first {
            var diagonal = 0
            for (index, other) in second.enumerated() {
                let length = letter == other ? diagonal + 1 : 0
                diagonal = row[index + 1]
                row[index + 1] = length
                longest = Swift.max(longest, length)
            }
        }
        return longest
    }

    /// The longest run of counted characters that pairs of stretches put side by side without a break.
    func longestRun(of pairs: [ToldPair], _ a: String, _ b: String) -> Int {
        let (first, second) = (counted(a).sorted(), counted(b).sorted())
        var aligned: Set<[Int]> = []
        for pair in pairs {
            let sides = pair.a.document == a ? (pair.a, pair.b) : (pair.b, pair.a)
            let x = first.indices.filter { sides.0.range.contains(first[$0]) }
            let y = second.indices.filter { sides.1.range.contains(second[$0]) }
            for (x, y) in zip(x, y) { aligned.insert([x, y]) }
        }
        var longest = 0
        for pair in aligned where !aligned.contains([pair[0] - 1, pair[1] - 1]) {
            var length = 1
            while aligned.contains([pair[0] + length, pair[1] + length]) { length += 1 }
            longest = Swift.max(longest, length)
        }
        return longest
    }

    private func letters(_ name: String) -> [Unicode.Scalar] {
        let scalars = Array((texts[name] ?? "").unicodeScalars)
        return counted(name).sorted().map { scalars[$0] }
    }

    /// Characters of each document that stand word for word, in a run so long, in another one.
    func verbatim(run: Int) -> [String: Set<Int>] {
        var holders: [[Unicode.Scalar]: Set<String>] = [:]
        func forEachRun(_ body: (String, [Unicode.Scalar], ArraySlice<Int>) -> Void) {
            for name in names {
                let positions = counted(name).sorted()
                let scalars = Array((texts[name] ?? "").unicodeScalars)
                for start in 0..<Swift.max(0, positions.count - run + 1) {
                    let places = positions[start..<start + run]
                    body(name, places.map { scalars[$0] }, places)
                }
            }
        }
        forEachRun { name, text, _ in holders[text, default: []].insert(name) }
        var result: [String: Set<Int>] = [:]
        forEachRun { name, text, places in
            if (holders[text]?.count ?? 0) > 1 { result[name, default: []].formUnion(places) }
        }
        return result
    }
}

/// A stretch of a document that a report says is equal in others.
struct ToldStretch {
    var document: String
    var others: Set<String>
    var range: Range<Int>
    var isCopy: Bool
}

/// Two stretches that a report says are equal.
struct ToldPair {
    var a: ToldStretch
    var b: ToldStretch
}

extension Report {
    /// All stretches that passages, paragraphs and phrases tell to be equal, of documents by their
    /// short names.
    var toldStretches: [ToldStretch] { toldPairs.flatMap { [$0.a, $0.b] } }

    /// The same, each two of them that a row puts side by side.
    var toldPairs: [ToldPair] {
        var told: [ToldPair] = []
        func add(_ names: [String], _ a: Range<Int>, _ b: Range<Int>, _ matchClass: MatchClass) {
            let (first, second) = (SharedTexts.short(names[0]), SharedTexts.short(names[1]))
            guard first != second else { return }
            let isCopy = matchClass == .copy
            told.append(
                ToldPair(
                    a: .init(document: first, others: [second], range: a, isCopy: isCopy),
                    b: .init(document: second, others: [first], range: b, isCopy: isCopy)
                )
            )
        }
        for passage in passages {
            for edit in passage.edits where edit.kind == .equal {
                add(
                    [passage.a.document, passage.b.document],
                    edit.a,
                    edit.b,
                    passage.matchClass
                )
            }
        }
        for match in paragraphs {
            for edit in match.differences ?? [] where edit.kind == .equal {
                add([match.a.document, match.b.document], edit.a, edit.b, match.matchClass)
            }
        }
        for phrase in phrases {
            for (index, first) in phrase.places.enumerated() {
                for second in phrase.places[(index + 1)...] {
                    add(
                        [first.document, second.document],
                        first.range,
                        second.range,
                        phrase.matchClass
                    )
                }
            }
        }
        return told
    }
}
