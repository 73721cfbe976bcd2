import Testing

@testable import LeitongReport

@Suite struct CommonNoticeTests {
    @Test func littleCommonTextNeedsNoWord() throws {
        var source = ReportSource(Report.foundCommon)
        let notice = try #require(CommonNotice(source))
        #expect(notice.share == 0.25 && notice.holders == 5 && notice.documents == 5)
        source.summary.commonCharacters = 200
        #expect(CommonNotice(source) == nil)
        source.summary.commonCharacters = 201
        #expect(CommonNotice(source) != nil)
        source.summary.countedCharacters = 0
        #expect(CommonNotice(source) == nil)
    }

    /// Between documents that are copies of one another common text is copied: a cluster knows more
    /// holders than the documents' figures.
    @Test func holdersAreThoseOfTheClusterWhereTheseAreMore() throws {
        var source = ReportSource(Report.foundCommon)
        for index in source.documents.indices { source.documents[index].commonCharacters = 0 }
        #expect(try #require(CommonNotice(source)).holders == 5)
        source.clusters.removeFirst()
        #expect(try #require(CommonNotice(source)).holders == 0)
    }

    @Test func shareWithCommonCountsBoth() {
        let document = Report.foundCommon.documents[0]
        #expect(document.shareWithCommon == 190.0 / 400)
        #expect(
            ComparedDocument.named("x", title: nil, characters: 0, copied: 0).shareWithCommon == 0
        )
    }

    @Test func everyClassHasWordsOfItsOwn() {
        #expect(Set(MatchClass.allCases.map(\.words)).count == MatchClass.allCases.count)
    }
}
