import Testing

@testable import LeitongFormats
@testable import LeitongModel

@Suite struct DateFinderTests {
    @Test(arguments: [
        ("2023-03-05.txt", "2023-03-05"), ("a/b/讲话 2023年3月5日.docx", "2023-03-05"),
        ("20230305.txt", "2023-03-05"), ("20230305_全会讲话.txt", "2023-03-05"),
        ("关于２０２３年３月５日的讲话", "2023-03-05"), ("2023.3.5.txt", "2023-03-05"),
        ("2023_03_05-草案.md", "2023-03-05"), ("二〇二三年三月.txt", "2023-03"),
        ("2023-03-05 （2023年3月5日）.txt", "2023-03-05"), ("2023-03 讲话.docx", "2023-03"),
        ("2023年3月（2023-03-05）.txt", "2023-03-05"), ("讲话_2023-12.md", "2023-12"),
        ("x.zip!/报告20231231.doc", "2023-12-31"),
    ])
    func namesTellDates(path: String, date: String) {
        #expect(DateFinder.date(ofPath: path)?.text == date)
    }

    @Test(arguments: [
        "报告.txt", "2023.txt", "2023年工作报告.txt", "20231305.txt", "2023-02-30.txt",
        "1234567820230305.txt",
        "IMG20230305.txt", "2022-2023.txt", "2023-03-05至2023-03-08.txt", "20230305/报告.txt",
        "18991231.txt",
        "2023-3.txt", "第12345期.txt", "", "2023-13.txt", "2023-03-99.txt", "2023-03.5.txt",
        "2023-03a.txt",
        "2022-12-31和2023-03.txt",
    ])
    func otherNamesTellNone(path: String) {
        #expect(DateFinder.date(ofPath: path) == nil)
    }

    @Test(arguments: [
        ("2023年3月5日", "2023-03-05"), ("（二〇二三年三月五日）", "2023-03-05"), ("二○二三年十二月三十一日", "2023-12-31"),
        ("　　２０２３年３月５日", "2023-03-05"), ("2023-03-05", "2023-03-05"),
        ("2023 年 3 月 5 日", "2023-03-05"),
        ("发布时间：2023-03-05 10:20", "2023-03-05"), ("来源：新华网 2023-03-05 10:20:30", "2023-03-05"),
        ("——2023年3月5日在全市工作会议上", "2023-03-05"), ("（2023年3月5日在全市工作会议上的讲话）", "2023-03-05"),
        ("某某市人民政府办公室 2023年3月5日印发", "2023-03-05"), ("2023年3月", "2023-03"),
        ("日期: 2023/3/5", "2023-03-05"),
        ("二零二四年二月二十九日", "2024-02-29"),
    ])
    func linesStateDates(line: String, date: String) {
        #expect(DateFinder.date(ofLine: line)?.text == date)
    }

    @Test(arguments: [
        "", "2023", "2023年", "2023年3月5日，我们召开了会议。", "会议于2023年3月5日召开", "截止日期：2023-03-05",
        "自2023年3月5日起施行", "有效期至 2023-03-05", "2023年3月5日至8日", "2023年3月5日—2023年3月8日", "2023年2月29日",
        "2023年13月5日", "2023年3月工作安排", "一二三四年三月五日", "2023年3月5", "报名时间：2023-03-05",
        "活动改期到2023年3月5日", "120230305", "2023-3-5-1", "3月5日",
    ])
    func otherLinesStateNone(line: String) {
        #expect(DateFinder.date(ofLine: line) == nil)
    }

    @Test(arguments: [
        ("2024-05-01T08:30:00+08:00", "2024-05-01"), ("2024", "2024"), ("20240501", "2024-05-01"),
        ("2024年5月1日", "2024-05-01"), ("2024/5/1 08:30", "2024-05-01"),
    ])
    func fieldsTellDates(value: String, date: String) {
        #expect(DateFinder.date(ofField: value)?.text == date)
    }

    @Test(arguments: ["", "1678000000", "May 2024", "2024年5月1日以前", "于2024年5月1日", "2024-13-01"])
    func otherFieldsTellNone(value: String) {
        #expect(DateFinder.date(ofField: value) == nil)
    }

    private func batch(_ text: String, path: String = "讲话.txt") throws -> DocumentBatch {
        let reader = try DocumentReader(options: ReadingOptions())
        return reader.open(Array(text.utf8), path: path).read()
    }

    private let body = "各级各部门要把这件事摆上重要日程，主要负责同志亲自抓，一项一项抓好落实。\n"

    @Test func headComesBeforeFoot() throws {
        let text = "在大会上的讲话\n（2023年3月5日）\n" + String(repeating: body, count: 6) + "2024年1月1日\n"
        let document = try #require(try batch(text).documents.first)
        #expect(document.date?.text == "2023-03-05" && document.dateSource == .text)
        #expect(document.title == "在大会上的讲话")
        let named = try #require(try batch(text, path: "20230305.txt").documents.first)
        #expect(named.date?.text == "2023-03-05" && named.dateSource == .name)
        let signed = String(repeating: body, count: 6) + "某某县人民政府\n二〇二三年三月五日\n"
        #expect(try batch(signed).documents.first?.date?.text == "2023-03-05")
    }

    @Test func twoDatesInOnePlaceAreNone() throws {
        let text = "2023年3月5日\n2023年3月6日\n" + String(repeating: body, count: 6) + "2023年3月7日\n"
        let document = try #require(try batch(text).documents.first)
        #expect(document.date == nil && document.dateSource == nil)
    }

    @Test func aDateIsNoTitle() throws {
        let document = try #require(try batch("2023年3月5日\n全市工作要点\n" + body).documents.first)
        #expect(document.title == "全市工作要点")
    }

    @Test func sectionsHaveDatesOfTheirOwn() throws {
        let part = { (date: String) in "关于加强基层工作的意见\n\(date)\n" + self.body }
        let text = "（一）\n" + part("2023年3月5日") + "（二）\n" + part("") + "（三）\n" + part("2021年1月2日")
        let batch = try batch(text, path: "汇编 2024-01-01.txt")
        let dates = batch.sections.filter { $0.ordinal > 0 }.map(\.date?.text)
        #expect(dates == ["2023-03-05", nil, "2021-01-02"])
        #expect(batch.documents.first?.date?.text == "2024-01-01")
    }

    @Test func recordsHaveTheDateOfTheirField() throws {
        let lines = """
            {"id": "a", "text": "2023年3月5日", "day": "2024-05-01"}
            {"id": "b", "text": "文", "day": 20240502}
            {"id": "c", "text": "文", "day": "soon"}
            {"id": "d", "text": "文", "date": "2024-05-01"}
            """
        let reader = try DocumentReader(
            options: ReadingOptions(inputFormat: .jsonLines, dateField: "day")
        )
        let batch = reader.open(Array(lines.utf8), path: "2020-01-01.jsonl").read()
        #expect(batch.documents.map(\.date?.text) == ["2024-05-01", "2024-05-02", nil, nil])
        #expect(batch.documents.map(\.dateSource) == [.field, .field, nil, nil])
    }
}
