import Foundation
import LeitongReport
import TestSupport
import Testing

/// One text in every format is one text; broken files change nothing for the others.
@Suite struct FormatsTests {
    private static let paragraphs = [
        "关于进一步做好今年防汛抗旱工作的通知",
        "各县区人民政府，市直各有关部门：入汛以来，我市先后出现三轮强降雨，部分小流域水位上涨较快。",
        "一要压实责任。各级负责人要下沉一线，把值守排班、巡查频次、转移预案逐村逐户落到纸面上。",
        "二要备足物资。编织袋、抽水泵、应急灯按常住人口的百分之三储备，仓库钥匙由两人分别保管。",
        "三要畅通信息。水位每半小时报一次，遇有险情立即电话报告，不得迟报、漏报。",
    ]

    private static func write(to folder: TemporaryFolder) throws -> [String] {
        let text = paragraphs.joined(separator: "\n") + "\n"
        let html =
            "<html><head><title>x</title><script>var 不算;</script></head><body><nav>首页</nav>"
            + paragraphs.map { "<p>\($0)</p>" }.joined() + "</body></html>"
        let body = paragraphs.map { "<p>\($0)</p>" }.joined()
        try folder.write(text, to: "a.txt")
        try folder.write(html, to: "b.html")
        try folder.write(DocumentSamples.docx(paragraphs), to: "c.docx")
        try folder.write(DocumentSamples.odt(paragraphs), to: "d.odt")
        try folder.write(DocumentSamples.epub(chapters: [body]), to: "e.epub")
        try folder.write(DocumentSamples.rtf(paragraphs), to: "f.rtf")
        let encoding = utf16(text)
        try folder.write(encoding, to: "g.txt")
        try folder.write(ZIPBuilder([("in/a.txt", text)]).bytes, to: "h.zip")
        return ["b.html", "c.docx", "d.odt", "e.epub", "f.rtf", "g.txt", "h.zip"]
    }

    /// The text in UTF-16 with a mark.
    private static func utf16(_ text: String) -> [UInt8] {
        [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }

    @Test func oneTextInEveryFormatIsOneText() throws {
        let folder = try TemporaryFolder()
        for name in try Self.write(to: folder) {
            let run = try ProgramRun(["score", "a.txt", name, "--format", "json"], in: folder.url)
            #expect(run.status == 0, "\(name): \(run.errors)")
            let report = try JSONDecoder().decode(Report.self, from: run.output)
            #expect(report.pairs.first.map { $0.resemblance >= 0.995 } == true, "\(name)")
            #expect(report.documents.map(\.paragraphs) == [5, 5], "\(name)")
        }
    }

    @Test func brokenFilesChangeNothingForTheOthers() throws {
        let folder = try TemporaryFolder()
        _ = try Self.write(to: folder)
        let clean = try ProgramRun(["find", ".", "--format", "json"], in: folder.url)
        #expect(clean.status == 0)
        let broken = try Self.writeBroken(to: folder)
        let run = try ProgramRun(["find", ".", "--format", "json"], in: folder.url)
        #expect(run.status == 3)
        var report = try JSONDecoder().decode(Report.self, from: run.output)
        let reasons = Dictionary(report.skipped.map { ($0.path, $0.reason) }) { first, _ in first }
        for (name, reason) in broken {
            #expect(reasons["./" + name] == reason, "\(name)")
            #expect(run.errors.contains("leitong: ./\(name): "), "\(name)")
        }
        #expect(run.errors.split(separator: "\n").count == report.skipped.count)
        report.skipped = []
        let before = try JSONDecoder().decode(Report.self, from: clean.output)
        #expect(report.clusters == before.clusters && report.documents == before.documents)
        #expect(report.passages == before.passages)
    }

    private static func writeBroken(to folder: TemporaryFolder) throws -> [(String, String)] {
        let entity = "<!DOCTYPE w [<!ENTITY a 'x'>]><w:document xmlns:w='w'>&a;</w:document>"
        var secret = ZIPBuilder()
        secret.add("s.txt", Array("x".utf8), flags: 0x801)
        let cut = Array(DocumentSamples.docx(paragraphs).prefix(700))
        let files: [(String, [UInt8], String)] = [
            ("x/a.docx", cut, "malformed"), ("x/b.docx", Array("no zip".utf8), "malformed"),
            ("x/c.docx", ZIPBuilder([("word/document.xml", entity)]).bytes, "xml-entities"),
            ("x/d.odt", Array("PK\u{3}\u{4}".utf8), "malformed"),
            (
                "x/e.rtf", Array(("{\\rtf1 " + String(repeating: "{", count: 20_000)).utf8),
                "too-deep"
            ),
            (
                "x/f.html", Array(("<html>" + String(repeating: "<b>", count: 5000)).utf8),
                "too-deep"
            ),
            ("x/g.txt", Array("a\0b".utf8), "binary"), ("x/h.html", [], "empty"),
            ("x/i.zip", Array("PK\u{5}\u{6}".utf8), "empty"),
            ("x/k.csv", Array("a,b\n1,2\n".utf8), "bad-record"),
        ]
        for (name, bytes, _) in files { try folder.write(bytes, to: name) }
        try folder.write(secret.bytes, to: "x/j.zip")
        try folder.write(ZIPBuilder([("../../x.txt", "x")]).bytes, to: "x/l.zip")
        return files.map { ($0.0, $0.2) }
            + [("x/j.zip!/s.txt", "encrypted"), ("x/l.zip!/../../x.txt", "unsafe-path")]
    }

    @Test func aPDFFileIsReadOrItsHelperNamed() throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.paragraphs.joined(separator: "\n"), to: "a.txt")
        try folder.write("%PDF-1.4\nbroken", to: "b.pdf")
        let run = try ProgramRun(["find", ".", "--format", "json"], in: folder.url)
        #expect(run.status == 3)
        let report = try JSONDecoder().decode(Report.self, from: run.output)
        #expect(["malformed", "helper-missing"].contains(report.skipped.first?.reason))
        let alone = try ProgramRun(
            ["find", "."],
            in: folder.url,
            environment: ["PATH": "/nowhere"]
        )
        #expect(alone.status == 3)
        #expect(alone.errors.contains("b.pdf: is a PDF file; pdftotext reads it (install"))
    }

    @Test func dedupCopiesWholeFilesAndCutsNone() throws {
        let folder = try TemporaryFolder()
        _ = try Self.write(to: folder)
        let run = try ProgramRun(["dedup", "a.txt", "c.docx", "-o", "out/"], in: folder.url)
        #expect(run.status == 0, "\(run.errors)")
        let other = DocumentSamples.docx(Self.paragraphs + ["另外还有一段别处没有的话，说的是完全不同的另一件事情。"])
        try folder.write(other, to: "z.docx")
        let cut = try ProgramRun(
            ["dedup", "a.txt", "z.docx", "-o", "cut/", "--level", "paragraph"],
            in: folder.url
        )
        #expect(cut.status == 2)
        #expect(cut.errors.contains("z.docx: paragraphs cannot be removed from this format"))
    }
}
