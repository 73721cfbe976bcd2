import Leitong
import LeitongFiles
import LeitongReport
import TestSupport
import Testing

/// What most documents hold, and when it is a copy all the same.
@Suite struct CommonTextTests {
    private typealias Change = (inout ComparisonOptions) -> Void

    /// Documents of a few texts each, as they are found.
    private func find(_ texts: [[String]], _ change: Change = { _ in }) async throws -> Report {
        try await SharedTexts(texts.map { $0.joined(separator: "\n") })
            .find(.all) {
                $0.commonShare = 0.5
                change(&$0)
            }
    }

    private func sentence(_ length: Int, _ random: inout SplitMix64) -> String {
        SharedTexts.sentence(length, &random)
    }

    /// Three sentences that all were given, each beside a text of its own.
    private func holders(_ count: Int, _ given: [String], _ random: inout SplitMix64) -> [[String]]
    {
        (0..<count).map { _ in [sentence(200, &random)] + given + [sentence(150, &random)] }
    }

    @Test(arguments: [5, 8, 13, 14])
    func whatMostHoldIsCommon(documents: Int) async throws {
        var random = SplitMix64(seed: 1)
        let given = (0..<3).map { _ in sentence(40, &random) }
        let holders = documents / 2 + 1
        let texts =
            self.holders(holders, given, &random)
            + (holders..<documents).map { _ in [sentence(300, &random)] }
        for scope in [SearchScope.all, .passages] {
            let report = try await find(texts) { $0.scope = scope }
            let counts = report.documents.map(\.commonCharacters)
            #expect(counts.prefix(holders).allSatisfy { (120...122).contains($0) })
            #expect(counts.dropFirst(holders).allSatisfy { $0 == 0 })
            #expect(report.documents.allSatisfy { $0.copiedCharacters == 0 })
            #expect(report.documents.map(\.sharedCharacters) == counts)
            #expect(report.documents.allSatisfy { $0.sources.isEmpty })
            let classes =
                report.passages.map(\.matchClass) + report.paragraphs.map(\.matchClass)
                + report.phrases.map(\.matchClass)
            #expect(!classes.isEmpty && classes.allSatisfy { $0 == .common })
        }
    }

    /// With one holder fewer it is a copy, and so it is among four documents.
    @Test(arguments: [(10, 5), (4, 4), (11, 5)])
    func whatHalfHoldIsACopy(documents: Int, holders: Int) async throws {
        var random = SplitMix64(seed: 2)
        let given = [sentence(60, &random)]
        let texts =
            self.holders(holders, given, &random)
            + (holders..<documents).map { _ in [sentence(300, &random)] }
        let report = try await find(texts)
        #expect(report.documents.allSatisfy { $0.commonCharacters == 0 })
        #expect(report.documents.prefix(holders).allSatisfy { $0.copiedCharacters >= 60 })
    }

    /// Nine of eleven documents are one text: that is no hand-out, also if each has a sentence of its
    /// own.
    @Test(arguments: [false, true])
    func wholeTextsAreCopiesHoweverManyHoldThem(haveOwn: Bool) async throws {
        var random = SplitMix64(seed: 3)
        let note = (0..<6).map { _ in sentence(50, &random) }
        let texts =
            (0..<9).map { _ in note + (haveOwn ? [sentence(40, &random)] : []) }
            + (0..<2).map { _ in [sentence(300, &random)] }
        let report = try await find(texts)
        for document in report.documents.prefix(9) {
            #expect(document.copiedCharacters >= 300 && document.copiedCharacters <= 302)
            #expect(document.commonCharacters == 0)
            #expect(document.sourceCount == 8)
        }
        #expect(report.documents.suffix(2).allSatisfy { $0.sharedCharacters == 0 })
        let corpus = try await SharedTexts(texts.map { $0.joined(separator: "\n") })
            .score { $0.commonShare = 0.5 }
        for pair in corpus.pairs.prefix(8) {
            #expect(pair.aMatchedCharacters >= 300 && pair.longest >= 300)
        }
    }

    /// More than half of the shorter document, by one character.
    @Test(arguments: [(59, true), (60, false), (61, false)])
    func whatIsMostOfTheShorterIsACopy(own: Int, isCopy: Bool) async throws {
        var random = SplitMix64(seed: 4)
        let given = sentence(60, &random)
        // Digits and letters that nobody else has hold the borders.
        let texts =
            (0..<2).map { _ in [given, sentence(own, &random)] }
            + (0..<6).map { _ in [given, sentence(200, &random)] }
        let report = try await find(texts)
        let copied = report.documents.map(\.copiedCharacters)
        // With each of the others, too: of the two it is the shorter.
        #expect(copied.allSatisfy { $0 == (isCopy ? 60 : 0) })
        #expect(report.documents.allSatisfy { $0.commonCharacters == (isCopy ? 0 : 60) })
    }

    /// A hand-out is common though some of its holders copied whole notes from one another.
    @Test func aHandOutIsCommonBesideWholeCopies() async throws {
        var random = SplitMix64(seed: 5)
        let given = (0..<3).map { _ in sentence(30, &random) }
        let note = [sentence(200, &random)] + given + [sentence(200, &random)]
        let texts = [note, note, note] + holders(6, given, &random)
        let report = try await find(texts)
        #expect(report.documents.prefix(3).allSatisfy { $0.copiedCharacters >= 400 })
        for document in report.documents.suffix(6) {
            #expect(document.copiedCharacters == 0)
            #expect((90...92).contains(document.commonCharacters))
        }
    }

    /// What one copied beside a hand-out is found, and it is the one it was copied from.
    @Test func aCopyBesideAHandOutIsACopy() async throws {
        var random = SplitMix64(seed: 6)
        let given = sentence(60, &random)
        var texts = holders(7, [given], &random)
        texts[4][0] = texts[2][0]
        let report = try await find(texts)
        #expect(
            report.documents.map { $0.copiedCharacters >= 200 }
                == (0..<7).map { [2, 4].contains($0) }
        )
        #expect(report.documents.allSatisfy { $0.commonCharacters >= 60 })
        #expect(report.documents[2].sources.map { SharedTexts.short($0.name) } == ["004.txt"])
    }

    @Test func commonTextMayBeCountedAllTheSame() async throws {
        var random = SplitMix64(seed: 7)
        let texts = holders(6, [sentence(60, &random)], &random)
        let report = try await find(texts) { $0.countsCommon = true }
        #expect(
            report.documents.allSatisfy { $0.copiedCharacters >= 60 && $0.commonCharacters == 0 }
        )
        #expect(report.documents.allSatisfy { $0.sourceCount == 5 })
        let all = try await find(texts) { $0.commonShare = 1 }
        #expect(all.documents.map(\.copiedCharacters) == report.documents.map(\.copiedCharacters))
    }

    /// The sections of one file count as documents; what stands before the first is none.
    @Test func sectionsCountAsDocuments() async throws {
        var random = SplitMix64(seed: 8)
        let given = sentence(60, &random)
        let sections = "一二三四五六"
            .map {
                "（\($0)）\n" + sentence(200, &random) + "\n" + given + "\n" + sentence(150, &random)
            }
        let compiled = ["汇编前言\n" + sections.joined(separator: "\n")]
        let report = try await find([compiled])
        let parts = report.documents.filter { ($0.section ?? 0) > 0 }
        #expect(parts.count == 6)
        #expect(parts.allSatisfy { $0.commonCharacters >= 60 && $0.copiedCharacters == 0 })
        // Of four sections it is a copy.
        let few = ["汇编前言\n" + sections.prefix(4).joined(separator: "\n")]
        let copied = try await find([few]).documents.filter { ($0.section ?? 0) > 0 }
        #expect(copied.allSatisfy { $0.copiedCharacters >= 60 && $0.commonCharacters == 0 })
    }

    /// Either side is counted by itself: what most of the new or most of the known hold is common.
    @Test(arguments: [true, false])
    func eitherSideIsCountedByItself(isHeldByMostNew: Bool) async throws {
        var random = SplitMix64(seed: 9)
        let given = sentence(60, &random)
        let folder = try TemporaryFolder()
        for number in 0..<12 {
            let isNew = number < 6
            let isHolder = isNew == isHeldByMostNew ? true : number % 6 == 0
            let text = sentence(200, &random) + (isHolder ? given : "") + sentence(150, &random)
            try folder.write(text, to: (isNew ? "new/" : "old/") + "\(number).txt")
        }
        let corpus = try await Loader().load(paths: [folder.path])
        var options = ComparisonOptions()
        options.pairing = .against([folder.path + "/old"])
        let report = try await Finder(options: options).find(in: corpus)
        #expect(report.documents.allSatisfy { $0.copiedCharacters == 0 })
        #expect(report.documents.count { $0.commonCharacters >= 60 } == 7)
        options.pairing = .all
        let all = try await Finder(options: options).find(in: corpus)
        // Seven of twelve.
        #expect(all.documents.count { $0.commonCharacters >= 60 } == 7)
    }
}
