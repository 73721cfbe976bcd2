import Leitong

// What the examples of the docs take as given. They are compiled and not run: nothing is in it.
// Scripts/check-doc-examples.py makes the files beside this one, Scripts/check-library.sh compiles them.

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

/// A hash that is the same in every run.
func stableHash(_ text: String) -> UInt64 { given() }

private func given<Value>() -> Value { fatalError("examples are not run") }

var speech: String { given() }
var other: String { given() }
var form: String { given() }
var code: [String] { given() }
var pages: [Page] { given() }
var arriving: AsyncStream<Page> { given() }
var corpus: Corpus { given() }
var answers: Corpus { given() }
var report: Report { given() }
var source: ReportSource { given() }
var store: Store { given() }
