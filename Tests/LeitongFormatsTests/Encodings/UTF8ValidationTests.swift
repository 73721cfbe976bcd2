import LeitongRun
import TestSupport
import Testing

@testable import LeitongFormats

/// The quick way against the standard library's.
@Suite struct UTF8ValidationTests {
    private func agree(_ bytes: [UInt8], _ comment: Comment? = nil) {
        let reference = UTF8Validation.firstInvalidOffsetByLibrary(in: bytes)
        if UTF8Validation.hasQuickWay {
            #expect(UTF8Validation.isQuicklyValid(bytes) == (reference == nil), comment)
        }
        #expect(UTF8Validation.firstInvalidOffset(in: bytes) == reference, comment)
    }

    /// Every sequence of one, two and three bytes that is special, at every place of a block.
    @Test(arguments: [0, 1, 29, 30, 31, 32, 33, 61, 63])
    func sequencesAtBordersOfBlocks(offset: Int) {
        let firsts: [UInt8] = [
            0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1,
            0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xF8, 0xFF,
        ]
        let others: [UInt8] = [0x41, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC2, 0xE4, 0xF0]
        for padding: [UInt8] in [[0x61], Array("中".utf8)] {
            let before = (0..<offset).map { padding[$0 % padding.count] }
            let start = Array(before.prefix(offset - offset % padding.count))
            for first in firsts {
                agree(start + [first])
                for second in others {
                    agree(start + [first, second])
                    for third in others {
                        agree(start + [first, second, third])
                        agree(start + [first, second, third, 0x80])
                        agree(start + [first, second, third, 0xBF, 0x61, 0x62])
                    }
                }
            }
        }
    }

    /// Text of all lengths of sequences with a byte changed, dropped or doubled.
    @Test func damagedText() {
        var random = SplitMix64(seed: 7)
        let text = Array("学习时报 abc é ß 𠮷野家 😀 二〇二三年，各位代表。plain ascii text of some length here".utf8)
        for _ in 0..<20_000 {
            let start = Int.random(in: 0..<text.count, using: &random)
            var bytes = Array(
                (text + text + text)[start..<start + Int.random(in: 0...150, using: &random)]
            )
            guard !bytes.isEmpty else { continue }
            let place = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
            case 1: bytes.remove(at: place)
            case 2: bytes.insert(bytes[place], at: place)
            default: break
            }
            agree(bytes)
        }
    }

    /// A bad byte, or a NUL, at the borders of the pieces that threads look through.
    @Test(arguments: [1, 2, 3, 8])
    func largeTextsArePlainOnAnyThreads(threads: Int) {
        guard UTF8Validation.hasQuickWay else { return }
        let context = RunContext(threads: threads)
        let scalars = "学习 abc 𠮷。"
        var text = Array(String(repeating: scalars, count: 40_000).utf8)
        #expect(UTF8Validation.isQuicklyPlain([], context: context))
        #expect(UTF8Validation.isQuicklyPlain(Array(scalars.utf8), context: context))
        #expect(UTF8Validation.isQuicklyPlain(text, context: context))
        let piece = 1 << 18
        for place in [0, 1, piece - 1, piece, piece + 1, piece + 4, 2 * piece, text.count - 1] {
            let byte = text[place]
            for bad: UInt8 in [0x00, 0xFF] {
                text[place] = bad
                #expect(!UTF8Validation.isQuicklyPlain(text, context: context))
            }
            text[place] = byte
        }
        #expect(!UTF8Validation.isQuicklyPlain(text + [0xE5], context: context))
        #expect(!UTF8Validation.isQuicklyPlain([0xA6] + text, context: context))
    }

    @Test func emptyIsValid() {
        agree([])
    }
}
