import Testing

@testable import LeitongModel

@Suite struct SectionSplitterTests {
    /// Ordinals of the markers found in lines.
    private func ordinals(_ lines: [String]) -> [Int] {
        let splitting = Splitting(lines.joined(separator: "\n\n"))
        let texts = splitting.texts
        return SectionSplitter.markers(splitting.paragraphs[...]) { texts[$0] }
            .map(\.marker.ordinal)
    }

    private func file(_ markers: [String]) -> [String] {
        markers.flatMap { [$0, "同志们：", "这里是正文的一段话。"] }
    }

    @Test func markersCountFromOneWithoutAGap() {
        #expect(ordinals(file(["（一）", "（二）", "（三）", "（四）", "（五）", "（六）"])) == [1, 2, 3, 4, 5, 6])
        #expect(ordinals(file(["第1篇 一", "第2篇 二"])) == [1, 2])
        #expect(ordinals(file(["篇一", "篇二：题目", "【篇三】题目"])) == [1, 2, 3])
    }

    @Test func gapsSinglesAndRepeatsAreNone() {
        #expect(ordinals(file(["（一）", "（二）", "（四）"])).isEmpty)
        #expect(ordinals(file(["（一）"])).isEmpty)
        #expect(ordinals(file(["（二）", "（三）"])).isEmpty)
        #expect(ordinals(file(["（一）", "（二）", "（一）", "（二）"])).isEmpty)
        #expect(ordinals(["没有", "标记"]).isEmpty)
    }

    @Test func aStyleThatNamesWhatItCountsGoesBefore() {
        let inner = file(["（一）", "（二）", "（三）"])
        #expect(ordinals(inner + file(["第一篇", "第二篇"])) == [1, 2])
        #expect(ordinals(["（一）", "(1)", "x。", "(2)", "y。", "（二）", "z。", "（三）"]) == [1, 2, 3])
    }
}
