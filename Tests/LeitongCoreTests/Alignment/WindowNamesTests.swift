import TestSupport
import Testing

@_spi(Core) @testable import LeitongCore

@Suite struct WindowNamesTests {
    /// Windows have one name where they hold the same text, and none where the first text has no such.
    @Test(arguments: 0..<30)
    func areEqualWhereTheTextsAre(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        func text(_ count: Int) -> [UInt32] {
            let letters: [UInt32] = [1, 2, FoldedText.wildcard]
            return (0..<count).map { _ in letters[Int.random(in: 0..<30, using: &random) % 29 % 3] }
        }
        let (a, b) = (text(60), text(50))
        var names = WindowNames(a.span, b.span, in: AlignmentBox(a: 0..<60, b: 0..<50))
        for length in [2, 3, 6] {
            names = names.windows(of: length)
            func windows(_ text: [UInt32]) -> [[UInt32]?] {
                text.indices.map { start in
                    let window = Array(text[start...].prefix(length))
                    let isWhole = window.count == length && !window.contains(FoldedText.wildcard)
                    return isWhole ? window : nil
                }
            }
            let (ofA, ofB) = (windows(a), windows(b))
            var nameOf: [[UInt32]: UInt32] = [:]
            for (index, window) in ofA.enumerated() {
                guard let window else {
                    #expect(names.a[index] == 0)
                    continue
                }
                #expect(names.a[index] != 0)
                #expect(nameOf[window, default: names.a[index]] == names.a[index])
                nameOf[window] = names.a[index]
            }
            #expect(Set(nameOf.values).count == nameOf.count)
            for (index, window) in ofB.enumerated() {
                #expect(names.b[index] == window.flatMap { nameOf[$0] } ?? 0)
            }
        }
    }
}
