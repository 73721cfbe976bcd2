import Foundation
import TestSupport
import Testing

@_spi(Core) @testable import LeitongCore

/// Every scalar of Unicode, against Foundation.
///
/// Without radicals, and without the spacing iota, which is a letter and decomposes to a mark.
/// Scalars are tested 256 at a time, each behind an
/// ideograph, with which nothing composes; a batch that differs is tested again scalar by scalar.
@Suite struct FoldingTableTests {
    private static let batches: [[Unicode.Scalar]] = stride(from: UInt32(0), to: 0x11_0000, by: 256)
        .map { first in
            (first..<first + 256).compactMap(Unicode.Scalar.init).filter(isInTable)
                .filter { !FoldingOracle.isRadical($0) && $0 != "\u{37A}" }
        }
        .filter { !$0.isEmpty }

    /// Assigned in the version of the table; Foundation's may be newer.
    private static func isInTable(_ scalar: Unicode.Scalar) -> Bool {
        guard let age = scalar.properties.age else { return false }
        return (age.major, age.minor) <= (15, 0)
    }

    /// Expects of every batch, and of each scalar of a batch that fails, that two strings are equal.
    private func expectAll(
        keepingMarks: Bool = false,
        _ pair: (String) -> (String, String)
    ) {
        for batch in Self.batches {
            let scalars =
                keepingMarks
                ? batch.filter { !FoldingOracle.losesItsMark($0) && !FoldingOracle.holdsSign($0) }
                : batch
            let (folded, expected) = pair(scalars.map { "中\($0)" }.joined())
            if folded.utf8.elementsEqual(expected.utf8) { continue }
            for scalar in scalars {
                let (folded, expected) = pair("中\(scalar)")
                guard !folded.utf8.elementsEqual(expected.utf8) else { continue }
                let (got, wanted) = (Folding.hexadecimal(folded), Folding.hexadecimal(expected))
                Issue.record("U+\(Folding.hexadecimal(String(scalar))): \(got), expected \(wanted)")
            }
        }
    }

    @Test func tableIsOfTheVersionTheseTestsKnow() {
        #expect(FoldingTable.unicodeVersion == "15.0.0")
        #expect(Self.batches.map(\.count).reduce(0, +) > 280_000)
    }

    @Test func everyScalarFoldsAsFoundationSays() {
        expectAll { (Folding.string($0), FoldingOracle.folded($0)) }
    }

    @Test func everyScalarFoldsLikeItsCompatibilityMapping() {
        expectAll(keepingMarks: true) {
            (Folding.string($0), Folding.string($0.precomposedStringWithCompatibilityMapping))
        }
    }

    @Test func everyScalarFoldsLikeItsDecomposition() {
        expectAll(keepingMarks: true) {
            (Folding.string($0), Folding.string($0.decomposedStringWithCompatibilityMapping))
        }
    }

    @Test func foldingIsIdempotentAndItsOwnNormalForm() {
        expectAll {
            let folded = Folding.string($0)
            return (Folding.string(folded), folded)
        }
        expectAll {
            let folded = Folding.string($0)
            return (folded, folded.precomposedStringWithCompatibilityMapping)
        }
    }

    /// What loses its mark is a symbol or a spacing mark on its own, or Arabic vowel on a space.
    @Test func onlySymbolsLoseTheirMarks() {
        for scalar in Self.batches.joined() where FoldingOracle.losesItsMark(scalar) {
            #expect(Folding.string(String(scalar)).unicodeScalars.allSatisfy { $0 == "ι" })
        }
    }

    /// Unassigned and private-use scalars may be ideographs newer than the table: they stay.
    @Test func unassignedAndPrivateScalarsStay() {
        for value: UInt32 in [0xE000, 0xF8FF, 0x2_FFFD, 0x3_23B0, 0x3_FFFD, 0xF_0000, 0x10_FFFD] {
            let text = Unicode.Scalar(value).map { String($0) } ?? ""
            #expect(Folding.string(text) == text)
        }
    }

    @Test func hangulComposesByArithmetic() {
        #expect(Hangul.compose(0x1112, 0x1161) == 0xD558)
        #expect(Hangul.compose(0xD558, 0x11AB) == 0xD55C)
        #expect(Hangul.compose(0xD55C, 0x11AB) == nil)
        #expect(Hangul.compose(0xD558, 0x11A7) == nil)
        #expect(Hangul.compose(0x1161, 0x1112) == nil)
        var letters: [UInt32] = []
        Hangul.decompose(0xD55C) { letters.append($0) }
        #expect(letters == [0x1112, 0x1161, 0x11AB])
    }
}
