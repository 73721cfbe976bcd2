import Leitong
import Synchronization

// What examples of the docs take as given. Scripts/check-doc-examples.py makes the files beside this one.

/// A page as a program might have it.
struct Page: Sendable {
    var address: String
    var text: String
}

/// Somewhere to write to, and to read from again.
struct Store: Sendable {
    func write(_ bytes: [UInt8]) throws {}
    func read() throws -> [UInt8] { [] }
}

let speech = "渡口新修的石阶一共三十六级，每一级都刻着捐资人的名字，涨水的时候只露出最上面的五级。"
let other = "听老人讲，渡口新修的石阶一共三十六级，每一级都刻着捐资人的名字，后来都磨平了。"
let form = "姓名，班级，日期；请在下面写出这条渡口的来历。"
let code = ["let step = 36", "print(step)"]
let pages = ["2023", "2024"]
    .map { year in
        Page(
            address: "pages/\(year)",
            text: "镇上的渡船在\(year)年春天换了新的缆绳，船工说旧的那一根已经用了整整二十年，"
                + "磨得最细的地方只剩下三股麻线，再大一点的水就要断了。"
        )
    }
var arriving: AsyncStream<Page> {
    AsyncStream { stream in
        for page in pages { stream.yield(page) }
        stream.finish()
    }
}
let corpus = Corpus(
    pages.map { InputText(id: $0.address, text: $0.text) }
        + [InputText(id: "speech", text: speech), InputText(id: "other", text: other)]
)
let answers = corpus
let store = Store()

private let found = Mutex<(report: Report, source: ReportSource)?>(nil)

/// Finds what the next two hold, before the first example.
func prepare() async throws {
    let source = try await Finder().source(in: corpus)
    found.withLock { $0 = (Report(collecting: source), source) }
}

var report: Report { given(\.report) }
var source: ReportSource { given(\.source) }

private func given<Value>(_ member: (((report: Report, source: ReportSource)) -> Value)) -> Value {
    guard let found = found.withLock({ $0 }) else { fatalError("prepare() comes first") }
    return member(found)
}

/// A hash that is the same in every run (FNV-1a).
func stableHash(_ text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
}
