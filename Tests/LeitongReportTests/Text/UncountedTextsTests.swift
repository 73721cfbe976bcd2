import Testing

@testable import LeitongReport

@Suite struct UncountedTextsTests {
    private func place(_ document: String, _ range: Range<Int>) -> Place {
        Place(document: document, range: range, line: 1)
    }

    private func phrase(_ text: String, _ places: [Place], _ matchClass: MatchClass) -> Phrase {
        Phrase(
            text: text,
            matchClass: matchClass,
            documents: Set(places.map(\.document)).count,
            bits: 1,
            places: places
        )
    }

    private func told(_ change: (inout Report) -> Void) -> [String] {
        var report = Report.empty(.find)
        change(&report)
        let source = ReportSource(report)
        return UncountedTexts.collecting(from: source).texts.map { $0.text(in: source) }
    }

    @Test func textsThatAClusterTellsAreNotToldAgain() {
        let source = ReportSource(Report.foundCommon)
        let texts = UncountedTexts.collecting(from: source).texts
        #expect(texts.map(\.matchClass) == [.common, .template])
        #expect(texts.map(\.documents) == [5, 2] && texts.map(\.places) == [5, 2])
        #expect(texts.map { $0.text(in: source).prefix(4) } == ["根据统一", "请结合本"])
    }

    @Test func copiesAreNoneOfThem() {
        let places = [place("a", 0..<5), place("b", 0..<5)]
        let texts = told {
            $0.phrases = [phrase("抄", places, .copy), phrase("套话", places, .setPhrase)]
        }
        #expect(texts == ["套话"])
    }

    /// More than half of a place has to be told; half of it is not enough.
    @Test(arguments: [
        (0..<6, true), (0..<5, false), (4..<10, true), (5..<10, false), (20..<30, false),
    ])
    func aPlaceIsToldByMoreThanHalf(held: Range<Int>, isTold: Bool) {
        let cluster = Cluster(
            matchClass: .quotation,
            members: [place("a", held), place("b", held)],
            similarities: [],
            cohesion: 1,
            meanSimilarity: 1,
            text: "引文"
        )
        let texts = told {
            $0.clusters = [cluster]
            $0.phrases = [phrase("话", [place("a", 0..<10), place("b", 0..<10)], .setPhrase)]
        }
        #expect(texts == (isTold ? ["引文"] : ["引文", "话"]))
    }

    /// Of a text that is told twice, in some places as part of a longer one, the wider telling stays.
    @Test func aTextIsToldOnce() {
        let many = ["a", "b", "c"].map { place($0, 0..<5) }
        let texts = told {
            $0.phrases = [
                phrase("话", [place("x", 0..<5), place("y", 0..<5)], .setPhrase),
                phrase("话", many, .setPhrase),
            ]
        }
        #expect(texts == ["话"])
    }

    @Test func theMostWidespreadComesFirst() {
        func places(_ count: Int) -> [Place] { (0..<count).map { place("\($0)", 0..<5) } }
        let texts = told {
            $0.phrases = [
                phrase("二", places(2), .setPhrase), phrase("四", places(4), .setPhrase),
                phrase("三", places(3), .setPhrase), phrase("又三", places(3), .quotation),
            ]
        }
        #expect(texts == ["四", "三", "又三", "二"])
    }
}
