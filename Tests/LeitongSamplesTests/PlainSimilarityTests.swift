import Testing

@testable import LeitongSamples

@Suite struct PlainSimilarityTests {
    @Test func redactionMarksPartAText() {
        #expect(PlainSimilarity.stretches(of: "在**县XX乡") == ["在", "县", "乡"])
        #expect(PlainSimilarity.stretches(of: "在ＸＸ县") == ["在", "县"])
        #expect(PlainSimilarity.stretches(of: "3*4、20XX、MAXX") == ["3*4、20XX、MAXX"])
    }

    @Test func noShingleCrossesAMark() {
        // The redacted text has 一二三四五 and 七八九十甲 only, of the seven of the other.
        let (whole, redacted) = ("一二三四五六七八九十甲", "一二三四五**七八九十甲")
        #expect(PlainSimilarity.jaccard(whole, redacted) == 2.0 / 7)
        #expect(PlainSimilarity.jaccard("一二三**四五", "一二三XX四五") == 0)
        #expect(PlainSimilarity.jaccard("一二三", "一，二三") == 1)
    }
}
