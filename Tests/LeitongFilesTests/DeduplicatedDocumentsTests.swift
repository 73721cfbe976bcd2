import Foundation
import Leitong
import LeitongFiles
import LeitongFormats
import TestSupport
import Testing

/// What is written: every byte that was not removed.
@Suite struct DeduplicatedDocumentsTests {
    private static let a = Duplicates.a
    private static let b = Duplicates.b

    /// A file of one paragraph of its own and others that stand elsewhere too.
    private struct Sample {
        var whole = ""
        var kept = ""

        init(end: String, dropsLast: Bool, using generator: inout SplitMix64) {
            // A line that ends no sentence would be taken for wrapped.
            let own = RandomChinese.paragraph(length: 60, using: &generator) + "。"
            var others = [a, b]
            if dropsLast { others.removeLast() }
            let parts = (others + [own]).shuffled(using: &generator)
            let textEnd = Bool.random(using: &generator) ? end : ""
            for part in parts {
                let blank = Int.random(in: 1...3, using: &generator)
                let gap = part == parts.last ? textEnd : String(repeating: end, count: blank)
                whole += part + gap
                if part == own { kept = part + gap }
            }
            // Nothing stands behind it: only the line end is left, if the text ended in one.
            if parts.last != own { kept = own + textEnd }
        }
    }

    /// Random line ends, blank lines and encodings: what stays is what stood there.
    @Test func filesKeepEveryOtherByte() async throws {
        var generator = SplitMix64(seed: 11)
        var files: [(String, [UInt8])] = [("0.txt", Array((Self.a + "\n" + Self.b).utf8))]
        var expected: [String: [UInt8]] = [:]
        for number in 1...120 {
            let sample = Sample(
                end: ["\n", "\r\n", "\r"][number % 3],
                dropsLast: number % 4 == 0,
                using: &generator
            )
            let encode = Self.encoders[number % Self.encoders.count]
            files.append(("\(number).txt", encode(sample.whole)))
            expected["\(number).txt"] = encode(sample.kept)
        }
        let (corpus, folder) = try await Duplicates.loaded(files)
        #expect(corpus.batch.skipped.isEmpty)
        let documents = try await Duplicates.deduplicated(corpus, .paragraph)
        let whole = try await Duplicates.deduplicated(corpus, .document)
        for file in corpus.files {
            let name = String(file.input.path.dropFirst(folder.path.count + 1))
            let original = files.first { $0.0 == name }?.1
            #expect(
                try (documents.bytes(of: file) == expected[name] ?? original) as Bool,
                "\(name)"
            )
            #expect(try (whole.bytes(of: file) == original) as Bool, "\(name)")
        }
        #expect(corpus.files.count == 121)
    }

    private static let encoders: [@Sendable (String) -> [UInt8]] = [
        { Array($0.utf8) },
        { [0xEF, 0xBB, 0xBF] + Array($0.utf8) },
        { [0xFF, 0xFE] + $0.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } },
        { [0xFE, 0xFF] + $0.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] } },
        { text in
            let gb18030 = String.Encoding(rawValue: 0x8000_0632)
            return Array(text.data(using: gb18030) ?? Data())
        },
    ]

    @Test func aFileThatChangedIsNotWritten() async throws {
        let (corpus, folder) = try await Duplicates.loaded([("a.txt", Array(Self.a.utf8))])
        let documents = try await Duplicates.deduplicated(corpus, .document)
        try folder.write(Self.b, to: "a.txt")
        let failure = #expect(throws: OriginalFile.Failure.self) {
            try documents.bytes(of: corpus.files[0])
        }
        #expect(failure?.message == "changed while it was read")
    }
}
