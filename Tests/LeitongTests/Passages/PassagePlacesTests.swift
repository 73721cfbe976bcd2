@_spi(Core) import LeitongCore
import LeitongFiles
import LeitongModel
import LeitongReport
import LeitongStorage
import TestSupport
import Testing

@testable import Leitong

/// The way back from the stream to the sources, held to a walk over them.
@Suite struct PassagePlacesTests {
    private struct Sample {
        let corpus: Corpus
        let places: PassagePlaces
        let texts: [[UInt8]]
    }

    /// Files, and records with and without escapes.
    private func sample(_ seed: Int) async throws -> Sample {
        var random = SplitMix64(seed: UInt64(seed))
        let folder = try TemporaryFolder()
        // What is a redaction mark depends on what stands beside it.
        func text(_ count: Int, without dropped: Set<String> = []) -> String {
            let pieces = OddText.pieces.filter { !dropped.union(OddText.marks).contains($0) }
                .shuffled(using: &random)
            // A document of nothing would be skipped.
            return "首" + pieces.flatMap { [$0, $0] }.prefix(count).joined()
        }
        for number in 0..<3 { try folder.write(text([10, 40, 60][number]), to: "\(number).txt") }
        let ends: Set = ["\n", "\r\n", "\r", "\n\n", "\t"]
        let records = (0..<3)
            .map { number in
                let quote = number == 1 ? "" : "\\\"甲\\\" \\u4e59"
                return
                    "{\"id\": \"r\(number)\", \"text\": \"\(text(60, without: ends))\(quote)终\"}\n"
            }
        try folder.write(records.joined(), to: "records.jsonl")
        let memory = MemoryBudget(limit: seed % 2 == 0 ? 0 : nil)
        let corpus = try await Loader()
            .load(paths: [folder.path], context: RunContext(memory: memory))
        withExtendedLifetime(folder) {}
        let batch = corpus.batch
        let stream = try await StreamStage(folder: Folder(level: .standard))
            .run(batch, context: RunContext(memory: MemoryBudget(limit: 0)))
        var scratch: [UInt8] = []
        let texts = batch.documents.map { document in
            batch.withText(of: document, scratch: &scratch) { text in text.indices.map { text[$0] }
            }
        }
        return Sample(
            corpus: corpus,
            places: PassagePlaces(corpus: corpus, text: stream),
            texts: texts
        )
    }

    private func folded(_ bytes: [UInt8]) -> [UInt32] {
        var folded = FoldedText()
        Folder(level: .standard).fold(bytes.span, into: &folded)
        var scalars: [UInt32] = []
        folded.decodeScalars(into: &scalars)
        return scalars
    }

    /// Where scalars of a text lie among its bytes.
    private func bytes(of scalars: Range<Int>, in text: [UInt8]) -> Range<Int> {
        let starts = text.indices.filter { text[$0] & 0xC0 != 0x80 } + [text.count]
        return starts[scalars.lowerBound]..<starts[scalars.upperBound]
    }

    /// The source of a stretch folds to text that holds it, and its runs make it up.
    @Test(arguments: 0..<12)
    func theSourceOfAStretchFoldsToIt(seed: Int) async throws {
        let sample = try await sample(seed)
        let (places, stream) = (sample.places, sample.places.text.scalars)
        var random = SplitMix64(seed: UInt64(seed) &+ 50)
        #expect(sample.texts.count == 6)
        for (document, text) in sample.texts.enumerated() {
            let place = stream.range(ofDocument: document)
            for _ in 0..<25 {
                let start = Int.random(in: place, using: &random)
                let range = start..<Int.random(in: start + 1...place.upperBound, using: &random)
                let cut = Int.random(in: 0...range.count, using: &random)
                let lengths = [cut, range.count - cut]
                let side = places.side(of: range, in: document, runs: lengths)
                let bytes = bytes(of: side.place.range, in: text)
                let wanted = stream.scalars[range]
                let source = folded(Array(text[bytes]))
                // A character that folds to several is in the source as a whole.
                let isHeld = source.indices.contains { source[$0...].starts(with: wanted) }
                #expect(isHeld && source.count <= wanted.count + 4)
                let texts = places.texts(of: side) { _ in true }
                #expect(texts.compactMap(\.self).joined().utf8.elementsEqual(text[bytes]))
                #expect((places.texts(of: side) { $0 == 1 }) == [nil, texts[1]])
            }
        }
    }

    /// A stretch is in the paragraph that its source is in.
    @Test(arguments: 0..<8)
    func paragraphsHoldWhatStandsInThem(seed: Int) async throws {
        let sample = try await sample(seed)
        let batch = sample.corpus.batch
        for (document, text) in sample.texts.enumerated() {
            for position in sample.places.text.scalars.range(ofDocument: document) {
                let range = position..<position + 1
                let place = sample.places.place(of: range, in: document)
                let bytes = bytes(of: place.range, in: text)
                let holder = batch.documents[document].paragraphs
                    .first {
                        let paragraph = batch.paragraphs[$0]
                        return Int(paragraph.byteStart) <= bytes.lowerBound
                            && bytes.upperBound <= Int(paragraph.byteEnd)
                    }
                #expect(sample.places.paragraph(holding: range, in: document) == holder)
                #expect(place.document == batch.documents[document].name)
            }
        }
    }
}
