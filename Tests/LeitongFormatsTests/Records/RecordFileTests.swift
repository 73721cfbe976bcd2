import TestSupport
import Testing

@testable import LeitongFormats
@testable import LeitongModel

@Suite struct RecordFileTests {
    private func file(_ text: String, name: String) throws -> RecordFile {
        let opened = try DocumentReader(options: .init()).open(Array(text.utf8), path: name)
        guard case .records(let file) = opened else { throw Unopened() }
        return file
    }

    private struct Unopened: Error {}

    @Test(arguments: [
        ("a.jsonl", "{\"text\":\"甲\"}\n\n{\"text\":\"乙\"}\n", 1, [1, 3]),
        ("a.csv", "\"te\"xt,\"two\nlines\"\n甲,\n\"乙\n丙\"\n丁\n", 3, [3, 4, 6]),
    ])
    func linesAreNumberedFromRangeToRange(
        name: String,
        text: String,
        firstLine: Int,
        lines: [Int]
    ) throws {
        let file = try file(text, name: name)
        #expect(file.firstLine == firstLine)
        var line = file.firstLine
        var found: [Int] = []
        for range in file.ranges(size: 1) {
            let count = file.lineCount(of: range)
            let part = file.read(range, firstLine: line, lineCount: count)
            found += part.documents.map(\.line)
            line += count
        }
        #expect(found == lines)
        #expect(file.readRange().documents.map(\.line) == lines)
    }

    @Test func whatTheFileSaysOfItselfIsKept() throws {
        let file = try file("\u{FEFF}text\n甲\n", name: "a.tsv")
        #expect(file.file.format == .tsv && file.file.encodingEvidence.basis == .mark)
        #expect(file.text.startInFile == 3)
        #expect(file.read().documents.map(\.format) == [.tsv])
    }
}
