@_spi(Core) package import LeitongCore
import LeitongModel

/// Which documents are compared with which.
///
/// ```swift
/// var options = ComparisonOptions()
/// options.pairing = .against(["archive"])    // what is new with archive/…, and with nothing else
/// options.pairing = .listed([NamedPair("draft", "final", origin: "pairs.tsv:1")])
/// ```
public enum Pairing: Sendable, Equatable {
    /// All with all, and each with itself.
    case all
    /// All others with the documents at or below these paths, and with nothing else.
    case against([String])
    /// These pairs only.
    case listed([NamedPair])
}

extension Pairing {
    /// The paths that all others are compared with, if there are any.
    var referencePaths: [String]? {
        if case .against(let paths) = self { paths } else { nil }
    }

    /// Pairs that were asked for, if only some were.
    var pairCount: Int? {
        if case .listed(let pairs) = self { pairs.count } else { nil }
    }
}

/// Two documents by path or name.
///
/// ```swift
/// let pairs = [NamedPair("draft", "final", origin: "pairs.tsv:1")]
/// var options = ComparisonOptions()
/// options.pairing = .listed(pairs)
/// ```
public struct NamedPair: Sendable, Equatable {
    /// Path, or name of a record, of one.
    public var first: String
    /// Path, or name of a record, of the other.
    public var second: String
    /// Where the pair was named, for messages: `pairs.tsv:3`.
    public var origin: String

    /// Creates a pair.
    ///
    /// - Parameters:
    ///   - first: Path, or name of a record or section, of one.
    ///   - second: The same of the other.
    ///   - origin: Where the pair was named, for messages.
    public init(_ first: String, _ second: String, origin: String) {
        self.first = first
        self.second = second
        self.origin = origin
    }
}

extension Corpus {
    /// The rule that a pairing means for these documents.
    ///
    /// - Parameter pairing: Documents by path or name.
    /// - Returns: The rule by position, and the pairs of which a document is not here.
    /// - Complexity: Linear in the documents and the pairs.
    package func pairRule(for pairing: Pairing) -> (rule: PairRule, missing: [NamedPair]) {
        switch pairing {
        case .all:
            return (.all, [])
        case .against(let paths):
            return (.against(references(below: paths)), [])
        case .listed(let pairs):
            return listedRule(pairs)
        }
    }

    /// Of each document whether others are compared with it: as the files were given, and where they
    /// were not told apart by their paths.
    private func references(below paths: [String]) -> [Bool] {
        if !files.isEmpty, files.allSatisfy({ $0.isKnown != nil }) {
            var isReference = [Bool](repeating: false, count: batch.documents.count)
            for file in files where file.isKnown == true {
                for document in file.documents { isReference[document] = true }
            }
            return isReference
        }
        let roots = paths.map(Self.normalized)
        return batch.documents.map { document in
            let path = Self.normalized(document.path)
            return roots.contains { path.starts(with: $0) }
        }
    }

    private func listedRule(_ pairs: [NamedPair]) -> (rule: PairRule, missing: [NamedPair]) {
        var positions: [String: [Int]] = [:]
        for (index, document) in batch.documents.enumerated() {
            positions[Self.spelling(document.path), default: []].append(index)
            if document.name != document.path {
                positions[document.name, default: []].append(index)
            }
        }
        for unit in units where positions[unit.name] == nil {
            positions[unit.name] = [unit.document]
        }
        for name in furtherNames where positions[Self.spelling(name.path)] == nil {
            positions[Self.spelling(name.path)] = positions[Self.spelling(name.file)]
        }
        var partners = [Set<Int>](repeating: [], count: batch.documents.count)
        var missing: [NamedPair] = []
        for pair in pairs {
            func documents(_ name: String) -> [Int]? {
                positions[name] ?? positions[Self.spelling(name)]
            }
            guard let first = documents(pair.first), let second = documents(pair.second) else {
                missing.append(pair)
                continue
            }
            for a in first {
                for b in second where a != b {
                    partners[a].insert(b)
                    partners[b].insert(a)
                }
            }
        }
        return (.listed(partners.map { $0.sorted() }), missing)
    }

    /// A path in its shortest spelling.
    private static func spelling(_ path: String) -> String {
        (path.hasPrefix("/") ? "/" : "")
            + normalized(path).filter { $0 != "/" }.joined(separator: "/")
    }

    /// The parts of a path without those that say nothing, so that `./old/` is `old`.
    private static func normalized(_ path: String) -> [Substring] {
        let parts = path.split(separator: "/").filter { $0 != "." }
        return path.hasPrefix("/") ? ["/"] + parts : parts
    }
}
