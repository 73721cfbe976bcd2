import Leitong
import Testing

@testable import LeitongCLI

@Suite struct ProgressLineTests {
    @Test(arguments: [
        (0, 10, 5.0, "leitong: reading 0 %"), (5, 10, 0.1, "leitong: reading 50 %"),
        (5, 10, 5.0, "leitong: reading 50 %, 1 a second, 5 s left"),
        (1, 1_000, 1.0, "leitong: reading 0 %, 1 a second, 16 min 39 s left"),
        (1, 10_000, 1.0, "leitong: reading 0 %, 1 a second, 2 h 46 min left"),
    ])
    func rateAndTimeAreTold(done: Int, total: Int, seconds: Double, text: String) {
        #expect(ProgressLine.text(.reading, done: done, of: total, after: seconds) == text)
    }

    /// A run of less than two seconds says its stages only.
    @Test func shortRunsTellNoRate() throws {
        var line = ProgressLine()
        #expect(line.note(.began(.reading)) == "\r\u{1B}[2Kleitong: reading…")
        #expect(line.note(.advanced(done: 1, total: 2)) == nil)
        #expect(line.note(.began(.reporting)) == "\r\u{1B}[2K")
    }
}
