import TestSupport
import Testing

@_spi(Core) @testable import LeitongCore

@Suite struct ScalarStartsTests {
    private func starts(of text: [UInt8]) -> [UInt32] {
        var starts: [UInt32] = [7]
        ScalarStarts.append(of: text.span, to: &starts)
        #expect(starts.first == 7, "what was there stays")
        return Array(starts.dropFirst())
    }

    private func plainly(_ text: [UInt8]) -> [UInt32] {
        var starts: [UInt32] = []
        starts.append(addingCapacity: text.count) { output in
            ScalarStarts.appendPlainly(of: text.span, to: &output)
        }
        return starts
    }

    /// Lengths around the blocks of 64 bytes, and scalars of all lengths.
    @Test(arguments: [0, 1, 20, 21, 22, 31, 32, 33, 63, 64, 65, 127, 128, 129, 500])
    func allPathsListWhatStandsThere(count: Int) {
        var generator = SplitMix64(seed: UInt64(count) &+ 3)
        let alphabet: [Character] = ["a", "7", "é", "中", "文", "，", "𠮷"]
        for _ in 0..<50 {
            let scalars = (0..<count).compactMap { _ in alphabet.randomElement(using: &generator) }
            let text = Array(String(scalars).utf8)
            let expected = plainly(text)
            #expect(expected.count == count)
            #expect(starts(of: text) == expected)
            for path in ScalarStarts.Path.allCases {
                guard let listed = ScalarStarts.list(of: text.span, on: path) else { continue }
                #expect(listed == expected, "\(path)")
            }
        }
    }

    @Test func asciiAloneFillsEveryEntry() {
        let text = [UInt8](repeating: 0x61, count: 256)
        #expect(starts(of: text) == Array(0..<256))
    }

    @Test func damagedTextIsListedByteForByteWhereItIsDamaged() {
        // A lone continuation, a scalar cut short, a lead byte at the end.
        let text: [UInt8] = [0x80, 0x61, 0xE4, 0xB8, 0x61, 0xE4, 0xB8, 0xAD, 0xE4]
        #expect(starts(of: text) == plainly(text))
        #expect(starts(of: text).count == 7)
    }
}
