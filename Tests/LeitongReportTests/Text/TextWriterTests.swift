import Testing

@testable import LeitongReport

@Suite struct TextWriterTests {
    @Test(arguments: hostileTexts, [Report.Command.find, .score])
    func nothingFromADocumentSteersTheTerminal(text: String, command: Report.Command) {
        var report = Report.holding(text, command: command)
        report.pairs = [PairScore.between(text, text + "2"), .between(text, text + "3")]
        #expect(!steersTerminals(report.printed(by: TextWriter())))
        report.pairs.removeLast()
        #expect(!steersTerminals(report.printed(by: TextWriter())))
        let styled = report.printed(by: TextWriter(color: true))
        #expect(!steersTerminals(styled.replacing(/\u{1B}\[[0-9;]+m/, with: "")))
    }

    @Test func colorSaysWhatBracketsSay() {
        let plain = Report.found.printed(by: TextWriter(width: 200))
        let styled = Report.found.printed(by: TextWriter(color: true, width: 200))
        #expect(plain.contains("[-青屿-]{+白鹭+}") && !plain.contains("\u{1B}"))
        #expect(styled.contains("\u{1B}[31;9m青屿\u{1B}[0m\u{1B}[32;4m白鹭\u{1B}[0m"))
        let bare = styled.replacing(/\u{1B}\[[0-9;]+m/, with: "")
        #expect(bare == plain.replacing(/\[-|-\]|\{\+|\+\}/, with: ""))
    }

    @Test(arguments: [40, 60, 100, 160])
    func linesKeepToTheWidth(width: Int) {
        for line in Report.found.printed(by: TextWriter(width: width)).split(separator: "\n") {
            #expect(DisplayWidth.of(String(line)) <= width, "\(line)")
            #expect(!line.hasSuffix(" "))
        }
    }

    @Test func limitSaysHowMuchItHides() {
        let text = Report.found.printed(by: TextWriter(limit: 1))
        #expect(text.contains("2 more texts not shown."))
        #expect(!text.contains("2.  "))
    }

    @Test func noLegendWithoutChanges() {
        var report = Report.found
        for index in report.paragraphs.indices { report.paragraphs[index].differences = nil }
        #expect(!report.printed(by: TextWriter()).contains("How to read"))
    }

    @Test func farChangesAreShownInTheSnippet() {
        let long = String(repeating: "改革开放以来各项事业取得成就，", count: 20)
        var report = Report.holding("x")
        report.clusters[0].text = long + "青屿县" + long
        report.paragraphs[0].differences = .placed(
            [
                (.equal, long, long), (.replaced, "青屿", "白鹭"),
                (.equal, "县" + long, "县" + long),
            ],
            at: report.paragraphs[0].a,
            and: report.paragraphs[0].b
        )
        let lines = report.printed(by: TextWriter()).split(separator: "\n")
        let snippet = lines.filter { $0.hasPrefix("    改革") || $0.contains(" … ") }
        #expect(snippet.contains { $0.contains("青屿县") } || lines.contains { $0.contains("就，青屿县") })
        #expect(!lines.contains { $0.contains("青屿县") && $0.contains("[-") })
    }

    @Test func wordsOfQuantityAgree() {
        var report = Report.empty(.find)
        report.summary.documents = 1
        report.summary.clusters = 1
        report.summary.copiedParagraphs = 2
        report.summary.comparedParagraphs = 2_000
        let text = report.printed(by: TextWriter())
        #expect(text.hasPrefix("1 document, 0 paragraphs, 0 characters."))
        #expect(text.contains("1 text stands in more than one place: 2 paragraphs, <1 % of those"))
    }

    @Test func muchCommonTextIsSaidAtTheTop() {
        var report = Report.foundCommon
        let notice = "25 % of the characters are text common to 5 of 5 documents"
        #expect(report.printed(by: TextWriter(width: 200)).contains(notice))
        report.summary.commonCharacters = 200
        #expect(!report.printed(by: TextWriter(width: 200)).contains("text common to"))
    }

    @Test func whatDoesNotCountIsToldOnceAsWhatItIs() throws {
        let text = Report.foundCommon.printed(by: TextWriter())
        #expect(text.contains("1 text stands in more than one place: 2 paragraphs, 10 %"))
        let rest = try #require(text.firstRange(of: "2 shared texts do not count as copied:"))
        let list = text[rest.upperBound...]
        #expect(list.contains("5 places  common text  根据统一安排"))
        #expect(list.contains("2 places  template     请结合本职工作"))
        #expect(!text[..<rest.lowerBound].contains("根据统一安排"))
    }

    @Test func partsOfOneCopyStandTogether() {
        var report = Report.foundCommon
        let long = report.passages[1]
        report.passages = [(20, 5), (30, 6), (10, 5)]
            .map { matched, chain in
                var passage = long
                (passage.matched, passage.chain) = (matched, chain)
                return passage
            }
        let text = report.printed(by: TextWriter(width: 200))
        let headers = text.split(separator: "\n").filter { $0.contains("in order") }
        #expect(headers.map { $0.prefix(6) } == ["1.  30", "2.  20", "3.  10"])
        #expect(headers.map { $0.contains("one copy") } == [false, true, true])
        #expect(headers[2].hasSuffix("part 2 of 2 of one copy"))
    }

    @Test func unlistedPairsAreSaid() {
        var report = Report.scoredAll
        report.summary.unlistedPairs = 1_000
        let text = report.printed(by: TextWriter())
        #expect(text.contains("1,006 pairs compared: 2 share copied text."))
        #expect(text.contains("1,000 pairs share no copied text and are not listed"))
        report.pairs = []
        #expect(report.printed(by: TextWriter()).contains("1,000 pairs compared: 0 share"))
    }

    @Test func largeMatrixIsLeftOutWithAWord() {
        var report = Report.empty(.score)
        for number in 1...31 { report.pairs.append(.between("0.txt", "\(number).txt")) }
        let text = report.printed(by: TextWriter())
        #expect(text.contains("left out: 32 documents do not fit on this page."))
    }

    @Test func unfinishedSharesAreNotRoundedToAllOrNothing() {
        #expect(Wording.wholePercent(0.999) == ">99" && Wording.wholePercent(0.001) == "<1")
        #expect(Wording.percent(0.9999) == "99.9 %" && Wording.percent(0.0001) == "0.1 %")
        #expect(Wording.percent(1) == "100 %" && Wording.percent(0.29) == "29.0 %")
        #expect(Wording.number(1_234_567) == "1,234,567" && Wording.number(100) == "100")
    }
}

extension PairScore {
    /// A pair of which all of `a` stands in `b`.
    fileprivate static func between(_ a: String, _ b: String) -> PairScore {
        PairScore(
            a: a,
            b: b,
            aCovered: 1,
            bCovered: 0.5,
            resemblance: 0.5,
            longest: 3,
            aMatchedCharacters: 3,
            bMatchedCharacters: 3,
            aCharacters: 3,
            bCharacters: 6,
            aMatchedParagraphs: 1,
            bMatchedParagraphs: 1
        )
    }
}
