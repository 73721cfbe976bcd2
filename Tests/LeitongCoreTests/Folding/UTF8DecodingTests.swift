import TestSupport
import Testing

@_spi(Core) @testable import LeitongCore

@Suite struct UTF8DecodingTests {
    private func decoded(_ bytes: [UInt8]) -> [UInt32] {
        var scalars: [UInt32] = []
        var position = 0
        while position < bytes.count {
            let (scalar, length) = UTF8Decoding.scalar(at: position, in: bytes.span)
            #expect(UTF8Decoding.length(at: position, in: bytes.span) == length)
            scalars.append(scalar)
            position += length
        }
        #expect(position == bytes.count)
        return scalars
    }

    @Test func everyScalarDecodesToItself() {
        for first in stride(from: UInt32(0), to: 0x11_0000, by: 4096) {
            var text = String.UnicodeScalarView()
            text.append(contentsOf: (first..<first + 4096).compactMap(Unicode.Scalar.init))
            #expect(decoded(Array(String(text).utf8)) == text.map(\.value))
        }
    }

    /// Sequences cut short, continuations alone, overlong forms, surrogates, beyond U+10FFFF.
    @Test(
        arguments: [
            [0x80], [0xBF, 0xBF], [0xC2], [0xE4, 0xB8], [0xF0, 0x9F, 0x91], [0xC0, 0x80],
            [0xC1, 0xBF],
            [0xE0, 0x80, 0x80], [0xE0, 0x9F, 0xBF], [0xF0, 0x80, 0x80, 0x80],
            [0xF0, 0x8F, 0xBF, 0xBF],
            [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80],
            [0xF5, 0x80, 0x80, 0x80],
            [0xFE], [0xFF],
        ] as [[UInt8]]
    )
    func brokenSequencesAreReplacedByteByByte(bytes: [UInt8]) {
        #expect(decoded(bytes) == bytes.map { _ in 0xFFFD })
        let inside = Array("中".utf8) + bytes + Array("a".utf8)
        #expect(decoded(inside) == [0x4E2D] + bytes.map { _ in 0xFFFD } + [0x61])
    }

    @Test(arguments: 0..<50)
    func decodingAgreesWithTheStandardLibraryWhereTextIsValid(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        var bytes = Array(FoldingSamples.text(length: 40, using: &generator).utf8)
        for _ in 0..<5 {
            bytes[Int.random(in: bytes.indices, using: &generator)] = .random(
                in: 0...255,
                using: &generator
            )
        }
        // Maximal subparts differ from single bytes in their number only.
        let expected = String(decoding: bytes, as: UTF8.self).unicodeScalars.map(\.value)
        #expect(decoded(bytes).filter { $0 != 0xFFFD } == expected.filter { $0 != 0xFFFD })
    }
}
