import Foundation
import Leitong
@_spi(Core) import LeitongCore
import LeitongFiles
import LeitongModel
import LeitongReport
import LeitongStorage
import Synchronization
import TestSupport
import Testing

@Suite struct FinderTests {
    private func options(exact: Bool = false, allPairs: Bool = true) -> ComparisonOptions {
        var options = ComparisonOptions()
        options.folding = .none
        options.shingleRule = .characters(5)
        options.isExact = exact
        options.listsAllPairs = allPairs
        return options
    }

    private func pairs(_ report: Report, basis: ParagraphMatch.Basis = .jaccard) -> Set<[Int]> {
        Set(
            report.paragraphs.filter { $0.basis == basis }
                .map { [Int($0.a.document) ?? -1, Int($0.b.document) ?? -1].sorted() }
        )
    }

    @Test(arguments: [true, false], 0..<4)
    func findsExactlyWhatBruteForceFinds(exact: Bool, seed: UInt64) async throws {
        let paragraphs = SampleTexts.paragraphs(count: 300, seed: seed)
        let corpus = try await SampleTexts.corpus(paragraphs)
        let report = try await Finder(options: options(exact: exact)).find(in: corpus)
        let truth = SampleTexts.pairs(paragraphs, threshold: 0.7)
        #expect(truth.count > 50)
        let found = pairs(report)
        #expect(found.subtracting(truth).isEmpty)
        // MinHash finds a pair at the threshold itself with p = 0.9992; these seeds miss none.
        #expect(truth.subtracting(found).isEmpty)
    }

    @Test(arguments: [0.3, 0.5, 0.9, 1.0])
    func everyThresholdIsHonoured(threshold: Double) async throws {
        let paragraphs = SampleTexts.paragraphs(count: 150, seed: 9)
        let corpus = try await SampleTexts.corpus(paragraphs)
        var options = options(exact: true)
        options.threshold = threshold
        let report = try await Finder(options: options).find(in: corpus)
        #expect(pairs(report) == SampleTexts.pairs(paragraphs, threshold: threshold))
    }

    @Test func reportDoesNotDependOnThreads() async throws {
        let corpus = try await SampleTexts.corpus(
            SampleTexts.paragraphs(count: 5000, seed: 3)
        )
        var reports: [Report] = []
        for threads in [1, 2, 5] {
            let finder = Finder(options: options(allPairs: false))
            reports.append(
                try await finder.find(in: corpus, context: RunContext(threads: threads))
            )
        }
        #expect(reports[0] == reports[1])
        #expect(reports[0] == reports[2])
        #expect(!reports[0].clusters.isEmpty)
    }

    @Test func reportDoesNotDependOnMemory() async throws {
        let corpus = try await SampleTexts.corpus(
            SampleTexts.paragraphs(count: 2000, seed: 4)
        )
        var reports: [Report] = []
        for (limit, threads) in [(1 << 40, 2), (0, 1), (0, 3), ((64 << 20) + 300_000, 2)] {
            let budget = MemoryBudget(limit: limit)
            let context = RunContext(threads: threads, memory: budget)
            reports.append(try await Finder().find(in: corpus, context: context))
            #expect((budget.spilledBytes > 0) == (limit < 1 << 40))
        }
        #expect(!reports[0].passages.isEmpty)
        for report in reports.dropFirst() { #expect(report == reports[0]) }
    }

    @Test func wantOfScratchSpaceIsAnError() async throws {
        let corpus = try await SampleTexts.corpus(["一二三四五六七八九十一二三四"])
        let context = RunContext(memory: MemoryBudget(limit: 0, directory: "/nowhere"))
        let error = await #expect(throws: LeitongError.self) {
            try await Finder().find(in: corpus, context: context)
        }
        guard case .noScratchSpace = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(error?.description.hasPrefix("scratch space in /nowhere: it is no folder") == true)
    }

    @Test func eachCopyIsShownAgainstItsNearest() async throws {
        let base =
            "全面推进乡村振兴，加快建设农业强国，促进农民持续增收，让广大群众共享改革发展成果，坚持党建引领基层治理，建设宜居宜业和美乡村，把发展的成果更多更公平地落到每家每户。"
        let near = base.replacingOccurrences(of: "广大群众", with: "全体人民")
        let corpus = try await SampleTexts.corpus([
            base, "毫不相干的另外一段文字放在这里作为对照。", near, base, near,
        ])
        let report = try await Finder().find(in: corpus)
        #expect(report.clusters.count == 1)
        let cluster = try #require(report.clusters.first)
        #expect(cluster.members.map(\.document) == ["0", "2", "3", "4"])
        #expect(cluster.similarities.map { $0 == 1 } == [true, false, true, false])
        #expect(cluster.cohesion < 1 && cluster.cohesion > 0.7)
        let rows = report.paragraphs.map { [$0.a.document, $0.b.document, $0.form.rawValue] }
        #expect(rows == [["0", "2", "near"], ["0", "3", "exact"], ["2", "4", "exact"]])
        let changed = try #require(report.paragraphs[0].differences).filter { $0.kind != .equal }
        #expect(changed.map(\.aText) == ["广大群众"])
        #expect(changed.map(\.bText) == ["全体人民"])
    }

    @Test func differencesGiveBothTextsWhole() async throws {
        for seed in 0..<5 {
            let paragraphs = SampleTexts.paragraphs(count: 60, seed: UInt64(seed))
                .map {
                    "　"
                        + $0.enumerated()
                        .map { $0.offset % 7 == 6 ? "\($0.element)，" : "\($0.element)" }.joined()
                        + "。"
                }
            let corpus = try await SampleTexts.corpus(paragraphs)
            let report = try await Finder().find(in: corpus)
            #expect(!report.paragraphs.isEmpty)
            for match in report.paragraphs {
                let segments = try #require(match.differences)
                let a = try #require(Int(match.a.document).map { paragraphs[$0].dropFirst() })
                let b = try #require(Int(match.b.document).map { paragraphs[$0].dropFirst() })
                #expect(segments.compactMap(\.aText).joined() == a)
                #expect(segments.compactMap(\.bText).joined() == b)
            }
        }
    }

    @Test func noiseChangesNoMatch() async throws {
        let plain = "2023年全市GDP增长6.5%，财政收入突破100亿元，城乡居民收入稳步提高。"
        let noisy = "２０２３年全市 ｇｄｐ 增长６.５％,财政收入突破 100 亿元;城乡居民收入\u{200B}稳步提高!"
        let report = try await Finder().find(in: try await SampleTexts.corpus([plain, noisy]))
        #expect(report.paragraphs.map(\.form) == [.exact])
    }

    @Test func shortParagraphsAreLeftOutAndCounted() async throws {
        let texts = ["同志们：", "同志们：", "谢谢大家！", "这是一个足够长的普通段落用来比较。", "这是一个足够长的普通段落用来比较。"]
        let report = try await Finder().find(in: try await SampleTexts.corpus(texts))
        #expect(report.summary.shortParagraphs == 3)
        #expect(report.summary.comparedParagraphs == 2)
        #expect(report.clusters.count == 1)
    }

    @Test func redactionMarksOfAnyKindAreAlike() async throws {
        let texts = [
            "会议由**同志主持召开，××县县委常委、副县长出席会议并讲话。", "会议由XXX同志主持召开，某某县县委常委、副县长出席会议并讲话。",
        ]
        let report = try await Finder().find(in: try await SampleTexts.corpus(texts))
        #expect(report.paragraphs.map(\.form) == [.exact])
    }

    /// Marks are no characters of a paragraph: not to be long enough, and not in what is counted.
    @Test func redactionMarksCountInNoLength() async throws {
        let texts = [
            "** ×× ____ …… XX、** ×× ____ …… XX、** ×× ____ …… XX", "张**、李**、王**、赵**到会**",
            "会议由××同志主持召开，全体干部参加。", "会议由**同志主持召开，全体干部参加。",
        ]
        let report = try await Finder().find(in: try await SampleTexts.corpus(texts))
        #expect(report.summary.shortParagraphs == 2)
        #expect(report.summary.comparedParagraphs == 2)
        #expect(report.summary.characters == 6 + 2 * 15)
        #expect(report.paragraphs.count == 1)
    }

    @Test func differencesShowWhatAMarkHides() async throws {
        let original = "岚盘快速路全长七十一公里，其中临岚境内的部分已经在去年腊月动工，指挥部的同志们春节只休息了两天，力争在明年国庆节以前建成通车。"
        let redacted = original.replacing("岚盘快速路", with: "**").replacing("七十一", with: "ＸＸ")
        let texts = [original, redacted]
        let report = try await Finder().find(in: try await SampleTexts.corpus(texts))
        let segments = try #require(report.paragraphs.first?.differences)
        #expect(segments.compactMap(\.aText).joined() == original)
        #expect(segments.compactMap(\.bText).joined() == redacted)
        let changed = segments.filter { $0.kind != .equal }
        #expect(changed.map(\.aText) == ["岚盘快速路", "七十一"])
        #expect(changed.map(\.bText) == ["**", "ＸＸ"])
    }

    @Test func shortParagraphsMatchByOneEdit() async throws {
        let texts = ["会议由张建国同志主持召开", "会议由李建国同志主持召开", "会议由李建军同志主持召开了"]
        let report = try await Finder().find(in: try await SampleTexts.corpus(texts))
        #expect(report.paragraphs.map { [$0.a.document, $0.b.document] } == [["0", "1"]])
        #expect(report.paragraphs.first?.basis == .editDistance)
    }

    /// 3,000 near-copies of one text and 3,000 equal ones: rows stay linear and nobody is lost.
    @Test func hubsStayLinear() async throws {
        var generator = SplitMix64(seed: 1)
        let hub = SampleTexts.paragraph(length: 150, using: &generator)
        // 1,500 take minutes as debug code.
        #if DEBUG
        let count = 200
        #else
        let count = 1500
        #endif
        var texts = (0..<count)
            .map { number in
                // Each with a number of its own in one place.
                var text = Array(hub)
                text.replaceSubrange(70..<74, with: String(1000 + number))
                return String(text)
            }
        texts += (0..<count).map { _ in hub }
        let report = try await Finder().find(in: try await SampleTexts.corpus(texts))
        #expect(report.clusters.count == 1)
        #expect(report.clusters.first?.members.count == 2 * count)
        #expect(report.paragraphs.count == 2 * count - 1)
    }

    /// A chain a1 ~ a2 ~ b: a1 stands in no other document, though its cluster does.
    @Test func onlyDirectCopiesCountAsCopied() async throws {
        let characters = Array(
            "全面推进乡村振兴加快建设农业强国促进农民持续增收让广大群众共享改革发展成果坚持党建引领基层治理"
        )
        var first = characters
        var last = characters
        first.replaceSubrange(3..<5, with: "甲乙")
        last.replaceSubrange(38..<40, with: "丙丁")
        let folder = try TemporaryFolder()
        try folder.write("\(String(first))\n\(String(characters))", to: "a.txt")
        try folder.write(String(last), to: "b.txt")
        let corpus = try await Loader().load(paths: [folder.path])
        var options = ComparisonOptions()
        options.threshold = 0.75
        options.scope = .paragraphs
        let report = try await Finder(options: options).find(in: corpus)
        #expect(report.clusters.map(\.members.count) == [3])
        #expect(report.documents.map(\.copiedShare) == [0.5, 1])
    }

    @Test func optionsOutOfRangeAreErrors() async throws {
        let corpus = try await SampleTexts.corpus(["一段文字"])
        for threshold in [0, -1, 1.5] {
            var options = ComparisonOptions()
            options.threshold = threshold
            await #expect(throws: LeitongError.self) {
                try await Finder(options: options).find(in: corpus)
            }
        }
        var low = ComparisonOptions()
        low.threshold = 0.02
        await #expect(throws: LeitongError.self) {
            try await Finder(options: low).find(in: corpus)
        }
        low.isExact = true
        _ = try await Finder(options: low).find(in: corpus)
    }

    /// Where only passages are wanted paragraphs are measured, and no work goes into their copies.
    @Test func onlyPassagesLooksForNoCopiesOfParagraphs() async throws {
        let text = "全面推进乡村振兴，扎实做好各项重点工作，确保目标任务如期完成"
        let corpus = try await SampleTexts.corpus([text, "各位代表：" + text, "另一段文字说的是别的事情"])
        var options = ComparisonOptions()
        options.minRun = 13
        for scope in [SearchScope.all, .passages] {
            options.scope = scope
            let stages = Mutex<[RunProgress.Stage]>([])
            let progress = RunProgress { event in
                if case .began(let stage) = event { stages.withLock { $0.append(stage) } }
            }
            let report = try await Finder(options: options)
                .find(in: corpus, context: RunContext(progress: progress))
            let began = stages.withLock { $0 }
            #expect(began.contains(.signing) && began.contains(.seeding))
            #expect(began.contains(.nominating) == (scope == .all))
            #expect(began.contains(.verifying) == (scope == .all))
            #expect(report.summary.distinctParagraphs == 3)
            #expect(report.paragraphs.isEmpty == (scope == .passages))
            #expect(report.passages.isEmpty == (scope == .all))
        }
    }

    @Test func nothingToCompareIsAnEmptyReport() async throws {
        let report = try await Finder().find(in: Corpus(DocumentBatch()))
        #expect(report.clusters.isEmpty && report.paragraphs.isEmpty)
        #expect(report.summary == Summary())
    }
}
