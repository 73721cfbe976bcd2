@_spi(Core) import LeitongCore
import LeitongStorage

/// Folds, measures and signs every paragraph or document: the first pass over the text.
struct SketchStage: Sendable {
    let shingler: Shingler
    let hasher: MinHasher
    /// `nil` where no signature is needed: the exact join goes by the shingles themselves.
    let bands: BandPlan?
    let minParagraph: Int

    /// Goes over all items.
    ///
    /// - Throws: ``StorageError`` where memory ends and no scratch space is to be had.
    func run(_ store: TextStore, context: RunContext) async throws -> SketchTable {
        var table = SketchTable.Writer(bandCount: bands?.bandCount ?? 0, memory: context.memory)
        try await context.forEach(
            RunContext.chunks(of: store.items.count, limit: store.items.chunkSize) { _ in 1 }
        ) { range in
            sketch(range, of: store)
        } consume: { chunk in
            try table.append(chunk)
        }
        return try table.finish()
    }

    private func sketch(_ range: Range<Int>, of store: TextStore) -> SketchChunk {
        var chunk = SketchChunk(paragraphs: range, bandCount: bands?.bandCount ?? 0)
        var work = SketchBuffers(bandCount: bands?.bandCount ?? 0)
        for index in range {
            store.fold(index, into: &work.folded, scratch: &work.text)
            let length = work.folded.characterCount
            guard length >= minParagraph, length > 0 else {
                chunk.addShort(length: length)
                continue
            }
            let digest = work.folded.digest
            if chunk.addRepeat(of: digest, length: length) { continue }
            shingler.hash(work.folded, into: &work.shingles)
            sign(into: &chunk, digest: digest, length: length, &work)
        }
        return chunk
    }

    private func sign(
        into chunk: inout SketchChunk,
        digest: TextDigest,
        length: Int,
        _ work: inout SketchBuffers
    ) {
        guard let bands else {
            chunk.add(digest, length: length, shingleCount: work.shingles.count)
            return
        }
        hasher.sign(work.shingles, into: &work.signature)
        let signature = work.signature
        chunk.add(
            digest,
            length: length,
            shingleCount: work.shingles.count,
            sketch: BitSketch(signature.span)
        )
        bands.writeKeys(of: signature.span, into: &work.keys)
        chunk.setKeys(work.keys)
    }
}

/// The buffers one worker keeps from paragraph to paragraph.
private struct SketchBuffers {
    var text: [UInt8] = []
    var folded = FoldedText()
    var shingles = ShingleHashes()
    var signature = [UInt32](repeating: 0, count: MinHasher.valueCount)
    var keys: [UInt32]

    init(bandCount: Int) {
        keys = [UInt32](repeating: 0, count: bandCount)
    }
}
