@_spi(Core) import LeitongCore
import LeitongModel
import LeitongStorage
import TestSupport
import Testing

@testable import Leitong

@Suite struct DistinctTextsTests {
    /// Equal paragraphs far apart, in different chunks, are one text, first in document order.
    @Test func collapsesAcrossChunks() async throws {
        var generator = SplitMix64(seed: 4)
        let pool = (0..<900).map { _ in SampleTexts.paragraph(length: 20, using: &generator) }
        let texts = (0..<6000).map { _ in pool[Int.random(in: 0..<pool.count, using: &generator)] }
        let batch = try await SampleTexts.corpus(texts).batch
        let memory = MemoryBudget()
        let rows = try await SketchStage(
            shingler: Shingler(rule: .standard),
            hasher: MinHasher(),
            bands: BandPlan(bandCount: 2, rowsPerBand: 4),
            minParagraph: 12
        )
        .run(
            TextStore(ComparedItems(.paragraphs, of: batch), folder: Folder(level: .standard)),
            context: RunContext(threads: 2, memory: memory)
        )
        #expect(rows.rowCount > pool.count, "equal texts in different chunks")
        let table = try DistinctTexts.collapsing(rows, memory: memory)
        var numbers: [String: UInt32] = [:]
        for (index, text) in texts.enumerated() {
            let number = numbers[text] ?? UInt32(numbers.count)
            numbers[text] = number
            #expect(table.textOfParagraph[index] == number)
        }
        #expect(table.count == numbers.count)
        for (text, number) in numbers {
            let places = texts.indices.filter { texts[$0] == text }.map(UInt32.init)
            #expect(table.occurrences(of: number) == places)
        }
    }
}
