import Testing

@testable import LeitongReport

@Suite struct ScoreMatrixTests {
    private func lines(_ report: Report, width: Int = 100) -> [String] {
        var page = TextPage(width: width, isColored: false)
        ScoreMatrix(ReportSource(report)).write(on: &page)
        return String(decoding: page.out.bytes, as: UTF8.self)
            .split(separator: "\n").map(String.init)
    }

    @Test func theDocumentAtTheLeftStandsInTheOneAbove() {
        let lines = lines(.scoredAll)
        let rows = lines.map { $0.split(separator: " ").map(String.init) }
        #expect(rows.contains(["1", "2", "3", "4"]))
        #expect(rows.contains(["1", "99", "99", "·"]))
        #expect(rows.contains(["2", "81", "·", "·"]))
        #expect(rows.contains(["4", "·", "·", "·"]))
        #expect(lines.suffix(4) == ["1  甲.txt", "2  乙.txt", "3  notes/丙.txt#2", "4  丁.txt"])
    }

    @Test func aMatrixOfNothingIsNotPrinted() {
        var report = Report.scoredAll
        for index in report.pairs.indices {
            report.pairs[index].aCovered = 0
            report.pairs[index].bCovered = 0
        }
        #expect(lines(report).isEmpty)
    }

    @Test func documentsThatWereNotScoredAreLeftOut() {
        var report = Report.scoredAll
        report.pairs.removeAll { $0.a == "乙.txt" || $0.b == "乙.txt" }
        #expect(lines(report).suffix(3) == ["1  甲.txt", "2  notes/丙.txt#2", "3  丁.txt"])
    }
}
