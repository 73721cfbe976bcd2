import Leitong
import LeitongFiles
import LeitongReport
import TestSupport
import Testing

@Suite struct UniqueNamesTests {
    private static let text = "要坚持实事求是，察实情、出实招、求实效，让群众看到实实在在的变化。"

    @Test func recordsWithOneIdAreToldApart() async throws {
        let folder = try TemporaryFolder()
        let row = { (id: String, text: String) in #"{"id":"\#(id)","text":"\#(text)"}"# + "\n" }
        try folder.write(row("r1", Self.text) + row("only", Self.text), to: "x.jsonl")
        try folder.write(row("r1", Self.text + "好") + row("r1", Self.text), to: "y.jsonl")
        let corpus = try await Loader().load(paths: [folder.path])
        let names = corpus.units.map { $0.name.replacing(folder.path + "/", with: "") }
        #expect(names == ["x.jsonl:r1", "only", "y.jsonl:r1", "y.jsonl:r1~2"])
        let report = try await Finder().find(in: corpus)
        let cluster = try #require(report.clusters.first)
        #expect(Set(cluster.members.map(\.document)).count == 4)
        #expect(cluster.similarities.map { $0 == 1 } == [true, true, false, true])
    }

    /// Names are told apart as people read them: é is one letter, however it is encoded.
    @Test func oneIdInTwoSpellingsIsOne() async throws {
        let folder = try TemporaryFolder()
        let row = { (id: String) in #"{"id":"\#(id)","text":"\#(Self.text)"}"# + "\n" }
        try folder.write(row("\u{E9}") + row("e\u{301}") + row("e"), to: "x.jsonl")
        let corpus = try await Loader().load(paths: [folder.path])
        let names = corpus.units.map { $0.name.replacing(folder.path + "/", with: "") }
        #expect(names == ["x.jsonl:\u{E9}", "x.jsonl:\u{E9}~2", "e"])
    }

    /// Records without an id are named by their line, and another's id may be the same.
    @Test func aNameMayBeAnotherRecordsLine() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/x.jsonl"
        let rows = ["{", "{\"id\":\"\(path):1\","].map { $0 + "\"text\":\"\(Self.text)\"}\n" }
        try folder.write(rows.joined(), to: "x.jsonl")
        let corpus = try await Loader().load(paths: [path])
        #expect(corpus.units.map(\.name) == ["\(path):\(path):1", "\(path):\(path):1~2"])
    }
}
