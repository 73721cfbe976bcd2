import Foundation
import LeitongFiles
import LeitongModel
import LeitongReport
import TestSupport
import Testing

@testable import Leitong

@Suite struct TextsBuilderTests {
    private func report(_ texts: [String]) async throws -> ReportSource {
        let folder = try TemporaryFolder()
        for (index, text) in texts.enumerated() { try folder.write(text, to: "\(index).txt") }
        let corpus = try await Loader().load(paths: [folder.url.path])
        return try await Finder(content: ReportContent(keepsTexts: true)).source(in: corpus)
    }

    @Test func stretchesStandWhereTheySay() async throws {
        let shared = "凡涉及两个以上部门的难题一律由首个接到诉求的单位牵头，提交每周三下午的协调会当场拍板。"
        let report = try await report([
            "开头的一段话放在前面。\n\(shared)\n", "另一篇的开头，\(shared)后面还有别的话要说。\n",
        ])
        let texts = try #require(report.texts)
        #expect(texts.documents.count == 2)
        let link = try #require(texts.links.first)
        for stretch in [link.a, link.b] {
            let document = texts.documents[stretch.document]
            let scalars = Array(document.text.unicodeScalars)
            let range =
                stretch.source.lowerBound - document.start..<stretch.source.upperBound
                - document.start
            var text = ""
            text.unicodeScalars.append(contentsOf: scalars[range])
            #expect(text.contains("凡涉及两个以上部门"))
            #expect(stretch.counted.count <= report.documents[stretch.document].copiedCharacters)
        }
    }

    @Test func aScoreHasTheSameTextsAndTotals() async throws {
        let folder = try TemporaryFolder()
        let shared = "凡涉及两个以上部门的难题一律由首个接到诉求的单位牵头，提交每周三下午的协调会当场拍板。"
        for index in 0..<3 { try folder.write("第\(index)篇的开头。\n\(shared)\n", to: "\(index).txt") }
        let corpus = try await Loader().load(paths: [folder.url.path])
        let content = ReportContent(keepsTexts: true)
        let plain = try await Scorer().source(corpus)
        let score = try await Scorer(content: content).source(corpus)
        let found = try await Finder(content: content).source(in: corpus)
        #expect(score.texts?.documents == found.texts?.documents)
        #expect(score.clusters == found.clusters)
        #expect(Array(score.passageClusters) == Array(found.passageClusters))
        #expect(score.documents == found.documents && score.documents == plain.documents)
        #expect(score.pairs == plain.pairs && plain.texts == nil && plain.clusters.isEmpty)
    }

    @Test func withoutBeingAskedThereAreNone() async throws {
        let folder = try TemporaryFolder()
        try folder.write("一段话", to: "a.txt")
        let corpus = try await Loader().load(paths: [folder.url.path])
        #expect(try await Finder().source(in: corpus).texts == nil)
    }
}
