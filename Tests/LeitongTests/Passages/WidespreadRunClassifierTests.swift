import Leitong
import LeitongReport
import TestSupport
import Testing

/// What text in more places than are paired is taken for: the rule of passages, by how many hold it.
@Suite struct WidespreadRunClassifierTests {
    /// A sentence of 14 characters, which tells some 150 bits, so often in each of so many documents.
    @Test(arguments: [(2, 8, true), (3, 6, true), (4, 4, true), (8, 3, false), (16, 1, false)])
    func fewDocumentsMakeACopy(documents: Int, times: Int, isCopy: Bool) async throws {
        var random = SplitMix64(seed: UInt64(documents))
        let sentence = SharedTexts.sentence(14, &random)
        let texts = (0..<documents)
            .map { _ in
                (0..<times).map { _ in SharedTexts.sentence(60, &random) + sentence }.joined()
            }
        let report = try await SharedTexts(texts).find()
        for document in report.documents {
            #expect(document.sharedCharacters >= 14 * times)
            #expect((document.copiedCharacters >= 14 * times) == isCopy)
            if !isCopy { #expect(document.copiedCharacters == 0) }
        }
    }
}
