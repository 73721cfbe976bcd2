import TestSupport
import Testing

@testable import LeitongDocuments

/// Damaged input of every kind: nothing crashes, and every paragraph lies inside its text.
@Suite struct MutationTests {
    @Test(arguments: ["f.txt", "f.md", "f.jsonl"])
    func damagedInputKeepsItsInvariants(path: String) throws {
        let folder = try TemporaryFolder()
        let reader = try DocumentReader(options: .init())
        var random = SplitMix64(seed: 17)
        for _ in 0..<1200 {
            var bytes = try #require(seeds.randomElement(using: &random))
            Mutation.apply(&bytes, &random)
            try folder.write(path, bytes)
            let batch = reader.read(InputFile(path: "\(folder.path)/\(path)"))
            #expect(batch.documents.isEmpty != batch.skipped.isEmpty || path == "f.jsonl")
            try check(batch)
        }
    }

    private var seeds: [[UInt8]] {
        var random = SplitMix64(seed: 23)
        let prose = ChineseSamples.simplified.joined(separator: "\n")
        let compiled = "汇编\n【篇一】题目\n\(prose)\r\n【篇二】\n\(prose)\n"
        let records = (0..<6).map { _ in JSONSamples.object(&random) }.joined(separator: "\n")
        return [
            Array(compiled.utf8), Legacy.gb18030.bytes(compiled) ?? [],
            Legacy.big5.bytes(ChineseSamples.traditional.joined()) ?? [],
            Wide.utf16(prose, isBig: false), [0xFE, 0xFF] + Wide.utf16(prose, isBig: true),
            Wide.utf32(prose, isBig: false), Array(records.utf8),
            Array("{\"text\":\"\(prose)\"}".utf8),
            Array(Wrapping.chinese(prose, columns: 60, hangs: true).utf8), Array("\u{FEFF}a".utf8),
        ]
    }

    private func check(_ batch: DocumentBatch) throws {
        var scratch: [UInt8] = []
        var next = 0
        for (number, document) in batch.documents.enumerated() {
            #expect(document.paragraphs.lowerBound == next)
            next = document.paragraphs.upperBound
            let text = batch.withText(of: document, scratch: &scratch) { text in
                ByteSearch.string(text, 0..<text.count)
            }
            #expect(document.scalarCount == text.unicodeScalars.count)
            var end: UInt32 = 0
            for paragraph in batch.paragraphs[document.paragraphs] {
                #expect(paragraph.document == number)
                #expect(paragraph.byteStart >= end && paragraph.byteStart < paragraph.byteEnd)
                #expect(paragraph.scalarStart < paragraph.scalarEnd)
                end = paragraph.byteEnd
            }
            #expect(end <= text.utf8.count)
        }
        #expect(next == batch.paragraphs.count)
    }
}
