import LeitongCore
import LeitongDocuments
import LeitongStorage
import TestSupport
import Testing

@testable import Leitong

/// The way back from folded text to the source, held to a walk over the source.
@Suite struct DocumentMapTests {
    /// What folding keeps, drops, joins, parts and widens, and every kind of line end.
    private static let pieces = [
        "全面推进", "Ａｂ", "ﬁ", "é", "e\u{301}", "㈠", "①", "𠀀", "한글", "\u{1112}\u{1161}", "，",
        "。", " ", "\u{3000}", "\u{200B}", "😀", "\n", "\r\n", "\r", "\n\n", "\t", "ß", "12",
    ]

    private func sample(_ seed: Int) async throws -> (batch: DocumentBatch, text: TextStream) {
        var random = SplitMix64(seed: UInt64(seed))
        let folder = try TemporaryFolder()
        for number in 0..<3 {
            let count = [10, 80, 600][number]
            let text = (0..<count).map { _ in Self.pieces.randomElement(using: &random) ?? "" }
            // A document of nothing would be skipped.
            try folder.write("首" + text.joined(), to: "\(number).txt")
        }
        let batch = try await (try Loader()).load(paths: [folder.path]).batch
        withExtendedLifetime(folder) {}
        let text = try await StreamStage(
            folder: Folder(level: .standard),
            budget: MemoryBudget(limit: 0)
        )
        .run(batch, threads: 1)
        return (batch, text)
    }

    private func maps(_ batch: DocumentBatch, _ text: TextStream) -> [DocumentMap] {
        batch.documents.indices.map {
            DocumentMap(
                document: $0,
                of: batch,
                folder: Folder(level: .standard),
                base: text.scalars.documentStarts[$0]
            )
        }
    }

    private func folded(_ bytes: [UInt8]) -> [UInt32] {
        var folded = FoldedText()
        Folder(level: .standard).fold(bytes.span, into: &folded)
        var scalars: [UInt32] = []
        folded.decodeScalars(into: &scalars)
        return scalars
    }

    /// The source of a stretch folds to text that holds the stretch.
    @Test(arguments: 0..<12)
    func theSourceOfAStretchFoldsToIt(seed: Int) async throws {
        let (batch, text) = try await sample(seed)
        var random = SplitMix64(seed: UInt64(seed) &+ 50)
        #expect(batch.documents.count == 3)
        for (document, map) in maps(batch, text).enumerated() {
            let place = text.scalars.range(ofDocument: document)
            for _ in 0..<200 where !place.isEmpty {
                let start = Int.random(in: place, using: &random)
                let end = Int.random(in: start + 1...place.upperBound, using: &random)
                let bytes = map.byteRange(of: start..<Swift.min(end, start + 30))
                let wanted = text.scalars.scalars[start..<Swift.min(end, start + 30)]
                let source = folded(Array(map.text[bytes]))
                // A character that folds to several is in the source as a whole.
                let isHeld = source.indices.contains { source[$0...].starts(with: wanted) }
                #expect(isHeld && source.count <= wanted.count + 4)
                #expect(map.string(bytes).utf8.elementsEqual(map.text[bytes]))
            }
        }
    }

    /// Stretches that follow one another do so in the source, and the last ends with the text.
    @Test(arguments: 0..<8)
    func bytesRiseWithPositions(seed: Int) async throws {
        let (batch, text) = try await sample(seed)
        for (document, map) in maps(batch, text).enumerated() {
            let place = text.scalars.range(ofDocument: document)
            let starts = place.map { map.byteStart(of: $0) }
            #expect(starts == starts.sorted())
            for (position, start) in zip(place, starts) {
                let bytes = map.byteRange(of: position..<position + 1)
                #expect(bytes.lowerBound == start && !bytes.isEmpty)
            }
            #expect(map.byteStart(of: place.upperBound) == map.text.count)
        }
    }

    /// Scalars and line ends before every byte, counted one by one.
    @Test(arguments: 0..<8)
    func offsetsAndLinesAreCounted(seed: Int) async throws {
        let (batch, text) = try await sample(seed)
        for map in maps(batch, text) {
            var (scalars, line) = (0, 1)
            var byte = 0
            let unicode = Array(String(decoding: map.text, as: UTF8.self).unicodeScalars)
            for (index, scalar) in unicode.enumerated() {
                #expect(map.scalarOffset(ofByte: byte) == scalars)
                #expect(map.line(ofByte: byte) == line)
                byte += String(scalar).utf8.count
                scalars += 1
                let isBeforeLineFeed = index + 1 < unicode.count && unicode[index + 1] == "\n"
                if scalar == "\n" || (scalar == "\r" && !isBeforeLineFeed) { line += 1 }
            }
            #expect(byte == map.text.count)
            #expect(map.scalarOffset(ofByte: byte) == scalars && map.line(ofByte: byte) == line)
        }
    }

    /// Texts whose length is a whole number of checkpoints, and one more or less.
    @Test(arguments: [1, 127, 128, 129, 255, 256, 257])
    func theEndOfTheTextIsAPlace(length: Int) async throws {
        let folder = try TemporaryFolder()
        try folder.write(String(repeating: "a", count: length), to: "a.txt")
        let batch = try await (try Loader()).load(paths: [folder.path]).batch
        withExtendedLifetime(folder) {}
        let map = DocumentMap(document: 0, of: batch, folder: Folder(level: .standard), base: 7)
        #expect(map.scalarOffset(ofByte: length) == length)
        #expect(map.line(ofByte: length) == 1)
        #expect(map.byteRange(of: 7..<7 + length) == 0..<length)
    }
}
