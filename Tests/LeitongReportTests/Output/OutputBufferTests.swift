import TestSupport
import Testing

@testable import LeitongReport

@Suite struct OutputBufferTests {
    private func text(_ write: (inout OutputBuffer) -> Void) -> String {
        var out = OutputBuffer()
        write(&out)
        return String(decoding: out.bytes, as: UTF8.self)
    }

    @Test func wholeNumbersAreWrittenAsSwiftWritesThem() {
        var random = SplitMix64(seed: 1)
        let drawn = (0..<500).map { _ in Int.random(in: Int.min...Int.max, using: &random) >> 20 }
        for number in [0, -1, 9, 10, -10, Int.min, Int.max] + drawn {
            #expect(text { $0.append(number) } == String(number))
        }
    }

    /// Every share of four decimals is read back as itself, and none is written longer than it is.
    @Test func sharesAreAsShortAsTheyCanBe() {
        for number in 0...10_000 {
            let share = Double(number) / 10_000
            let written = text { $0.append(share) }
            #expect(Double(written) == share)
            #expect(written == "0" || written == "1" || !written.hasSuffix("0"))
            #expect(written.count <= 6)
        }
    }

    @Test func otherNumbersKeepWhatTheySay() {
        var random = SplitMix64(seed: 2)
        for _ in 0..<500 {
            let number = Double.random(in: -1e6...1e6, using: &random)
            #expect(Double(text { $0.append(number) }) == number)
        }
        #expect(text { $0.append(12.0) } == "12" && text { $0.append(-0.5) } == "-0.5")
    }

    /// Chunks joined are the whole, none is empty, and none is much larger than the others.
    @Test func chunksJoinToTheWhole() {
        var out = OutputBuffer()
        var (chunks, whole): ([[UInt8]], [UInt8]) = ([], [])
        for number in 0..<20_000 {
            out.append("row \(number)\n")
            whole += Array("row \(number)\n".utf8)
            out.flushIfFull { chunks.append($0) }
        }
        out.flush { chunks.append($0) }
        out.flush { chunks.append($0) }
        #expect(Array(chunks.joined()) == whole && chunks.count > 2)
        #expect(chunks.allSatisfy { (1...70_000).contains($0.count) })
    }

    @Test func constantsAndBytesAreAppendedAsTheyAre() {
        let bytes = text {
            $0.append("甲" as StaticString)
            $0.append([0x41, 0x42])
            $0.append(UInt8(ascii: "-"))
        }
        #expect(bytes == "甲AB-")
    }
}
