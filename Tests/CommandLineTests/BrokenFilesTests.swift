import Foundation
import LeitongReport
import TestSupport
import Testing

/// Broken files change nothing of what is reported of the others.
@Suite struct BrokenFilesTests {
    private static let paragraphs = [
        "关于进一步做好今年防汛抗旱工作的通知",
        "各县区人民政府，市直各有关部门：入汛以来，我市先后出现三轮强降雨，部分小流域水位上涨较快。",
        "一要压实责任。各级负责人要下沉一线，把值守排班、巡查频次、转移预案逐村逐户落到纸面上。",
        "二要备足物资。编织袋、抽水泵、应急灯按常住人口的百分之三储备，仓库钥匙由两人分别保管。",
    ]

    /// Twenty files that can be read, of ten kinds; their names stand among those of the broken.
    private static func writeGood(to folder: TemporaryFolder) throws {
        for number in 0..<2 {
            let lines = paragraphs + ["第\(number + 1)号文件到此为止，以下没有正文。"]
            let text = lines.joined(separator: "\n") + "\n"
            let body = lines.map { "<p>\($0)</p>" }.joined()
            let records = lines.map { "{\"text\": \"\($0)\"}\n" }.joined()
            let files: [(String, [UInt8])] = [
                ("c.txt", Array(text.utf8)), ("e.md", Array(text.utf8)),
                ("g.html", Array("<html><body>\(body)</body></html>".utf8)),
                ("i.docx", DocumentSamples.docx(lines)), ("k.odt", DocumentSamples.odt(lines)),
                ("m.epub", DocumentSamples.epub(chapters: [body])),
                ("o.rtf", DocumentSamples.rtf(lines)), ("q.jsonl", Array(records.utf8)),
                ("s.csv", Array(("text\n" + lines.joined(separator: "\n")).utf8)),
                ("u.zip", ZIPBuilder([("in/a.txt", text)]).bytes),
            ]
            for (name, bytes) in files { try folder.write(bytes, to: "\(number)0/\(name)") }
        }
    }

    /// Writes the broken files, and returns the reasons each may be skipped for.
    private static func writeBroken(to folder: TemporaryFolder) throws -> [String: Set<String>] {
        var reasons: [String: Set<String>] = [:]
        for number in 0..<8 {
            for kind in BrokenFiles.kinds {
                let name = "\(number % 3)0/\(number)-\(kind.name)"
                try folder.write(kind.bytes(number), to: name)
                reasons[name] = kind.reasons
            }
        }
        return reasons
    }

    private static func find(_ format: String, in folder: TemporaryFolder) throws -> ProgramRun {
        try ProgramRun(["find", ".", "--format", format], in: folder.url)
    }

    /// The report in JSON but for what was skipped.
    private static func rest(_ run: ProgramRun) throws -> ([UInt8], [SkippedEntry]) {
        var report = try JSONDecoder().decode(Report.self, from: run.output)
        let skipped = report.skipped
        report.skipped = []
        report.summary.skipped = 0
        var bytes: [UInt8] = []
        JSONWriter().write(report) { bytes += $0 }
        return (bytes, skipped)
    }

    @Test func twoHundredBrokenFilesChangeNothingForTwentyGoodOnes() throws {
        let folder = try TemporaryFolder()
        try Self.writeGood(to: folder)
        let (clean, none) = try Self.rest(Self.find("json", in: folder))
        let cleanTable = try Self.find("csv", in: folder).output
        #expect(none.isEmpty)
        let broken = try Self.writeBroken(to: folder)
        #expect(broken.count == 200)
        let run = try Self.find("json", in: folder)
        #expect(run.status == 3)
        let (rest, skipped) = try Self.rest(run)
        #expect(rest == clean)
        #expect(try Self.find("csv", in: folder).output == cleanTable)
        #expect(run.errors.split(separator: "\n").count == skipped.count)
        for (name, reasons) in broken {
            let entries = skipped.filter { $0.path.hasPrefix("./\(name)") }
            #expect(!entries.isEmpty, "\(name)")
            #expect(entries.allSatisfy { reasons.contains($0.reason) }, "\(name): \(entries)")
        }
    }
}
