import LeitongRun
import Testing

@testable import LeitongReport

@Suite struct RowRendererTests {
    private func bytes(of count: Int, threads: Int) -> [UInt8] {
        var out = OutputBuffer()
        var all: [UInt8] = []
        let rows = (0..<count).map { String(repeating: "行", count: $0 % 90) }
        let sink = { (bytes: [UInt8]) in all += bytes }
        RowRenderer(context: RunContext(threads: threads))
            .render(
                WrittenRows(count: count) { index, out in
                    out.append("\(index) ")
                    out.append(rows[index])
                    out.append("\n")
                },
                into: &out,
                to: sink
            )
        out.flush(to: sink)
        return all
    }

    /// Counts about one piece, one block and several blocks.
    @Test(arguments: [0, 1, 511, 512, 513, 1024, 1535, 1536, 1537, 5000])
    func bytesDoNotDependOnThreads(count: Int) {
        let one = bytes(of: count, threads: 1)
        #expect(one.count { $0 == 0x0A } == count)
        for threads in [2, 3, 8] { #expect(bytes(of: count, threads: threads) == one) }
    }

    @Test func whatTheSinkThrowsIsThrown() {
        struct Full: Error {}
        var out = OutputBuffer()
        let sink = { (_: [UInt8]) throws(Full) in throw Full() }
        #expect(throws: Full.self) {
            try RowRenderer(context: RunContext(threads: 2))
                .render(WrittenRows(count: 100_000) { $1.append($0) }, into: &out, to: sink)
        }
    }
}
