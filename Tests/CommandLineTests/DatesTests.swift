import Foundation
import LeitongReport
import TestSupport
import Testing

/// What is said of who was first, end to end: by dates that documents state, and else nothing.
@Suite struct DatesTests {
    private static let speech = "要牢固树立正确政绩观，坚持一张蓝图绘到底，一茬接着一茬干，久久为功，把惠民生的事办到群众心坎上。"

    /// Files of one paragraph each, by name.
    private func folder(_ heads: [String: String]) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for (name, head) in heads {
            let isPage = name.hasSuffix(".html")
            let text = isPage ? "<p>\(Self.speech)</p>" : Self.speech + "\n"
            try folder.write(head + text, to: "in/" + name)
        }
        return folder
    }

    private func report(_ arguments: [String], in folder: TemporaryFolder) throws -> Report {
        let run = try ProgramRun(arguments + ["--format", "json"], in: folder.url)
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
        return try JSONDecoder().decode(Report.self, from: run.output)
    }

    private static let properties = "<meta name=\"pubdate\" content=\"2013-12-23\">"

    @Test func propertiesMakeNobodyTheEarliest() throws {
        let folder = try folder(["a.html": Self.properties, "b.txt": "2024年3月5日\n"])
        let found = try report(["find", "in"], in: folder)
        #expect(found.documents.map(\.date) == [nil, "2024-03-05"])
        #expect(found.documents.map(\.dateSource) == [nil, "text"])
        #expect(found.documents.map(\.fileDate) == ["2013-12-23", nil])
        #expect(found.clusters.map(\.earliest?.name) == ["in/b.txt"])
        #expect(found.clusters.map(\.earliest?.unknown) == [1])
        #expect(found.documents.flatMap(\.sources).allSatisfy { $0.order == nil })
        #expect(try report(["score", "in"], in: folder).pairs.map(\.earlier) == [nil])
        let alone = try self.folder(["a.html": Self.properties, "b.txt": ""])
        #expect(try report(["find", "in"], in: alone).clusters.map(\.earliest) == [nil])
    }

    @Test func datesSayWhichIsEarlier() throws {
        let folder = try folder([
            "a.md": "---\ndate: 2024-03-05\n---\n", "b 2023-03-05.txt": "", "c.txt": "2024年3月\n",
        ])
        let found = try report(["find", "in"], in: folder)
        #expect(found.documents.map(\.dateSource) == ["field", "name", "text"])
        let orders = found.documents.flatMap { document in
            document.sources.map { "\(document.name) \($0.name) \($0.order?.rawValue ?? "-")" }
        }
        #expect(
            Set(orders) == [
                "in/a.md in/b 2023-03-05.txt earlier", "in/a.md in/c.txt -",
                "in/b 2023-03-05.txt in/a.md later", "in/b 2023-03-05.txt in/c.txt later",
                "in/c.txt in/a.md -", "in/c.txt in/b 2023-03-05.txt earlier",
            ]
        )
        let scored = try report(["score", "in"], in: folder).pairs
        #expect(scored.map { [$0.a, $0.b] }.contains(["in/a.md", "in/b 2023-03-05.txt"]))
        for pair in scored {
            let names = [pair.a, pair.b]
            let expected: PairScore.Side? =
                names[1].contains("2023") ? .b : names[0].contains("2023") ? .a : nil
            #expect(pair.earlier == expected)
        }
        let text = try ProgramRun(["find", "in"], in: folder.url).text
        #expect(
            text.contains("Shares most with") && text.contains("  earlier  in/b 2023-03-05.txt")
        )
        let score = try ProgramRun(["score", "in/a.md", "in/b 2023-03-05.txt"], in: folder.url).text
        #expect(score.contains("2023-03-05, earlier\n"), "\(score)")
    }

    /// Without dates nothing says who had a text from whom.
    @Test func withoutDatesNobodyIsASource() throws {
        let folder = try folder(["a.txt": "", "b.txt": ""])
        for command in ["find", "score"] {
            for format in [
                ["text"], ["markdown", "--language", "en"], ["markdown", "--language", "zh-Hans"],
                ["csv"],
            ] {
                let run = try ProgramRun([command, "in", "--format"] + format, in: folder.url)
                let text = run.text.lowercased()
                for word in ["source", " from ", "来源", "earlier", "较早", "抄自"] {
                    // The head of a column is there in any case.
                    let isHead = format == ["csv"] && text.contains(",earlier\r\n")
                    let isSaid = text.contains(word) && !(isHead && word == "earlier")
                    #expect(!isSaid, "\(command) \(format) \(word): \(text)")
                }
            }
            let help = try ProgramRun([command, "--help"]).text.lowercased()
            #expect(!help.contains("most from") && !help.contains("source"))
        }
    }

    @Test func inspectShowsPropertiesAsWhatTheyAre() throws {
        let folder = try folder(["a.html": Self.properties])
        let run = try ProgramRun(["inspect", "in"], in: folder.url)
        #expect(run.text.contains("    date        unknown\n"))
        let line = "    file date   2013-12-23 (in the file's properties: no date of the text)\n"
        #expect(run.text.contains(line))
        let json = try ProgramRun(["inspect", "in", "--format", "jsonl"], in: folder.url).text
        #expect(json.contains("\"file_date\":\"2013-12-23\""))
        #expect(!json.contains("\"date\"") && !json.contains("\"date_source\""))
        let page = try ProgramRun(["find", "in", "--format", "html"], in: folder.url).text
        #expect(page.contains("\"file_date\":\"2013-12-23\""))
    }

    @Test func furtherNamesAreCounted() throws {
        let folder = try folder(["a.txt": "", "b.txt": ""])
        try FileManager.default.linkItem(
            atPath: folder.path + "/in/b.txt",
            toPath: folder.path + "/in/c.txt"
        )
        let found = try report(["find", "in", folder.path + "/in/a.txt"], in: folder)
        #expect(found.documents.count == 2 && found.summary.furtherNames == 2)
        let run = try ProgramRun(["find", "in", "--explain"], in: folder.url)
        #expect(run.text.contains("1 further name leads to files that were read already"))
        #expect(run.errors.contains("in/c.txt: another name of in/b.txt, not read again\n"))
        // A list of pairs may name a file by any of its names.
        try folder.write("in/a.txt\tin/c.txt\n", to: "pairs.tsv")
        let listed = try report(["score", "in", "--pairs", "pairs.tsv"], in: folder)
        #expect(listed.pairs.map { [$0.a, $0.b] } == [["in/a.txt", "in/b.txt"]])
    }
}
