import BenchmarkSupport
import Foundation
import Leitong
import LeitongFiles

/// The sample paragraphs as JSON Lines, one record each, named by a number of fixed length.
struct RecordSample: Sendable {
    let count: Int
    /// Names of each copy's original and of the copy.
    let copies: Set<[String]>
    private let lines: [UInt8]

    init(count: Int) {
        let sample = SampleParagraphs(count: count)
        self.count = count
        copies = Set(sample.copies.map { [Self.name($0 - 1), Self.name($0)] })
        var lines: [UInt8] = []
        lines.reserveCapacity(sample.byteCount + 32 * count)
        for (number, text) in sample.texts.enumerated() {
            lines += Array("{\"id\":\"\(Self.name(number))\",\"text\":\"".utf8)
            // Nothing to escape: the clauses of the corpus hold no quotes, backslashes or controls.
            precondition(!text.contains { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C })
            lines += text
            lines += Array("\"}\n".utf8)
        }
        self.lines = lines
    }

    /// What a run over all records has done.
    var counts: KeyValuePairs<Rate, Int> { [.paragraphs: count, .bytes: lines.count] }

    /// The records as a corpus in memory.
    func corpus() async throws -> Corpus {
        try await withFile { try await Loader().load(paths: [$0]) }
    }

    /// Lends the records as a file, which is deleted afterwards.
    func withFile<Result>(_ body: (String) async throws -> Result) async throws -> Result {
        let file = FileManager.default.temporaryDirectory
            .appending(path: "leitong-benchmark-\(UUID().uuidString).jsonl")
        try Data(lines).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        return try await body(file.path())
    }

    private static func name(_ number: Int) -> String {
        String(String(10_000_000 + number).dropFirst())
    }
}
