import Leitong
import LeitongFiles
import LeitongReport
import TestSupport
import Testing

/// What everybody was given counts nowhere.
@Suite struct TemplatesTests {
    private static let form = [
        "本表由调查员当面填写，请把每一户的情况逐项写清楚，不会写的字可以用拼音代替",
        "家里共有几口人，其中在外做工的有几人，去年寄回来多少钱，主要用在什么地方",
        "今年打算种些什么，缺不缺种子和农具，村里能帮上什么忙，请在背面写明白",
    ]

    private func find(
        _ answers: [String],
        _ change: (inout ComparisonOptions) -> Void = { _ in }
    ) async throws -> Report {
        let folder = try TemporaryFolder()
        try folder.write(Self.form.joined(separator: "\n"), to: "form.txt")
        for (number, answer) in answers.enumerated() {
            try folder.write(answer, to: "answers/\(number).txt")
        }
        let loader = Loader()
        var options = ComparisonOptions()
        options.templates = try await loader.templates(paths: [folder.path + "/form.txt"])
        options.listsAllPairs = true
        change(&options)
        let corpus = try await loader.load(paths: [folder.path], besides: options.templates)
        return try await Finder(options: options).find(in: corpus)
    }

    private var formLength: Int { Self.form.joined().count { $0.isLetter } }

    /// Blanks filled in or not.
    @Test(arguments: [false, true], [SearchScope.all, .passages])
    func formsCountNowhere(isFilledIn: Bool, scope: SearchScope) async throws {
        var random = SplitMix64(seed: 1)
        let answers = (0..<3)
            .map { _ in
                Self.form
                    .map { line in
                        guard isFilledIn else { return line }
                        let answer = SharedTexts.sentence(12, &random)
                        return line.replacing("，", with: "，\(answer)，", maxReplacements: 1)
                    }
                    .joined(separator: "\n") + "\n" + SharedTexts.sentence(90, &random)
            }
        let report = try await find(answers) { $0.scope = scope }
        // The form is no document.
        #expect(report.documents.count == 3)
        for document in report.documents {
            #expect(document.templateCharacters >= formLength - 6)
            #expect(document.characters <= 90 + 36 + 6 && document.characters >= 90)
            #expect(document.copiedCharacters == 0 && document.sources.isEmpty)
            #expect(document.sharedCharacters <= 6)
        }
        let classes = report.passages.map(\.matchClass) + report.paragraphs.map(\.matchClass)
        #expect(!classes.contains(.copy) && !classes.contains(.common))
        #expect(report.summary.templateCharacters > 3 * (formLength - 6))
    }

    /// A copied answer is a copy all the same, out of what is not the form.
    @Test func copiedAnswersAreCopies() async throws {
        var random = SplitMix64(seed: 2)
        let own = (0..<3).map { _ in SharedTexts.sentence(60, &random) }
        let answers = [own[0], own[0], own[1]]
            .map { Self.form.joined(separator: "\n") + "\n" + $0 }
        let report = try await find(answers)
        #expect(report.documents.map(\.copiedCharacters) == [60, 60, 0])
        #expect(report.documents.map(\.characters) == [60, 60, 60])
        #expect(report.documents.map(\.copiedShare) == [1, 1, 0])
    }

    /// Without the form among the templates its text is a copy.
    @Test func whatIsNoTemplateCounts() async throws {
        var random = SplitMix64(seed: 3)
        let answers = (0..<2)
            .map { _ in Self.form.joined(separator: "\n") + "\n" + SharedTexts.sentence(60, &random)
            }
        let report = try await find(answers) { $0.templates = nil }
        #expect(report.documents.allSatisfy { $0.templateCharacters == 0 })
        #expect(
            report.documents.filter { $0.name.contains("answers") }
                .allSatisfy { $0.copiedCharacters > 80 }
        )
    }
}
