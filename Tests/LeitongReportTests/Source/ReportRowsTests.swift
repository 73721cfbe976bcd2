import LeitongReport
import Synchronization
import Testing

/// Rows that are held, and rows that are made.
@Suite struct ReportRowsTests {
    @Test func rowsAreTheSameHeldOrMade() {
        let phrases = (0..<5)
            .map { number in
                Phrase(
                    text: "\(number)",
                    matchClass: .setPhrase,
                    documents: number,
                    bits: 1,
                    places: [Place(document: "a", range: number..<9, line: 1)]
                )
            }
        let held = ReportRows(phrases)
        let made = ReportRows(count: 5) { phrases[$0] }
        #expect(Array(made) == phrases && Array(held) == phrases && made.count == 5)
        #expect(Array(ReportRows(count: 4) { phrases[$0] }) == phrases.dropLast())
        #expect(Array(made.mapped(\.documents)) == [0, 1, 2, 3, 4])
        #expect(([] as ReportRows<Phrase>).isEmpty)
    }

    /// A row is made for each time it is asked for, and none before.
    @Test func rowsAreMadeWhenTheyAreAskedFor() {
        let made = Mutex<[Int]>([])
        let rows = ReportRows(count: 3) { number in
            made.withLock { $0.append(number) }
            return number
        }
        #expect(made.withLock { $0 } == [])
        #expect(rows[2] == 2 && rows[0] == 0 && rows.reduce(0, +) == 3)
        #expect(made.withLock { $0 } == [2, 0, 0, 1, 2])
    }

    #if os(Linux) || os(macOS)
    @Test func thereIsNoRowBeyondTheLast() async {
        await #expect(processExitsWith: .failure) { _ = ReportRows([1])[1] }
    }
    #endif
}
