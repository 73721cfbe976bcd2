@_spi(Core) import LeitongCore
import LeitongFiles
import TestSupport
import Testing

@testable import Leitong

/// Which documents a pairing means, by path and by name.
@Suite struct PairingTests {
    private static let names = ["new/a", "new/b", "old", "old/c", "older/d"]

    private let corpus = Corpus(names.map { InputText(id: $0, text: "文 \($0)") })

    private func against(_ paths: [String]) -> [Bool]? {
        if case .against(let isReference) = corpus.pairRule(for: .against(paths)).rule {
            isReference
        } else {
            nil
        }
    }

    @Test func allIsAll() {
        let (rule, missing) = corpus.pairRule(for: .all)
        #expect(rule.isAll && missing.isEmpty)
    }

    /// A path means itself and what lies below, and no other that begins alike.
    @Test func referencesLieAtOrBelowAPath() {
        #expect(against(["old"]) == [false, false, true, true, false])
        #expect(against(["./old/"]) == [false, false, true, true, false])
        #expect(against(["new/b", "older"]) == [false, true, false, false, true])
        #expect(against(["/old"]) == [false, false, false, false, false])
        #expect(against([]) == [false, false, false, false, false])
    }

    @Test func listedPairsGoBothWaysAndMissingOnesAreTold() {
        let pairs = [
            NamedPair("new/a", "old/c", origin: "p:1"),
            NamedPair("old/c", "./new/a", origin: "p:2"),
            NamedPair("new/a", "none", origin: "p:3"), NamedPair("new/b", "new/b", origin: "p:4"),
            NamedPair("new/a", "older/d", origin: "p:5"),
        ]
        let (rule, missing) = corpus.pairRule(for: .listed(pairs))
        #expect(missing == [pairs[2]])
        guard case .listed(let partners) = rule else {
            Issue.record("no list")
            return
        }
        #expect(partners == [[3, 4], [], [], [0], [0]])
    }

    /// A name of several records means all of them, and a file all its records.
    @Test func aNameMeansAllThatBearIt() async throws {
        let folder = try TemporaryFolder()
        for file in ["a", "b"] {
            let lines = ["x", "y"].map { #"{"id":"\#($0)","text":"文 \#(file) \#($0)"}"# }
            try folder.write(lines.joined(separator: "\n"), to: file + ".jsonl")
        }
        let corpus = try await Loader().load(paths: [folder.path])
        func partners(_ first: String, _ second: String) -> [[Int]] {
            let pair = NamedPair(first, second, origin: "p:1")
            guard case .listed(let partners) = corpus.pairRule(for: .listed([pair])).rule else {
                return []
            }
            return partners
        }
        #expect(partners("x", "y") == [[1, 3], [0, 2], [1, 3], [0, 2]])
        let (a, b) = (folder.path + "/a.jsonl", folder.path + "/b.jsonl")
        #expect(partners(a, b) == [[2, 3], [2, 3], [0, 1], [0, 1]])
        #expect(partners(a + ":x", b + ":y") == [[3], [], [], [0]])
    }
}
