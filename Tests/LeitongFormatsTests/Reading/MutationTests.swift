import TestSupport
import Testing

@testable import LeitongFormats
@testable import LeitongModel

/// Damaged input of every kind: nothing crashes, and every paragraph lies inside its text.
@Suite struct MutationTests {
    @Test(arguments: ["f.txt", "f.md", "f.jsonl"])
    func damagedInputKeepsItsInvariants(path: String) throws {
        let folder = try TemporaryFolder()
        let reader = try DocumentReader(options: .init())
        var random = SplitMix64(seed: 17)
        for _ in 0..<asDebugCode(300, optimised: 1200) {
            var bytes = try #require(seeds.randomElement(using: &random))
            Mutation.apply(&bytes, &random)
            try folder.write(path, bytes)
            let batch = reader.read(InputFile(path: "\(folder.path)/\(path)"))
            #expect(batch.documents.isEmpty != batch.skipped.isEmpty || path == "f.jsonl")
            try check(batch)
        }
    }

    /// Formats of their own: the helpers are left out, which take a process each.
    @Test(arguments: ["f.html", "f.docx", "f.odt", "f.epub", "f.rtf", "f.zip", "f.csv", "f.tsv"])
    func damagedFormatsKeepTheirInvariants(path: String) throws {
        var random = SplitMix64(seed: 29)
        let prose = ChineseSamples.simplified
        let page =
            "<html><title>题</title><p>" + prose.joined(separator: "<br>") + "<table><td>格</html>"
        let seed =
            switch path {
            case "f.html": Array(page.utf8)
            case "f.docx": DocumentSamples.docx(prose)
            case "f.odt": DocumentSamples.odt(prose)
            case "f.epub": DocumentSamples.epub(chapters: prose)
            case "f.rtf": DocumentSamples.rtf(prose)
            case "f.zip": ZIPBuilder([("a.txt", prose[0]), ("b.html", page)]).bytes
            default: Array("id,text\n1,\"\(prose[0])\"\n2\tx\n".utf8)
            }
        for _ in 0..<asDebugCode(100, optimised: 400) {
            var bytes = seed
            Mutation.apply(&bytes, &random)
            let read = try ExtractedParagraphs(bytes, name: path)
            #expect(!read.batch.documents.isEmpty || !read.batch.skipped.isEmpty)
            try check(read.batch)
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
