import TestSupport
import Testing

@_spi(Core) @testable import LeitongCore

@Suite struct ScalarShinglerTests {
    private static let alphabet =
        Array("甲乙丙ab1".unicodeScalars.map(\.value)) + [FoldedText.wildcard]

    /// Shingles by their definition, as runs of scalars.
    private func shingles(_ text: [UInt32], _ rule: ShingleRule) -> Set<[UInt32]> {
        let stretches = text.split(separator: FoldedText.wildcard).map(Array.init)
        return Set(
            stretches.flatMap { stretch in
                stretch.indices.compactMap { first -> [UInt32]? in
                    var run: [UInt32] = []
                    var length = 0
                    for scalar in stretch[first...] {
                        run.append(scalar)
                        switch rule {
                        case .width(let wanted):
                            length += ScalarWidth.width(of: scalar)
                            if length >= wanted { return run }
                        case .characters(let wanted):
                            length += 1
                            if length >= wanted { return run }
                        }
                    }
                    return nil
                }
            }
        )
    }

    @Test(arguments: [ShingleRule.width(10), .width(3), .characters(4)])
    func setsHaveWhatTheirDefinitionHasInCommon(rule: ShingleRule) {
        var generator = SplitMix64(seed: 11)
        let shingler = ScalarShingler(rule: rule)
        for _ in 0..<40 {
            let texts = (0..<2)
                .map { _ in
                    (0..<Int.random(in: 0...60, using: &generator))
                        .map { _ in Self.alphabet.randomElement(using: &generator) ?? 0x7532 }
                }
            let plain = texts.map { shingles($0, rule) }
            let hashed = texts.map { shingler.shingles(of: $0.span) }
            #expect(hashed.map(\.count) == plain.map(\.count))
            let common = Set(hashed[0]).intersection(hashed[1]).count
            #expect(common == plain[0].intersection(plain[1]).count)
            #expect(hashed.allSatisfy { $0 == Set($0).sorted() })
        }
    }
}
