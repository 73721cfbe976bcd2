import TestSupport
import Testing

@_spi(Core) @testable import LeitongCore

@Suite struct PassageRunTests {
    @Test func runsOfAKindThatTouchBecomeOne() {
        var list = RunList()
        list.append(.equal, 2, 2)
        list.append(.equal, 3, 3)
        list.append(.changed, 0, 0)
        list.append(.changed, 1, 0)
        list.append([
            PassageRun(kind: .changed, aLength: 1, bLength: 4),
            PassageRun(kind: .equal, aLength: 1, bLength: 1),
        ])
        list.append([])
        #expect(
            list.runs == [
                PassageRun(kind: .equal, aLength: 5, bLength: 5),
                PassageRun(kind: .changed, aLength: 2, bLength: 4),
                PassageRun(kind: .equal, aLength: 1, bLength: 1),
            ]
        )
    }

    @Test func lengthsCanBeSet() {
        var run = PassageRun(kind: .redacted, aLength: 1, bLength: 8)
        run.aLength += 2
        run.bLength = 0
        #expect(run == PassageRun(kind: .redacted, aLength: 3, bLength: 0))
    }

    @Test func aListTakesOverABuffer() {
        var buffer = [PassageRun(kind: .equal, aLength: 1, bLength: 1)]
        let list = RunList(reusing: &buffer)
        #expect(list.runs.isEmpty && buffer.isEmpty)
    }
}
