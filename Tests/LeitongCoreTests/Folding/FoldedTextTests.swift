import Foundation
import TestSupport
import Testing

@_spi(Core) @testable import LeitongCore

/// The way back from folded scalars to their source.
@Suite struct FoldedTextTests {
    private static let seeds: Range<UInt64> = 0..<200

    private func sample(seed: UInt64) -> [UInt8] {
        var generator = SplitMix64(seed: seed)
        let text = FoldingSamples.text(length: 60, using: &generator)
        return Array(FoldingSamples.noisy(text, using: &generator).utf8)
    }

    private func folded(_ source: [UInt8], level: FoldingLevel = .standard) -> FoldedText {
        var folded = FoldedText()
        Folder(level: level).fold(source.span, into: &folded)
        return folded
    }

    /// What holds of every map, of valid and of broken text.
    private func expectSoundMap(_ text: FoldedText, of source: [UInt8], _ comment: Comment) {
        let count = text.scalarCount
        #expect(text.scalarStarts.count == count + 1 && text.sourceStarts.count == count, comment)
        #expect(text.scalarStarts.first == 0 && text.sourceEnds.count == count, comment)
        #expect(text.scalarStarts.last == UInt32(text.bytes.count), comment)
        var boundaries = Set<UInt32>()
        var position = 0
        while position < source.count {
            boundaries.insert(UInt32(position))
            position += UTF8Decoding.length(at: position, in: source.span)
        }
        boundaries.insert(UInt32(source.count))
        for index in 0..<count {
            let (start, end) = (text.sourceStarts[index], text.sourceEnds[index])
            #expect(text.scalarStarts[index] < text.scalarStarts[index + 1], comment)
            #expect(start < end && boundaries.contains(start) && boundaries.contains(end), comment)
            guard index > 0 else { continue }
            #expect(text.sourceStarts[index - 1] <= start, comment)
            #expect(text.sourceEnds[index - 1] <= end, comment)
        }
    }

    @Test(arguments: seeds)
    func rangesRiseAndSplitNoScalar(seed: UInt64) {
        let source = sample(seed: seed)
        expectSoundMap(folded(source), of: source, "seed \(seed)")
        expectSoundMap(folded(source, level: .none), of: source, "seed \(seed)")
    }

    /// Where the sources of two neighbours do not overlap and the second joins nothing, a run may be
    /// cut: each piece of source folds to its piece of the folded text.
    @Test(arguments: seeds)
    func sourceOfARunFoldsToTheRun(seed: UInt64) {
        var generator = SplitMix64(seed: seed &+ 1000)
        let source = sample(seed: seed)
        let text = folded(source)
        let cuts = (0...text.scalarCount).filter { isCut($0, in: text) }
        for _ in 0..<40 where cuts.count > 1 {
            let first = Int.random(in: 0..<cuts.count - 1, using: &generator)
            let last = Int.random(in: first + 1..<cuts.count, using: &generator)
            let range = text.sourceByteRange(ofScalars: cuts[first]..<cuts[last])
            let expected = Int(text.scalarStarts[cuts[first]])..<Int(text.scalarStarts[cuts[last]])
            #expect(
                Folding.bytes(Array(source[range])) == Array(text.bytes[expected]),
                "seed \(seed), scalars \(cuts[first])..<\(cuts[last])"
            )
        }
    }

    private func isCut(_ index: Int, in text: FoldedText) -> Bool {
        guard index > 0, index < text.scalarCount else { return true }
        guard text.sourceStarts[index] >= text.sourceEnds[index - 1] else { return false }
        let start = Int(text.scalarStarts[index])
        let scalar = UTF8Decoding.scalar(at: start, in: text.bytes.span).scalar
        return FoldingTable.standard.entry(of: scalar) & 3 == FoldingTable.Action.keep
    }

    @Test(arguments: seeds)
    func bytesAreTheSameWithAndWithoutMap(seed: UInt64) {
        let source = sample(seed: seed)
        for level in FoldingLevel.allCases {
            let bytes = Folding.bytes(source, level: level, keepingMap: false)
            #expect(bytes == Folding.bytes(source, level: level, keepingMap: true), "seed \(seed)")
        }
    }

    @Test(arguments: seeds)
    func decodedScalarsAreTheFoldedOnes(seed: UInt64) {
        let text = folded(sample(seed: seed))
        var scalars: [UInt32] = [7]
        text.decodeScalars(into: &scalars)
        #expect(scalars == String(decoding: text.bytes, as: UTF8.self).unicodeScalars.map(\.value))
        #expect(scalars.count == text.scalarCount)
    }

    @Test(arguments: seeds)
    func brokenTextStaysInsideItself(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        // Ends in a lead byte without what should follow.
        var source =
            sample(seed: seed) + [
                [0xE4, 0xE6, 0xEF, 0xF0, 0xC3].randomElement(using: &generator) ?? 0
            ]
        for _ in 0..<Int.random(in: 1...40, using: &generator) {
            let position = Int.random(in: source.indices, using: &generator)
            switch Int.random(in: 0..<3, using: &generator) {
            case 0: source[position] = .random(in: 0...255, using: &generator)
            case 1: source.remove(at: position)
            default: source.insert(.random(in: 0x80...0xFF, using: &generator), at: position)
            }
        }
        let none = folded(source, level: .none)
        #expect(none.bytes == source)
        expectSoundMap(none, of: source, "seed \(seed)")
        var shingles = ShingleHashes()
        for rule in [ShingleRule.width(10), .characters(5)] {
            Shingler(rule: rule).hash(none, into: &shingles)
            #expect(shingles.count <= none.scalarCount, "seed \(seed)")
        }
        let standard = folded(source)
        expectSoundMap(standard, of: source, "seed \(seed)")
        #expect(standard.bytes == Folding.bytes(source), "seed \(seed)")
        #expect(String(validating: standard.bytes, as: UTF8.self) != nil, "seed \(seed)")
    }

    @Test func knownRanges() {
        let text = folded(Array("a㎏\u{3000}e\u{301}。中".utf8))
        #expect(text.bytes == Array("akgé中".utf8))
        #expect(text.sourceStarts == [0, 1, 1, 7, 13])
        #expect(text.sourceEnds == [1, 4, 4, 10, 16])
        #expect(text.sourceByteRange(ofScalars: 1..<4) == 1..<10)
        #expect(text.sourceByteRange(ofScalars: 2..<3) == 1..<4)
    }

    @Test func marksThatChangePlacesShareTheirSource() {
        // The acute composes over the dot below that stands between it and the letter.
        let text = folded(Array("q\u{301}\u{323}中".utf8))
        #expect(text.bytes == Array("q\u{323}\u{301}中".utf8))
        #expect(text.sourceStarts == [0, 1, 1, 5])
        #expect(text.sourceEnds == [1, 5, 5, 8])
    }

    @Test func equalTextsHaveEqualDigests() {
        #expect(folded(Array("中，文 Ａ".utf8)).digest == folded(Array("中文a".utf8)).digest)
        #expect(folded(Array("中文".utf8)).digest != folded(Array("文中".utf8)).digest)
        #expect(FoldedText().digest == folded([]).digest)
    }
}
