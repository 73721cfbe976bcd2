import Foundation
import LeitongReport
import TestSupport
import Testing

/// How `--template` and what counts are given, end to end.
@Suite struct TemplateArgumentsTests {
    private static let form = "请结合本职工作谈谈对这次培训的认识，字数不少于八百字，并按时交回办公室。"

    private func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(Self.form, to: "in/form.txt")
        for name in ["a", "b"] {
            try folder.write(Self.form + "\n这是\(name)自己写的一段话。", to: "in/\(name).txt")
        }
        return folder
    }

    private func report(_ arguments: [String], in folder: TemporaryFolder) throws -> Report {
        let run = try ProgramRun(arguments + ["--format", "json"], in: folder.url)
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
        return try JSONDecoder().decode(Report.self, from: run.output)
    }

    @Test(arguments: ["find", "score"], ["in/form.txt", "in/../in/form.txt", "link.txt"])
    func aTemplateIsNoDocument(command: String, template: String) throws {
        let folder = try folder()
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/link.txt",
            withDestinationPath: "in/form.txt"
        )
        let report = try report([command, "in", "--template", template], in: folder)
        #expect(report.documents.map(\.name) == ["in/a.txt", "in/b.txt"])
        #expect(report.options.templates == [template])
        #expect(report.summary.furtherNames == 0)
    }

    @Test func templatesAreReadAsDocumentsAre() throws {
        let folder = try folder()
        try folder.write("<p>另一张表的说明文字</p>", to: "forms/x.html")
        try folder.write(#"{"text":"第三张表的说明文字"}"#, to: "forms/y.jsonl")
        let report = try report(
            ["find", "in", "--template", "forms", "--template", "in/form.txt"],
            in: folder
        )
        #expect(report.options.templates == ["forms/x.html", "forms/y.jsonl", "in/form.txt"])
        #expect(report.documents.map(\.name) == ["in/a.txt", "in/b.txt"])
        #expect(try self.report(["find", "in"], in: folder).options.templates == nil)
    }

    @Test func aTemplateThatCannotBeReadIsWrongUse() throws {
        let folder = try folder()
        try folder.write("", to: "empty.txt")
        for (template, message) in [
            ("nowhere.txt", "template nowhere.txt: No such file or directory"),
            ("empty.txt", "template empty.txt: is empty"),
        ] {
            let run = try ProgramRun(["find", "in", "--template", template], in: folder.url)
            #expect(run.status == 2 && run.output.isEmpty)
            #expect(run.errors == "leitong: \(message)\n")
        }
        let written = try ProgramRun(
            [
                "find", "in/a.txt", "--template", "in/form.txt", "--format", "json", "-o",
                "in/form.txt",
            ],
            in: folder.url
        )
        #expect(written.status == 2 && written.errors.contains("is read as input"))
    }

    @Test func whatCountsIsRepeated() throws {
        let folder = try folder()
        let usual = try #require(try report(["find", "in"], in: folder).options.passages)
        #expect(usual.commonShare == 0.5 && !usual.countCommon && !usual.countBibliography)
        let given = try report(
            ["score", "in", "--common-share", "0.25", "--count-common", "--count-bibliography"],
            in: folder
        )
        let passages = try #require(given.options.passages)
        #expect(passages.commonShare == 0.25 && passages.countCommon && passages.countBibliography)
        for share in ["1.5", "-0.1", "nan"] {
            let run = try ProgramRun(["find", "in", "--common-share=\(share)"], in: folder.url)
            #expect(run.status == 2)
            #expect(run.errors.contains("--common-share must be from 0 to 1"), "\(run.errors)")
        }
    }
}
