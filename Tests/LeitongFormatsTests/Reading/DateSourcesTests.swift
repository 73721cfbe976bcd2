import TestSupport
import Testing

@testable import LeitongFormats
@testable import LeitongModel

/// Which of several dates is the document's: of fields, names, texts and properties of files.
@Suite struct DateSourcesTests {
    private static let body = "各级各部门要把这件事摆上重要日程，主要负责同志亲自抓，一项一项抓好落实。\n"

    private func document(_ text: String, path: String) throws -> Document {
        let reader = try DocumentReader(options: ReadingOptions())
        return try #require(reader.open(Array(text.utf8), path: path).read().documents.first)
    }

    private func date(_ text: String, path: String) throws -> String {
        let document = try document(text, path: path)
        return "\(document.date?.text ?? "none") \(document.dateSource?.rawValue ?? "")"
    }

    @Test(arguments: [
        // Both say the same, or one says it.
        ("2024-03-05", "2024年3月5日", "2024-03-05 name"), ("讲话", "2024年3月5日", "2024-03-05 text"),
        ("2024-03-05", "在大会上的讲话", "2024-03-05 name"), ("讲话", "在大会上的讲话", "none "),
        // The finer one lies in the other.
        ("2024年3月", "2024年3月5日", "2024-03-05 text"), ("2024-03", "2024年3月5日", "2024-03-05 text"),
        ("2024-03-05", "2024年3月", "2024-03-05 name"), ("2024年3月", "（2024年3月）", "2024-03 name"),
        // They disagree.
        ("2024-03-05", "2024年3月6日", "none "), ("2024-03", "2024年4月5日", "none "),
        ("2024-03-05", "2023年3月5日", "none "), ("2024-03-05", "2024年4月", "none "),
        // A name with two dates states none.
        ("2024-03-05至2024-03-08", "2024年3月5日", "2024-03-05 text"),
    ])
    func ofNameAndText(name: String, line: String, date: String) throws {
        let text = "关于加强基层工作的意见\n\(line)\n" + Self.body
        #expect(try self.date(text, path: "a/\(name).txt") == date)
    }

    @Test func linesOfTheTextAreHeldAgainstEachOther() throws {
        let finer = "发布时间：2024-03-05\n2024年3月\n" + Self.body
        #expect(try date(finer, path: "讲话.txt") == "2024-03-05 text")
        let two = "发布时间：2024-03-05\n2024年3月6日\n" + Self.body
        #expect(try date(two, path: "讲话.txt") == "none ")
        #expect(try date(two, path: "2024-03-05.txt") == "none ")
    }

    /// All pairs of a few dates: the finer one where it lies in the other, in either order.
    @Test func theFinestLiesInAll() throws {
        let texts = [
            "2024", "2024-03", "2024-03-05", "2024-04", "2024-04-05", "2023", "2024-03-31",
        ]
        for a in texts {
            for b in texts {
                let dates = [a, b].compactMap { DateFinder.date(ofField: $0) }
                let expected = a.hasPrefix(b) ? a : b.hasPrefix(a) ? b : nil
                #expect(DocumentDate.finest(of: dates)?.text == expected, "\(a) \(b)")
            }
        }
        #expect(DocumentDate.finest(of: []) == nil)
    }

    @Test(arguments: [
        ("date: 2022-01-02", "2022-01-02 field"), ("Date: \"2022年1月2日\"", "2022-01-02 field"),
        ("date: 2022-01-02T08:00:00+08:00  # of the draft", "2022-01-02 field"),
        ("date: 2022-01-02 08:00:00 +0800", "2022-01-02 field"),
        ("date: '2022-01'", "2022-01 field"),
        ("date: soon", "2024-03-05 name"), ("draft: true", "2024-03-05 name"),
    ])
    func frontMatterDecides(line: String, date: String) throws {
        for path in ["2024-03-05.md", "2024-03-05.txt"] {
            let text = "---\ntags: [a, b]\n\(line)\n---\n关于加强基层工作的意见\n2024年3月5日\n" + Self.body
            #expect(try self.date(text, path: path) == date)
        }
    }

    /// A template's properties are older than the text, and say nothing of it.
    @Test(arguments: [
        ("2024-03-05 讲话", "在大会上的讲话", "2024-03-05 name"), ("讲话", "（2024年3月5日）", "2024-03-05 text"),
        ("讲话", "在大会上的讲话", "none "),
    ])
    func propertiesOfFilesAreHints(name: String, line: String, date: String) throws {
        let page = """
            <html><head><title>关于加强基层工作的意见</title>
            <meta name="PubDate" content="2013-12-23"></head>
            <body><p>\(line)</p><p>\(Self.body)</p></body></html>
            """
        let reader = try DocumentReader(options: ReadingOptions())
        let opened = reader.open(Array(page.utf8), path: "\(name).html")
        let found = try #require(opened.read().documents.first)
        let told = "\(found.date?.text ?? "none") \(found.dateSource?.rawValue ?? "")"
        #expect(told == date)
        #expect(found.fileDate?.text == "2013-12-23")
    }
}
